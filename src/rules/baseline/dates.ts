import type { Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleLine } from "../samples/line.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { baselinesIn } from "../shared/baseline-facts.ts";

const dated = (date: string) => [["## Status: PASS\n", `## Status: PASS\n\n**Date:** ${date}\n`]] as const;

export default archiveRule({
	id: "baseline/dates",
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "RESULTS is not dated before that of the handoff it starts from.",
	why: "Either a date is wrong, or the work did not start from the baseline that it is compared with.",
	remedy: "Correct the date that is wrong, or name the predecessor that the work really started from.",
	messages: { earlier: "Dated {date}, before {other} ({otherDate}), which was built before it." },
	statements: {
		undated: "It and the handoff before it are not both dated.",
		later: "Dated {date}, after {before}.",
		dated: "dated {date}",
	},
	examples: {
		valid: [{ title: "One day after the other", files: sampleLine(dated("2026-03-02"), dated("2026-03-03")) }],
		invalid: [
			{
				title: "Dated before the handoff it starts from",
				files: sampleLine(dated("2026-03-09"), dated("2026-03-02")),
				findings: ["H-2/H-2_RESULTS.md:5:1 Dated 2026-03-02, before H-1 (2026-03-09), which was built before it."],
			},
		],
	},
	*check(subject) {
		const records = new Map<string, DocumentRecord>();
		for (const document of subject.documents)
			if (document.kind === "results" && document.handoff !== null && !records.has(document.handoff))
				records.set(document.handoff, document);
		const handoffs = new Map(subject.handoffs.map((handoff) => [handoff.id, handoff]));
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, predecessor } = baseline;
			const own = records.get(handoff);
			const before = predecessor ? records.get(predecessor.id) : undefined;
			const [date, otherDate] = [own?.facts.date, before?.facts.date];
			const comparable =
				predecessor?.basis !== "inferred" || inSequence(handoffs.get(handoff), handoffs.get(predecessor.id));
			if (!own || !before || date?.state !== "stated" || otherDate?.state !== "stated" || !comparable) {
				yield { verdict: "not-applicable", statement: "undated", handoff };
				continue;
			}
			const place = lineStart(own.path, date.line);
			if (day(date.value) >= day(otherDate.value))
				yield {
					verdict: "pass",
					statement: "later",
					data: { date: date.value, before: otherDate.value },
					place,
					handoff,
				};
			else
				yield {
					messageId: "earlier",
					place,
					handoff,
					data: { date: day(date.value), other: before.handoff ?? "", otherDate: day(otherDate.value) },
					related: [
						{
							place: lineStart(before.path, otherDate.line),
							statement: "dated",
							data: { date: day(otherDate.value) },
						},
					],
				};
		}
	},
});

function day(date: string): string {
	return date.slice(0, "2026-01-01".length);
}

/** Whether the numbers alone say which came first: a follow-up may be written after any later number. */
function inSequence(one: Handoff | undefined, other: Handoff | undefined): boolean {
	return one?.family === "component" && other?.family === "component";
}
