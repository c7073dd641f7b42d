import { testName } from "#extract/results/runs/failing.ts";
import type { HandoffBaseline } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { term } from "#words/because.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleLine, withTests } from "../samples/line.ts";
import { lineStart, nameOf } from "../shared/archive-facts.ts";
import { baselinesIn, comparedWith, countPlace, systemComparison } from "../shared/baseline-facts.ts";

const noFiles = [[`- _staging/PKG-GAUGE-001/tests/test_reader.py (SHA256: sha256:${"b".repeat(64)})\n`, ""]] as const;

export default archiveRule({
	id: "baseline/snapshot-copied",
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "A handoff that adds tests leaves another baseline than the one it started from.",
	why: "A snapshot that did not move although tests were added was copied, not taken.",
	remedy: "Count packages and tests again after the work and write the figures down, or say which tests went away.",
	messages: {
		same: "The baseline is that of {against}, {packages} packages and {tests} tests, although {what} was added.",
	},
	statements: {
		none: "There is no baseline to compare it with.",
		still: "The baseline did not move, and no tests were added.",
		moved: "The baseline moved.",
		gone: "The baseline did not move although {what} was added; tests are said to have gone away, too.",
		goneTest: "The baseline did not move although 1 test was added; tests are said to have gone away, too.",
		goneTests:
			"The baseline did not move although a set of {count} tests was added; tests are said to have gone away, too.",
		added: "{what} was added",
		addedTest: "1 test was added",
		addedTests: "a set of {count} tests was added",
	},
	examples: {
		valid: [
			{ title: "Tests were added and counted", files: sampleLine([], withTests(34)) },
			{ title: "Nothing was added", files: sampleLine([], noFiles) },
		],
		invalid: [
			{
				title: "A test file was added, and the baseline is the old one",
				files: sampleLine([], []),
				findings: [
					"H-2/H-2_RESULTS.md:33:1 The baseline is that of H-1, 2 packages and 24 tests, although test_reader.py was added.",
				],
			},
		],
	},
	*check(subject) {
		const records = new Map(subject.documents.map((document) => [document.path, document]));
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, results } = baseline;
			const packages = systemComparison(baseline, "packages");
			const tests = systemComparison(baseline, "tests");
			const record = results === null ? undefined : records.get(results);
			if (!record || !packages?.against || !tests?.against || tests.count.section !== "baseline") {
				yield { verdict: "not-applicable", statement: "none", handoff };
				continue;
			}
			const place = countPlace(tests);
			const same = packages.delta === 0 && tests.delta === 0 && packages.against.handoff === tests.against.handoff;
			const added = same ? additionOf(record, baseline) : null;
			if (!added) {
				yield { verdict: "pass", statement: same ? "still" : "moved", place, handoff };
				continue;
			}
			if (record.reported?.dropReasons.some(({ kinds }) => kinds.includes("tests"))) {
				yield {
					verdict: "needs-human",
					...added.gone,
					place,
					handoff,
				};
				continue;
			}
			yield {
				messageId: "same",
				place,
				handoff,
				data: {
					against: tests.against.handoff,
					packages: packages.count.value,
					tests: tests.count.value,
					what: added.what,
				},
				related: [...comparedWith(tests), { place: lineStart(record.path, added.line), ...added.added }],
			};
		}
	},
});

/** What a handoff adds that a baseline must show: tests, by their number or file, or a package. */
function additionOf(
	{ reported, files = [] }: DocumentRecord,
	{ packages }: HandoffBaseline,
): ((ReturnType<typeof named> | ReturnType<typeof numbered>) & { readonly line: number }) | null {
	const counted = reported?.addedTests.find(({ count }) => count > 0);
	if (counted) return { ...numbered(counted.count), line: counted.line };
	const file = files.find(({ action, path }) => action === "create" && testName(nameOf(path)) !== null);
	if (file) return { ...named(nameOf(file.path)), line: file.line };
	const [added] = packages && packages.removed.length === 0 ? packages.added : [];
	return added && packages ? { ...named(added), line: packages.place.line } : null;
}

/** What is said of tests that were added, by their number. */
function numbered(count: number) {
	const [gone, added] = count === 1 ? (["goneTest", "addedTest"] as const) : (["goneTests", "addedTests"] as const);
	const what = count === 1 ? term("oneTest") : term("setOfTests", { count });
	return { what, gone: { statement: gone, data: { count } }, added: { statement: added, data: { count } } };
}

/** What is said of a file or package that was added. */
function named(what: string) {
	return {
		what,
		gone: { statement: "gone" as const, data: { what } },
		added: { statement: "added" as const, data: { what } },
	};
}
