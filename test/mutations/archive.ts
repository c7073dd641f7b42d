import type { ReadingProblemCode } from "#model/source.ts";
import { type Broken, type Draft, edit, type Intact, type Mutation, type Role } from "./mutation.ts";

const roles: readonly Role[] = ["spec", "results", "prompt"];

/** A mutation of the files of a handoff. */
function rearrange(title: string, apply: (handoff: Intact) => Broken | null): Mutation {
	return { title, apply };
}

/** A document under another name. */
function rename(role: Role, title: string, name: (path: string, id: string) => string): Mutation {
	return rearrange(title, ({ id, documents }) => {
		const document = documents[role];
		if (!document) return null;
		const path = name(document.path, id);
		return { files: { [document.path]: null, [path]: document.text }, expected: { path, line: null } };
	});
}

/** The spec once more, as the first document of another handoff. */
function copyAs(title: string, other: string): Mutation {
	return rearrange(title, ({ id, documents: { spec } }) => {
		if (!spec) return null;
		const head = [
			`# ${other}: A copy`,
			"",
			...spec.text
				.split("\n")
				.slice(1)
				.filter((line) => !/^\*\*(?:Wave|Role|Supersedes|Predecessor)/.test(line)),
		];
		const path = `${other}/${other}_BUILDER_HANDOFF.md`;
		const text = head
			.join("\n")
			.replaceAll(`${id}_RESULTS`, `${other}_RESULTS`)
			.replaceAll(`handoffs/${id}/${other}`, `handoffs/${other}/${other}`);
		return { files: { [path]: text }, expected: { path, line: null, handoff: other } };
	});
}

/** Something inside the handoff's directory that listing the folder could not read. */
function unlisted(code: ReadingProblemCode, data: Readonly<Record<string, string | number>>): Mutation {
	return rearrange(code, ({ id }) => {
		const path = `${id}/photographs.md`;
		return { problems: [{ code, path, data }], expected: { path, line: null, handoff: null } };
	});
}

const waveUnsaid = {
	rules: ["wave/integration"],
	because: "that a handoff integrates a wave is said in its spec and nowhere else",
};

const encoder = new TextEncoder();

/** A document's bytes with others put in at a line's beginning. */
function putBytes(role: Role, title: string, bytes: readonly number[]): Mutation {
	return rearrange(title, ({ documents }) => {
		const document = documents[role];
		if (!document) return null;
		const lines = document.text.split("\n");
		const at = lines.findIndex((line, index) => index > 3 && /^[A-Za-z]/.test(line));
		if (at === -1) return null;
		const before = encoder.encode(`${lines.slice(0, at).join("\n")}\n`);
		const after = encoder.encode(lines.slice(at).join("\n"));
		return {
			files: { [document.path]: Uint8Array.from([...before, ...bytes, ...after]) },
			expected: { path: document.path, line: at + 1 },
		};
	});
}

const design = (draft: Draft, ...lines: readonly string[]) => draft.insert(draft.body(3), ...lines, "");
const notes = (draft: Draft, ...lines: readonly string[]) => draft.insert(draft.body("Notes"), ...lines, "");

// Put together here, so that no scanner takes this file for a leak.
const secret = ["gh", "p_", "aB3d".repeat(9)].join("");

