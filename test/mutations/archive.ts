import type { ReadingProblemCode } from "#model/source.ts";
import { copyAs, type Draft, edit, type Mutation, type Role, rearrange } from "./mutation.ts";

const roles: readonly Role[] = ["spec", "results", "prompt"];

/** A document under another name. */
function rename(role: Role, title: string, name: (path: string, id: string) => string): Mutation {
	return rearrange(title, ({ id, documents }) => {
		const document = documents[role];
		if (!document) return null;
		const path = name(document.path, id);
		return { files: { [document.path]: null, [path]: document.text }, expected: { path, line: null } };
	});
}

/** A handoff's documents in a directory of another name; its first one is reported. */
function renameDirectory(title: string, name: (id: string) => string): Mutation {
	return rearrange(title, ({ id, documents }) => {
		const files: Record<string, string | null> = {};
		for (const role of roles) {
			const document = documents[role];
			if (!document) continue;
			files[document.path] = null;
			files[document.path.replace(`${id}/`, `${name(id)}/`)] = document.text;
		}
		const [path = ""] = Object.keys(files)
			.filter((key) => files[key] !== null)
			.sort();
		return { files, expected: { path, line: null } };
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

/** An integration handoff that no longer speaks of something it must do. */
function unspoken(title: string, words: RegExp, other: string): Mutation {
	return edit("spec", title, (draft) => {
		const wave = draft.find(/^\*\*Role:\*\* Integration/) - 1;
		for (const [at, line] of draft.lines.entries()) draft.lines[at] = line.replace(words, other);
		return wave;
	});
}

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
		rename("prompt", "a letter left out", (path) => path.replace("PROMPT", "PROMT")),
		rearrange("a name that is almost a document's", ({ id }) => {
			const path = `BUILDER_HANDOF_50_beside_${id}.md`;
			return { files: { [path]: "# A plan\n\nNothing yet.\n" }, expected: { path, line: null, handoff: null } };
		}),
	],
	"layout/duplicate-id": [
		rearrange("the prompt twice", ({ documents: { prompt } }) => {
			if (!prompt) return null;
			const path = `copy/${prompt.path}`;
			return { files: { [path]: prompt.text }, expected: { path, line: null } };
		}),
		rename("prompt", "a second directory", (path) => `old/${path}`),
	],
	"layout/flat-file": [rename("prompt", "outside its directory", (path) => path.slice(path.lastIndexOf("/") + 1))],
	"layout/handoff-id": [
		renameDirectory("the directory in another spelling", (id) => id.toLowerCase()),
		renameDirectory("more than the id in the directory's name", (id) => `${id}-greenhouse`),
		copyAs("an id of no form", "H-14A-1"),
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
	"layout/sequence": [copyAs("a number left out", "H-16"), copyAs("two numbers left out", "H-17")],
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
		edit("spec", "a link out of the archive", (draft) => design(draft, "See [the drawing](../../../drawing.png).")),
		edit("prompt", "a handoff left out", (draft) =>
			draft.insert(draft.find(/^Adversarial/), draft.id === "H-9" ? "Think of H-8A." : "Think of H-9A.", ""),
		),
		edit("spec", "a package that is misspelt", (draft) => design(draft, "It resembles PKG-VEND-001.")),
		edit("spec", "a package that is not there", (draft) => design(draft, "It resembles PKG-NOWHERE-001.")),
	],
	"publish/local-path": [
		edit("spec", "a home folder", (draft) => design(draft, "The drawing is in /Users/marta/drawings.")),
		edit("results", "a home folder", (draft) => notes(draft, "- Built in `/home/marta/build`.")),
		edit("results", "a home folder twice", (draft) =>
			notes(draft, "- Built in `/Users/marta/build`.", "- Packed in `/Users/marta/pack`."),
		),
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
	"reading/empty": ["", " \n\n"].flatMap((text) =>
		roles.map((role) => ({
			...rearrange(`${text === "" ? "an empty" : "a blank"} ${role}`, ({ documents }) => {
				const path = documents[role]?.path;
				return path ? { files: { [path]: text }, expected: { path, line: null } } : null;
			}),
			also: waveUnsaid,
		})),
	),
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
		unspoken("no smoke test", /smoke/gi, "short"),
		{
			...unspoken("no entrypoint", /entry ?points?|main\.py/gi, "door"),
			also: { rules: ["results/plan-drift"], because: "the entrypoint's file is called so in the plan, too" },
		},
		unspoken("no package retired", /lifecycle|supersede[sd]?|retire[sd]?|deprecated?/gi, "set aside"),
	],
	"wave/results": [
		{
			...rearrange("a member without RESULTS", ({ id, documents: { spec, results } }) =>
				spec && results && /^H-(?:7|8|9)$/.test(id)
					? { files: { [results.path]: null }, expected: { path: spec.path, line: null } }
					: null,
			),
			also: {
				rules: ["results/missing"],
				because: "RESULTS that a wave lacks are missing in the handoff's own right, too",
			},
		},
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
