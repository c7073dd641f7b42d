import type { FileClaim } from "#model/documents.ts";
import { listed, quoted, type Term, term } from "#words/because.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { nameOf } from "../shared/archive-facts.ts";
import { resultsSection } from "../shared/results-sections.ts";

const hash = (digit: string) => ` (SHA256: sha256:${digit.repeat(64)})`;
const modified = "## Files Modified\n- None";

export default documentRule({
	id: "results/file-hashes",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File, Files Created and Files Modified" },
	severity: "warning",
	requires: "Every created file carries its hash, every modified file one before and one after.",
	why: "Hashes let the reviewer spot-check a file without unpacking anything, and show later who changed it.",
	remedy:
		"Write behind each created file `(SHA256: sha256:…)` and behind each modified one `(SHA256 before: sha256:…, after: sha256:…)`.",
	messages: {
		created: "{path} carries no hash.",
		allCreated: "None of the {count} created files carries a hash.",
		modified: "{path} carries no hash {lacking}.",
		allModified: "None of the {count} modified files carries a hash before and after.",
	},
	statements: {
		none: "No created or modified file is listed.",
		all: "{created} created and {modified} modified files carry their hashes.",
	},
	examples: {
		valid: [
			{ title: "Created files with hashes", files: sampleArchive() },
			{
				title: "A modified file with both",
				files: sampleArchive({
					results: [
						[
							modified,
							`## Files Modified\n- _staging/PKG-CLOCK-001/clock.py (SHA256 before: sha256:${"e".repeat(64)}, after: sha256:${"f".repeat(64)})`,
						],
					],
				}),
			},
		],
		invalid: [
			{
				title: "A created file without",
				files: sampleArchive({ results: [[hash("a"), ""]] }),
				findings: ["H-1/H-1_RESULTS.md:6:3 _staging/PKG-GAUGE-001/reader.py carries no hash."],
			},
			{
				title: "All of them",
				files: sampleArchive({
					results: [
						[hash("a"), ""],
						[hash("b"), ""],
						[hash("c"), ""],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:5:1 None of the 3 created files carries a hash."],
			},
			{
				title: "Only the hash after",
				files: sampleArchive({
					results: [
						[modified, `## Files Modified\n- _staging/PKG-CLOCK-001/clock.py (SHA256 after: sha256:${"f".repeat(64)})`],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:11:3 _staging/PKG-CLOCK-001/clock.py carries no hash before."],
			},
			{
				title: "No hash of any modified file",
				files: sampleArchive({
					results: [
						[modified, "## Files Modified\n- _staging/PKG-CLOCK-001/clock.py\n- _staging/PKG-CLOCK-001/zone.py"],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:10:1 None of the 2 modified files carries a hash before and after."],
			},
		],
	},
	*check(subject) {
		const { parsed, record } = subject;
		// A file cannot hold its own hash.
		const files = (record.files ?? []).filter(({ path }) => nameOf(path) !== nameOf(record.path));
		const created = files.filter(({ action }) => action === "create");
		const changed = files.filter(({ action }) => action === "modify");
		if (created.length + changed.length === 0) return yield { verdict: "not-applicable", statement: "none" };
		const bare = created.filter(({ hashes }) => hashes.length === 0);
		const lacking = changed.filter((claim) => missingOf(claim).length > 0);
		const groups = [
			{ claims: bare, all: created, one: "created", every: "allCreated", key: "filesCreated" },
			{ claims: lacking, all: changed, one: "modified", every: "allModified", key: "filesModified" },
		] as const;
		for (const { claims, all, one, every, key } of groups) {
			const section = resultsSection(subject, key);
			if (claims.length > 1 && claims.length === all.length && "heading" in section)
				yield {
					messageId: every,
					place: linePlace(parsed, section.heading.line),
					data: { count: all.length },
					related: claims.map(({ line, path }) => ({ place: linePlace(parsed, line, path), ...quoted(path) })),
				};
			else
				for (const claim of claims)
					yield {
						messageId: one,
						place: linePlace(parsed, claim.line, claim.path),
						data: { path: claim.path, lacking: listed(missingOf(claim)) },
					};
		}
		const [first] = files;
		if (bare.length + lacking.length === 0 && first)
			yield {
				verdict: "pass",
				statement: "all",
				data: { created: created.length, modified: changed.length },
				place: linePlace(parsed, first.line),
			};
	},
});

/** The hashes that a modified file lacks. */
function missingOf({ hashes }: FileClaim): readonly Term[] {
	const lacks = (role: string) => !hashes.some((one) => one.role === role);
	return [...(lacks("before") ? [term("hashBefore")] : []), ...(lacks("after") ? [term("hashAfter")] : [])];
}
