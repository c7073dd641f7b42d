import { testName } from "#extract/results/failing.ts";
import type { HandoffBaseline } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { lineStart, nameOf } from "../archive-facts.ts";
import { baselinesIn, comparedWith, countPlace, systemComparison } from "../baseline-facts.ts";
import { archiveRule } from "../rule.ts";
import { sampleLine, withTests } from "../sample-line.ts";

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
				yield { verdict: "not-applicable", reason: "There is no baseline to compare it with.", handoff };
				continue;
			}
			const place = countPlace(tests);
			const same = packages.delta === 0 && tests.delta === 0 && packages.against.handoff === tests.against.handoff;
			const added = same ? additionOf(record, baseline) : null;
			if (!added) {
				const reason = same ? "The baseline did not move, and no tests were added." : "The baseline moved.";
				yield { verdict: "pass", reason, place, handoff };
				continue;
			}
			if (record.reported?.dropReasons.some(({ kinds }) => kinds.includes("tests"))) {
				yield {
					verdict: "needs-human",
					reason: `The baseline did not move although ${added.what} was added; tests are said to have gone away, too.`,
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
				related: [
					...comparedWith(tests),
					{ place: lineStart(record.path, added.line), message: `${added.what} was added` },
				],
			};
		}
	},
});

/** What a handoff adds that a baseline must show: tests, by their number or file, or a package. */
function additionOf(
	{ reported, files = [] }: DocumentRecord,
	{ packages }: HandoffBaseline,
): { what: string; line: number } | null {
	const counted = reported?.addedTests.find(({ count }) => count > 0);
	if (counted) return { what: counted.count === 1 ? "1 test" : `a set of ${counted.count} tests`, line: counted.line };
	const file = files.find(({ action, path }) => action === "create" && testName(nameOf(path)) !== null);
	if (file) return { what: nameOf(file.path), line: file.line };
	const [added] = packages && packages.removed.length === 0 ? packages.added : [];
	return added && packages ? { what: added, line: packages.place.line } : null;
}