/** Mutations of the layout, the reading, what is published and waves, by rule. */
export const archiveMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"layout/document-name": [
		rename("results", "another spelling", (path) => path.replace("_RESULTS", "_Results")),
		rearrange("a stray document", ({ id }) => {
			const path = `${id}/NOTES.md`;
			return { files: { [path]: "# Notes\n\nNothing yet.\n" }, expected: { path, line: null } };
		}),
	],
	"layout/duplicate-id": [
		rearrange("the prompt twice", ({ documents: { prompt } }) => {
			if (!prompt) return null;
			const path = `copy/${prompt.path}`;
			return { files: { [path]: prompt.text }, expected: { path, line: null } };
		}),
	],
	"layout/flat-file": [rename("prompt", "outside its directory", (path) => path.slice(path.lastIndexOf("/") + 1))],
	"layout/handoff-id": [
		rearrange("the directory in another spelling", ({ id, documents }) => {
			const files: Record<string, string | null> = {};
			for (const role of roles) {
				const document = documents[role];
				if (!document) continue;
				files[document.path] = null;
				files[document.path.replace(`${id}/`, `${id.toLowerCase()}/`)] = document.text;
			}
			const [path = ""] = Object.keys(files)
				.filter((name) => files[name] !== null)
				.sort();
			return { files, expected: { path, line: null } };
		}),
	],
	"layout/id-mismatch": [
		...roles.map((role) =>
			edit(role, `the title of the ${role} names another handoff`, (draft) =>
				draft.swap(0, draft.id, draft.id === "H-1" ? "H-2" : "H-1"),
			),
		),
		rename("results", "the file name says another handoff", (path, id) =>
			path.replace(`${id}_`, id === "H-1" ? "H-2_" : "H-1_"),
		),
	],
	"layout/no-documents": [
		rearrange("no document at all", () => ({
			alone: true,
			expected: { path: ".", line: null, handoff: null },
		})),
		rearrange("names that no standard knows", ({ documents }) => ({
			alone: true,
			files: Object.fromEntries(
				roles.flatMap((role) => (documents[role] ? [[`${role} of this.md`, `# A ${role}\n\nWords.\n`]] : [])),
			),
			expected: { path: ".", line: null, handoff: null },
		})),
	],
	"layout/order-cycle": [
		rearrange("it builds on the one that comes after it", ({ documents: { spec }, successor }) => {
			if (!spec || successor === null) return null;
			const lines = spec.text.split("\n");
			const at = lines.findIndex((line) => line.startsWith("**Date"));
			lines.splice(at + 1, 0, `**Builds on:** ${successor}  `);
			return { files: { [spec.path]: lines.join("\n") }, expected: { path: spec.path, line: at + 2 } };
		}),
	],
	"layout/parent": [copyAs("a follow-up of none", "H-50A")],
	"layout/sequence": [copyAs("a number left out", "H-16")],
	"layout/spec-missing": [
		{
			...rearrange("no spec", ({ documents: { spec, results, prompt } }) => {
				const path = (results ?? prompt)?.path;
				return spec && path ? { files: { [spec.path]: null }, expected: { path, line: null } } : null;
			}),
			also: waveUnsaid,
		},
	],
	"publish/broken-reference": [
		edit("spec", "a link to no file", (draft) => design(draft, "See [the drawing](drawing.png).")),
		edit("results", "a link to no heading", (draft) => notes(draft, "See [above](#nowhere).")),
		edit("prompt", "a handoff that is not there", (draft) =>
			draft.insert(draft.find(/^Adversarial/), "Think of H-99.", ""),
		),
		edit("spec", "a package that is not there", (draft) => design(draft, "It resembles PKG-NOWHERE-001.")),
	],
	"publish/local-path": [
		edit("spec", "a home folder", (draft) => design(draft, "The drawing is in /Users/marta/drawings.")),
		edit("results", "a home folder", (draft) => notes(draft, "- Built in `/home/marta/build`.")),
	],
	"publish/secret": [edit("results", "a token", (draft) => notes(draft, `- Uploaded with ${secret}.`))],
	"publish/unsafe-html": [
		edit("spec", "a script", (draft) => design(draft, "<script>alert(1)</script>")),
		edit("prompt", "an address that runs", (draft) =>
			draft.insert(draft.find(/^```/), "[start](javascript:alert(1))", ""),
		),
		edit("results", "a handler", (draft) => notes(draft, '<b onclick="go()">now</b>')),
	],
	"reading/binary": [
		rearrange("control characters all over", ({ documents: { prompt } }) =>
			prompt ? { files: { [prompt.path]: new Uint8Array(2000) }, expected: { path: prompt.path, line: null } } : null,
		),
	],
	"reading/byte-order-mark": [
		rearrange("a mark", ({ documents: { spec } }) =>
			spec ? { files: { [spec.path]: `\uFEFF${spec.text}` }, expected: { path: spec.path, line: 1 } } : null,
		),
	],
	"reading/control-character": roles.map((role) => putBytes(role, `a bell in the ${role}`, [7])),
	"reading/empty": roles.map((role) => ({
		...rearrange(`an empty ${role}`, ({ documents }) => {
			const path = documents[role]?.path;
			return path ? { files: { [path]: "" }, expected: { path, line: null } } : null;
		}),
		also: waveUnsaid,
	})),
	"reading/encoding": [
		...roles.map((role) => putBytes(role, `a byte that is no UTF-8 in the ${role}`, [0xff])),
		rearrange("UTF-16", ({ documents: { spec } }) =>
			spec
				? {
						files: { [spec.path]: Uint8Array.from([0xff, 0xfe, ...Buffer.from(spec.text, "utf16le")]) },
						expected: { path: spec.path, line: null },
					}
				: null,
		),
	],
	"reading/front-matter": [
		edit("results", "YAML that cannot be read", (draft) => draft.insert(0, "---", "date: [2026", "---", "") + 1),
	],
	"reading/line-endings": [
		rearrange("CRLF", ({ documents: { spec } }) =>
			spec
				? { files: { [spec.path]: spec.text.replaceAll("\n", "\r\n") }, expected: { path: spec.path, line: null } }
				: null,
		),
		edit("results", "one line with CRLF", (draft) => draft.swap(2, /$/, "\r")),
	],
	"reading/nesting": roles.map((role) =>
		edit(
			role,
			`quotes in quotes in the ${role}`,
			(draft) => draft.insert(draft.lines.length, "", `${">".repeat(3000)} deep`) + 1,
		),
	),
	"reading/outside-archive": [unlisted("outside-archive", { target: "../photographs.md" })],
	"reading/symlink-loop": [unlisted("symlink-loop", { target: "photographs.md" })],
	"reading/too-large": [unlisted("too-large", { bytes: 9_000_000, limit: 5_000_000 })],
	"reading/unreadable": [unlisted("unreadable", { reason: "no permission" })],
	"wave/integration": [
		edit("spec", "no integration handoff", (draft) => {
			draft.remove(draft.find(/^\*\*Role:\*\* Integration/));
			draft.swap(0, /Integration of wave W1/, "The last of the wave");
			return draft.find(/^\*\*Wave/);
		}),
		edit("spec", "no smoke test", (draft) => {
			const wave = draft.find(/^\*\*Role:\*\* Integration/) - 1;
			for (const [at, line] of draft.lines.entries()) draft.lines[at] = line.replace(/smoke/gi, "short");
			return wave;
		}),
	],
	"wave/results": [
		{
			...edit("results", "a member fails its clean room", (draft) => {
				if (!/^H-(?:7|8|9|10)$/.test(draft.id)) draft.find(/^part of no wave$/);
				draft.replace(/^(## Status: )PASS/, "$1FAIL");
				return draft.replace(/YES/, "NO", draft.heading("Clean-Room"));
			}),
			also: {
				rules: ["results/clean-room"],
				because: "the clean room of a member is judged for the handoff and for its wave",
			},
		},
	],
};
