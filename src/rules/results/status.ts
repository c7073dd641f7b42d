import { statusWords } from "#extract/results.ts";
import { patternFrom } from "#extract/text/patterns.ts";
import { normalise } from "#extract/text/text.ts";
import type { Standard } from "#model/standard.ts";
import { nearest } from "#parse/nearest.ts";
import { lineText } from "#parse/source-text.ts";
import { because } from "#words/because.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { reasonOf } from "../shared/results-sections.ts";

const edited = (status: string) => sampleArchive({ results: [["## Status: PASS", status]] });

export default documentRule({
	id: "results/status",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File" },
	severity: "error",
	requires: "The status is PASS, FAIL or PARTIAL.",
	why: "Reviewers and tools sort handoffs by one of three words; any other word hides whether the work is finished.",
	remedy:
		"Write `## Status: ` and one of the valid words below the title. What else is to say stands under Issues Encountered.",
	messages: {
		notStated: "The status is not stated.",
		unknown: '"{word}" is no status; valid: {valid}.',
		mistaken: '"{word}" is no status; did you mean {meant}?',
		remark: 'The status {word} carries a remark: "{remark}".',
		unclear: "The status is unclear: {reason}.",
	},
	examples: {
		valid: [
			{ title: "The word alone", files: sampleArchive() },
			{ title: "A bold label", files: edited("**Status:** PARTIAL") },
		],
		invalid: [
			{
				title: "A word of one's own",
				files: sampleArchive({ results: [["Status: PASS", "Status: AWAITING REVIEW"]] }),
				findings: ['H-1/H-1_RESULTS.md:3:12 "AWAITING REVIEW" is no status; valid: PASS, FAIL, PARTIAL.'],
			},
			{
				title: "A remark behind it",
				files: edited("## Status: PASS (10/10)"),
				findings: ['H-1/H-1_RESULTS.md:3:12 The status PASS carries a remark: "(10/10)".'],
			},
			{
				title: "Another word",
				files: edited("## Status: COMPLETE"),
				findings: ['H-1/H-1_RESULTS.md:3:12 "COMPLETE" is no status; did you mean PASS?'],
			},
			{
				title: "A word that begins like one",
				files: edited("## Status: PASSED"),
				findings: ['H-1/H-1_RESULTS.md:3:12 "PASSED" is no status; did you mean PASS?'],
			},
			{
				title: "Work that goes on",
				files: edited("**Status:** In progress — two of five packages"),
				findings: ['H-1/H-1_RESULTS.md:3:13 "In progress" is no status; did you mean PARTIAL?'],
			},
			{
				title: "No status",
				files: edited("The gauge reads."),
				findings: ["H-1/H-1_RESULTS.md:1:1 The status is not stated."],
			},
			{
				title: "Two words",
				files: edited("## Status: PASS / PARTIAL"),
				findings: ['H-1/H-1_RESULTS.md:3:1 The status is unclear: "PASS / PARTIAL" names PASS and PARTIAL.'],
			},
		],
	},
	*check({ parsed, record, standard }) {
		const { statuses } = standard;
		const status = record.facts.status;
		const valid = statuses.join(", ");
		if (status?.state === "unclear")
			return yield {
				messageId: "unclear",
				decides: "could-not-evaluate",
				place: linePlace(parsed, status.line),
				data: { reason: reasonOf(status) },
			};
		if (status && "value" in status) {
			const written = lineText(parsed.source, status.line).match(
				patternFrom(`(?<!\\p{L})${status.value}(?!\\p{L})`, "iu"),
			);
			const word = written?.[0] ?? status.value;
			const place = linePlace(parsed, status.line, word);
			const remark = "scope" in status ? status.scope : undefined;
			if (word !== status.value) yield { messageId: "mistaken", place, data: { word, meant: status.value } };
			else if (remark)
				yield { messageId: "remark", severity: "info", place, data: { word, remark: remark.slice(0, longestRemark) } };
			else yield { verdict: "pass", ...because("statusIs", { status: word }), place };
			return;
		}
		const instead = status?.instead;
		if (!instead) {
			const [said] = statusWords(parsed);
			return yield { messageId: "notStated", place: linePlace(parsed, said?.line ?? record.titleLine ?? 1) };
		}
		const word = instead.text;
		const place = linePlace(parsed, instead.line, word);
		const meant = meantStatus(word, standard);
		yield meant
			? { messageId: "mistaken", place, data: { word, meant } }
			: { messageId: "unknown", place, data: { word, valid } };
	},
});

const longestRemark = 120;

/** The valid status that a word most likely stands for: a synonym of the standard's lists, or a misspelling. */
function meantStatus(word: string, { statuses, vocabulary }: Standard): string | null {
	const words = `${normalise(word)} `;
	const synonym = statuses.find((status) =>
		(vocabulary[`status.${status}`] ?? []).some((other) => words.startsWith(`${normalise(other)} `)),
	);
	return synonym ?? nearest(word, statuses);
}
