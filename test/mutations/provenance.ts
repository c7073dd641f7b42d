import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { edit, type Intact, type Mutation } from "./mutation.ts";

const folder = "content/workspace";

/** The workspace of the example archive, whose bytes have the hashes that its documents record. */
const intact: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
);

/** A listed file that later handoffs leave alone, and the line that lists it; null where the handoff has none. */
function lastClaim({ documents: { results } }: Intact, ending: string) {
	const lines = results?.text.split("\n") ?? [];
	for (const [index, line] of lines.entries()) {
		const [, path, hash] = line.match(/^- (_staging\S+) \(SHA256.*sha256:([0-9a-f]{64})\)$/) ?? [];
		if (path === undefined || hash === undefined || !path.endsWith(ending)) continue;
		const bytes = intact[path];
		if (bytes && createHash("sha256").update(bytes).digest("hex") === hash)
			return { path, text: new TextDecoder().decode(bytes), place: { path: results?.path ?? "", line: index + 1 } };
	}
	return null;
}

/** All RESULTS of the example archive. */
const results = readdirSync("content/handoffs", { recursive: true, encoding: "utf8" })
	.filter((path) => path.endsWith("_RESULTS.md"))
	.map((path) => readFileSync(join("content/handoffs", path), "utf8"))
	.join("\n");

/** The hash that a file had before the change that left it with this one. */
function stateBefore(path: string, hash: string): string | undefined {
	return results
		.split(`- ${path} (SHA256 before: `)
		.find((rest) => rest.slice(71).startsWith(`, after: ${hash}`))
		?.slice(0, 71);
}

/** One file of the workspace changed; null removes it. */
function disturb(
	title: string,
	ending: string,
	change: (text: string) => string | null,
	also?: Mutation["also"],
): Mutation {
	return {
		title,
		...(also && { also }),
		apply(handoff) {
			const claim = lastClaim(handoff, ending);
			if (!claim) return null;
			const { path, text, place } = claim;
			const changed = change(text);
			const { [path]: _, ...rest } = intact;
			return { workspace: { ...rest, ...(changed !== null && { [path]: changed }) }, expected: place };
		},
	};
}

const bytesOfAssets = {
	rules: ["provenance/manifest"],
	because: "a manifest vouches for the same bytes",
};
const bytesOfManifest = {
	rules: ["provenance/workspace"],
	because: "RESULTS record the hash of the manifest, too",
};

const sealsPath = "handoffs.seals.json";

/** A validation on record that rests on other documents than are there. */
function validated(handoff: string, documents: Readonly<Record<string, string>>) {
	const seal = { handoff, by: "Ann", at: "2026-06-01", documents, baseline: null, rules: "e".repeat(64) };
	return { seals: { path: sealsPath, recorded: { version: 1 as const, seals: [seal], ruleSets: {} } } };
}

/** Mutations of hashes and of the workspace, by rule. */
export const provenanceMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"provenance/chain": [
		edit("results", "another hash before", (draft) =>
			draft.replace(/SHA256 before: sha256:[0-9a-f]{64}/, `SHA256 before: sha256:${"0".repeat(64)}`),
		),
		edit("results", "the hash before the last change but one", (draft) => {
			const stale = (line: string) => {
				const [, path = "", hash = ""] = line.match(/^- (\S+) \(SHA256 before: (sha256:[0-9a-f]{64})/) ?? [];
				return { hash, older: stateBefore(path, hash) };
			};
			const at = draft.lines.findIndex((line) => stale(line).older !== undefined);
			const { hash, older = "" } = stale(at === -1 ? "" : draft.at(at));
			return at === -1 ? draft.find(/^no such line$/) : draft.swap(at, hash, older);
		}),
		{
			...edit("results", "a change of a deleted file", (draft) => {
				draft.find(draft.id === "H-7B" ? /./ : /^only in H-7B$/);
				const [, path = "", hash = ""] = results.match(/## Files Deleted\s+- (\S+) \(SHA256 before: (\S+),/) ?? [];
				return draft.insert(
					draft.body("Files Modified"),
					`- ${path} (SHA256 before: ${hash}, after: sha256:${"1".repeat(64)})`,
				);
			}),
			also: { rules: ["results/plan-drift"], because: "its spec plans no such change" },
		},
	],
	"provenance/workspace": [
		disturb("a byte more", ".py", (text) => `${text}#`, bytesOfAssets),
		disturb("a file that is gone", ".py", () => null, bytesOfAssets),
		{
			title: "a file that was deleted",
			apply({ documents: { results } }) {
				const lines = results?.text.split("\n") ?? [];
				const at = lines.indexOf("## Files Deleted");
				const index = lines.findIndex((line, index) => at !== -1 && index > at && line.startsWith("- "));
				const path = lines[index]?.split(" ")[1];
				if (!results || !path) return null;
				return { workspace: { ...intact, [path]: "#" }, expected: { path: results.path, line: index + 1 } };
			},
		},
	],
	"seal/changed": [
		{
			title: "another text than was validated",
			apply({ id, documents: { results } }) {
				if (!results) return null;
				const exceptions = validated(id, { [results.path]: "0".repeat(64) });
				return { exceptions, expected: { path: results.path, line: null } };
			},
		},
		{
			title: "a validated handoff that is gone",
			apply: ({ id }) => ({
				exceptions: validated(`${id}-GONE`, {}),
				expected: { path: sealsPath, line: null, handoff: null },
			}),
		},
	],
	"provenance/manifest": [
		disturb("no JSON", "manifest.json", () => "{", bytesOfManifest),
		disturb("no spec_id", "manifest.json", (text) => text.replace('"spec_id"', '"spec"'), bytesOfManifest),
		disturb(
			"the former name of assets",
			"manifest.json",
			(text) => text.replace('"assets"', '"files"'),
			bytesOfManifest,
		),
		disturb(
			"another hash of an asset",
			"manifest.json",
			(text) => text.replace(/sha256:[0-9a-f]{8}/, "sha256:00000000"),
			bytesOfManifest,
		),
	],
};
