import type { FileClaim } from "#model/documents.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";

const modified = "## Files Modified\n- None";
const hash = (digit: string) => `sha256:${digit.repeat(64)}`;

export default documentRule({
	id: "results/hash-unchanged",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File, Files Modified" },
	severity: "warning",
	requires: "A file that was modified has another hash after than before.",
	why: "One hash stands for one content. Either the file was not changed, or one of the hashes was not computed.",
	remedy: "Compute the hash of {path} again; take the file off the list if it was not changed.",
	messages: { same: "{path} is listed as modified, but its hash is the same before and after." },
	statements: {
		none: "No file carries a hash before and one after.",
		changed: "{count} modified files have another hash after than before.",
	},
	examples: {
		valid: [
			{
				title: "Two hashes",
				files: sampleArchive({
					results: [[modified, `## Files Modified\n- a.py (SHA256 before: ${hash("e")}, after: ${hash("f")})`]],
				}),
			},
		],
		invalid: [
			{
				title: "The same hash twice",
				files: sampleArchive({
					results: [[modified, `## Files Modified\n- a.py (SHA256 before: ${hash("e")}, after: ${hash("e")})`]],
				}),
				findings: ["H-1/H-1_RESULTS.md:11:3 a.py is listed as modified, but its hash is the same before and after."],
			},
		],
	},
	*check({ parsed, record: { files = [] } }) {
		const claims = files.flatMap((claim) => {
			const before = digitsOf(claim, "before");
			const after = digitsOf(claim, "after");
			return before === null || after === null ? [] : [{ ...claim, same: before === after }];
		});
		const [first] = claims;
		if (!first) return yield { verdict: "not-applicable", statement: "none" };
		const same = claims.filter((claim) => claim.same);
		for (const { path, line } of same)
			yield { messageId: "same", place: linePlace(parsed, line, path), data: { path } };
		if (same.length === 0)
			yield {
				verdict: "pass",
				statement: "changed",
				data: { count: claims.length },
				place: linePlace(parsed, first.line),
			};
	},
});

/** The digits of the one whole hash that stands for a state of a file; null where there is none. */
function digitsOf({ hashes }: FileClaim, role: "before" | "after"): string | null {
	const found = hashes.filter((hash) => hash.role === role && (hash.form === "valid" || hash.form === "bare"));
	const [only] = found;
	return only && found.length === 1 ? (/[0-9a-f]{64}/i.exec(only.value)?.[0].toLowerCase() ?? null) : null;
}
