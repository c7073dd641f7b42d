import { openFailuresIn, statusesIn } from "#extract/results/reported/reported.ts";
import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { normalise } from "#extract/text/text.ts";
import type { ReportedState } from "#model/baselines.ts";
import { factValue } from "#model/facts.ts";
import type { Place } from "#model/source.ts";
import { lineText } from "#parse/source-text.ts";
import { linePlace } from "../judging/places.ts";
import { type DocumentSubject, documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { figurePlace } from "../shared/results-sections.ts";

export default documentRule({
	id: "results/status-contradiction",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File" },
	severity: "error",
	requires:
		"A handoff with status PASS has no failed test of its own, no new failure and a clean room in which all tests pass.",
	why: "Who reads only the status takes the work as finished. Failures below it say that it is not.",
	remedy: "Mend the failures and run the tests again, or set the status to PARTIAL or FAIL.",
	messages: {
		tests: "The status is {status}, yet {failed} tests of this package failed.",
		oneTest: "The status is {status}, yet a test of this package failed.",
		newFailures: "The status is {status}, yet new failures are listed.",
		regression:
			"The status is {status}, yet {failed} tests of the full regression failed; none is called pre-existing.",
		oneRegression: "The status is {status}, yet a test of the full regression failed; it is not called pre-existing.",
		elsewhere: "The status is {status}, yet the text gives it as {other}.",
		openFailures: "The status is {status} and new failures are NONE, yet the text leaves failing tests to be mended.",
		cleanRoom: "The status is {status}, yet not all tests passed in the clean room.",
	},
	statements: {
		unknown: "The status is not stated in a valid word.",
		humble: "The status {status} claims no success.",
		status: "the status is {status}",
		oldCleanRoom: "The status is {status}; failures in the clean room are said to have been there before.",
		agrees: "Nothing stated contradicts the status {status}.",
		nothing: "No failed tests, new failures or clean-room outcome are stated to compare it with.",
	},
	examples: {
		valid: [
			{ title: "PASS without failures", files: sampleArchive() },
			{
				title: "PARTIAL may have failures",
				files: sampleArchive({
					results: [
						["Status: PASS", "Status: PARTIAL"],
						["- Passed: 10\n- Failed: 0", "- Passed: 9\n- Failed: 1"],
					],
				}),
			},
		],
		invalid: [
			{
				title: "Failed tests of the package",
				files: sampleArchive({ results: [["- Passed: 10\n- Failed: 0", "- Passed: 8\n- Failed: 2"]] }),
				findings: ["H-1/H-1_RESULTS.md:19:11 The status is PASS, yet 2 tests of this package failed."],
			},
			{
				title: "New failures",
				files: sampleArchive({ results: [["agent: NONE", "agent: test_close_twice"]] }),
				findings: ["H-1/H-1_RESULTS.md:29:1 The status is PASS, yet new failures are listed."],
			},
			{
				title: "A failed test of the package",
				files: sampleArchive({ results: [["- Passed: 10\n- Failed: 0", "- Passed: 9\n- Failed: 1"]] }),
				findings: ["H-1/H-1_RESULTS.md:19:11 The status is PASS, yet a test of this package failed."],
			},
			{
				title: "Another status in the notes",
				files: sampleArchive({
					results: [["## Issues Encountered\n", "## Issues Encountered\n- Final status: PARTIAL.\n"]],
				}),
				findings: ["H-1/H-1_RESULTS.md:42:17 The status is PASS, yet the text gives it as PARTIAL."],
			},
			{
				title: "Failures in the regression that nobody calls old",
				files: sampleArchive({
					results: [
						["- Passed: 24\n- Failed: 0", "- Passed: 22\n- Failed: 2"],
						["- New failures introduced by this agent: NONE\n", ""],
					],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:26:11 The status is PASS, yet 2 tests of the full regression failed; none is called pre-existing.",
				],
			},
			{
				title: "One failure in the regression that nobody calls old",
				files: sampleArchive({
					results: [
						["- Passed: 24\n- Failed: 0", "- Passed: 23\n- Failed: 1"],
						["- New failures introduced by this agent: NONE\n", ""],
					],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:26:11 The status is PASS, yet a test of the full regression failed; it is not called pre-existing.",
				],
			},
			{
				title: "Failures that the next one has to mend",
				files: sampleArchive({
					results: [
						[
							"## Issues Encountered\n",
							"## Issues Encountered\n- Two tests of the port broke with the new reader; H-1A has to repair them.\n",
						],
					],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:42:1 The status is PASS and new failures are NONE, yet the text leaves failing tests to be mended.",
				],
			},
			{
				title: "A failing clean room",
				files: sampleArchive({ results: [["after each install: YES", "after each install: NO"]] }),
				findings: ["H-1/H-1_RESULTS.md:38:1 The status is PASS, yet not all tests passed in the clean room."],
			},
		],
	},
	*check(subject) {
		const { parsed, record, standard } = subject;
		const { facts } = record;
		const { status } = facts;
		if (!status || !("value" in status)) return yield { verdict: "not-applicable", statement: "unknown" };
		const place = linePlace(parsed, status.line, status.value);
		const data = { status: status.value };
		if (!standard.vocabulary.successStatuses?.includes(status.value))
			return yield { verdict: "not-applicable", statement: "humble", data, place };
		const against = [...contradictionsOf(subject, status.value)];
		for (const { says, place: at, further } of against)
			yield says === "oldCleanRoom"
				? { verdict: "needs-human", statement: says, data, place: at }
				: {
						messageId: says,
						place: at,
						data: { ...data, ...further },
						related: [{ place, statement: "status", data }],
					};
		if (against.length > 0) return;
		const known = [facts["tests.failed"], facts["regression.newFailures"], facts["cleanRoom.allTestsPass"]];
		if (known.some((fact) => fact && "value" in fact)) yield { verdict: "pass", statement: "agrees", data, place };
		else yield { verdict: "not-applicable", statement: "nothing", place };
	},
});

/** A place that speaks against a status of success: the message or, where only a human can tell, the statement. */
interface Contradiction {
	readonly says:
		| "oneTest"
		| "tests"
		| "newFailures"
		| "cleanRoom"
		| "oldCleanRoom"
		| "elsewhere"
		| "openFailures"
		| "oneRegression"
		| "regression";
	readonly place: Place;
	readonly further?: Readonly<Record<string, string | number>>;
}

function* contradictionsOf(
	{ parsed, record: { facts, reported }, standard }: DocumentSubject,
	status: string,
): Iterable<Contradiction> {
	const failed = facts["tests.failed"];
	const count = factValue(failed) ?? 0;
	const newFailures = facts["regression.newFailures"];
	const cleanRoom = facts["cleanRoom.allTestsPass"];
	const lexicon = lexiconOf(standard);
	const isOld = (line: number) => lexicon.has("preExisting", normalise(lineText(parsed.source, line)));
	if (failed && "line" in failed && count > 0) {
		const place = figurePlace(parsed, failed.line, count);
		yield { says: count === 1 ? "oneTest" : "tests", place, further: { failed: count } };
	}
	if (newFailures && "value" in newFailures && newFailures.value !== "NONE" && !isOld(newFailures.line))
		yield { says: "newFailures", place: linePlace(parsed, newFailures.line) };
	if (cleanRoom && "value" in cleanRoom && !cleanRoom.value)
		yield { says: isOld(cleanRoom.line) ? "oldCleanRoom" : "cleanRoom", place: linePlace(parsed, cleanRoom.line) };
	const other = statusesIn(parsed).find(({ value }) => value !== status);
	if (other)
		yield { says: "elsewhere", place: linePlace(parsed, other.line, other.value), further: { other: other.value } };
	const [open] = openFailuresIn(parsed);
	if (open !== undefined) yield { says: "openFailures", place: linePlace(parsed, open) };
	const run = facts["regression.failed"];
	const silent = !newFailures || newFailures.state === "not-stated";
	if (run && "value" in run && run.value > 0 && silent && !callsOld(reported)) {
		const place = figurePlace(parsed, run.line, run.value);
		yield { says: run.value === 1 ? "oneRegression" : "regression", place, further: { failed: run.value } };
	}
}

/** Whether failures are said to have been there before, by name or by number. */
function callsOld(reported: ReportedState | undefined): boolean {
	return (
		reported !== undefined &&
		(reported.oldFailures.length > 0 || reported.failures.some(({ claim }) => claim === "pre-existing"))
	);
}
