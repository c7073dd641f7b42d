import type { FileEvent, FileHistory, RecordedHash } from "#model/provenance.ts";
import type { Place } from "#model/source.ts";
import { because } from "#words/because.ts";
import { archiveRule } from "../judging/rule.ts";
import { claiming, listed } from "../samples/claims.ts";
import { lineStart } from "../shared/archive-facts.ts";

const a = `sha256:${"a".repeat(64)}`;
const e = `sha256:${"e".repeat(64)}`;
const f = `sha256:${"f".repeat(64)}`;
const reader = "_staging/PKG-GAUGE-001/reader.py";
const created = claiming("H-1", { "Files Created": [listed(reader, a)] });
const changed = (id: string, before: string, after: string) =>
	claiming(id, { "Files Modified": [listed(reader, before, after)] });

export default archiveRule({
	id: "provenance/chain",
	source: { standard: "BHS", section: "Reviewer Checklist" },
	severity: "warning",
	requires: "A file's hash before is the last one that an earlier handoff recorded for it.",
	why: "Where the two differ, somebody changed the file in between and no handoff says so: nobody reviewed that change.",
	remedy:
		"Find out what changed the file after {from}, for instance in its history, and have the handoff that did it say so; or mend the hash.",
	messages: {
		broken: "{path} changed between {from} and {handoff}, and no handoff claims that change.",
		stale: "{handoff} changed {path} as {holds} left it; what {from} made of it since is lost or unsaid.",
		deleted: "{handoff} changed {path}, which {from} deleted; no handoff created it again.",
	},
	statements: {
		whole: "It starts from the hashes that earlier handoffs recorded.",
		unrecorded: "It changes no file whose hash an earlier handoff recorded.",
	},
	examples: {
		valid: [
			{ title: "A follow-up starts from what was recorded", files: { ...created, ...changed("H-1A", a, e) } },
			{
				title: "A change without a hash lies in between",
				files: {
					...created,
					...claiming("H-1A", { "Files Modified": [reader] }),
					...changed("H-1B", e, f),
				},
			},
		],
		invalid: [
			{
				title: "A change that nobody claims",
				files: { ...created, ...changed("H-1A", e, f) },
				findings: [
					`H-1A/H-1A_RESULTS.md:4:52 ${reader} changed between H-1 and H-1A, and no handoff claims that change.`,
				],
			},
			{
				title: "A change made to an older state",
				files: { ...created, ...changed("H-1A", a, e), ...changed("H-1B", a, f) },
				findings: [
					`H-1B/H-1B_RESULTS.md:4:52 H-1B changed ${reader} as H-1 left it; what H-1A made of it since is lost or unsaid.`,
				],
			},
			{
				title: "A change to a deleted file",
				files: {
					...created,
					...claiming("H-1A", { "Files Deleted": [listed(reader, a)] }),
					...changed("H-1B", e, f),
				},
				findings: [
					`H-1B/H-1B_RESULTS.md:4:52 H-1B changed ${reader}, which H-1A deleted; no handoff created it again.`,
				],
			},
		],
	},
	*check({ handoffs, provenance }) {
		const decided = new Map<string, "broken" | "whole">();
		const proof = new Map<string, Place>();
		for (const file of provenance.files)
			for (const event of file.events) {
				if (event.link.state === "whole" && !proof.has(event.handoff))
					proof.set(event.handoff, placeOf(event, event.before ?? event.after));
				if (event.link.state !== "broken") continue;
				decided.set(event.handoff, "broken");
				yield detection(file, event, event.link);
			}
		for (const { id: handoff } of handoffs) {
			if (decided.has(handoff)) continue;
			const place = proof.get(handoff);
			yield place
				? { verdict: "pass", handoff, place, statement: "whole" }
				: { verdict: "not-applicable", handoff, statement: "unrecorded" };
		}
	},
});

function detection({ path }: FileHistory, event: FileEvent, link: Extract<FileEvent["link"], { state: "broken" }>) {
	const { handoff } = event;
	const { from, expected, holds, place } = link;
	const messageId =
		expected === null ? ("deleted" as const) : holds === null ? ("broken" as const) : ("stale" as const);
	return {
		messageId,
		handoff,
		place: placeOf(event, event.before),
		data: { path, from, handoff, ...(holds !== null && { holds }) },
		related: [
			{
				place: lineStart(place.path, place.line),
				...(expected === null
					? because("deletedBy", { handoff: from })
					: because("recordedBy", { handoff: from, hash: expected })),
			},
		],
	};
}

/** The hash in the document. */
function placeOf({ path, line }: FileEvent, hash: RecordedHash | null): Place {
	if (!hash) return lineStart(path, line);
	const start = { line: hash.line, column: hash.column };
	return { kind: "range", path, range: { start, end: { line: hash.line, column: hash.column + hash.value.length } } };
}
