import type {
	BaselineCount,
	HandoffBaseline,
	LeftFailures,
	PreviousFigure,
	ReportedState,
	SourceLine,
} from "#model/baselines.ts";
import { because, type Term, term } from "#words/because.ts";
import type { Detection } from "../judging/outcome.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleNote } from "../samples/handoff.ts";
import { sampleLine, withFailures, withTests } from "../samples/line.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { baselinesIn } from "../shared/baseline-facts.ts";
import { EarlierCounts, type Placed } from "../shared/earlier-counts.ts";

const note = "- Total tests (all staged): 30";

export default archiveRule({
	id: "baseline/previous-figure",
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "What a handoff gives as the state before its work is what the last handoff left.",
	why: "A difference counted from an older baseline, or from one of another scope, hides what was lost in between.",
	remedy: "Compare with the last baseline, that of {against}, and say what became of the difference.",
	messages: {
		stale: "It starts from {claimed} {kind} ({words}), as {other} left them; since then {against} left {value}.",
		unknown: "It starts from {claimed} {kind} ({words}), which no earlier RESULTS states; {against} left {value}.",
		named: "It says that {against} left {claimed} {kind}; {against} states {value}.",
		failures: "It says that {against} left {claimed} failures; {against} states {value}.",
		scope: "It counts from {claimed} to {count} {kind}, but {against}'s {claimed} are of another scope.",
	},
	statements: {
		none: "It gives no figure of an earlier state.",
		same: "It starts from the figures that the last handoff left.",
	},
	examples: {
		valid: [
			{
				title: "The figure of the one before",
				files: sampleLine([], [...withTests(30), [note, `${note} (was 24)`]]),
			},
			{
				title: "The figure of another section of the one before",
				files: sampleLine(
					[["- Total: 24 tests\n- Passed: 24", "- Total: 26 tests\n- Passed: 26"]],
					[...withTests(30), [note, `${note} (was 26)`]],
				),
			},
		],
		invalid: [
			{
				title: "A figure that nobody left",
				files: sampleLine([], [...withTests(30), [note, `${note} (was 26)`]]),
				findings: [
					"H-2/H-2_RESULTS.md:33:1 It starts from 26 tests (was 26), which no earlier RESULTS states; H-1 left 24.",
				],
			},
			{
				title: "The figure of the one before that",
				files: sampleLine([], withTests(28), [...withTests(30), [note, `${note} (was 24)`]]),
				findings: [
					"H-3/H-3_RESULTS.md:33:1 It starts from 24 tests (was 24), as H-1 left them; since then H-2 left 28.",
				],
			},
			{
				title: "Another figure than the named handoff's",
				files: sampleLine([], [...withTests(30), [note, `${note}\n- Before this handoff (H-1): 2 packages, 26 tests`]]),
				findings: ["H-2/H-2_RESULTS.md:34:1 It says that H-1 left 26 tests; H-1 states 24."],
			},
			{
				title: "Another number of failures than the named handoff's",
				files: sampleLine(withFailures(1), [[sampleNote, "- Repairs the 3 failures that H-1 left."]]),
				findings: ["H-2/H-2_RESULTS.md:45:1 It says that H-1 left 3 failures; H-1 states 1."],
			},
			{
				title: "A figure of another scope",
				files: sampleLine(
					[["pytest _staging/ -v", "pytest _staging/ -v --ignore=_staging/PKG-BUOY-001"]],
					[...withTests(30), [note, `${note} (was 24)`]],
				),
				findings: ["H-2/H-2_RESULTS.md:33:1 It counts from 24 to 30 tests, but H-1's 24 are of another scope."],
			},
		],
	},
	*check(subject) {
		const reports = new Map(subject.documents.flatMap(({ path, reported }) => (reported ? [[path, reported]] : [])));
		const failed = new Map<string, StatedFailures>();
		const earlier = new EarlierCounts();
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, results } = baseline;
			const report = results === null ? undefined : reports.get(results);
			const figures = (results !== null && report?.previous) || [];
			const judged = [
				...figures.flatMap((figure) => judgeFigure(figure, { baseline, results: results ?? "", earlier }) ?? []),
				...(report?.leftFailures ?? []).flatMap((left) => {
					const stated = failed.get(left.handoff);
					return stated && !stated.figures.has(left.count)
						? [failuresMisstated(left, stated, results ?? "", handoff)]
						: [];
				}),
			];
			const wrong = judged.filter((one) => one !== "agrees");
			yield* wrong;
			const place = lineStart(results ?? "", figures[0]?.line ?? 1);
			if (judged.length === 0) yield { verdict: "not-applicable", statement: "none", handoff };
			else if (wrong.length === 0) yield { verdict: "pass", statement: "same", place, handoff };
			earlier.add(baseline);
			const failures = failuresOf(baseline, report);
			if (failures) failed.set(handoff, failures);
		}
	},
});

interface Judging {
	readonly baseline: HandoffBaseline;
	/** Path of the RESULTS that give the figure. */
	readonly results: string;
	readonly earlier: EarlierCounts;
}

/** What is wrong with a figure of an earlier state, or that nothing is; null where nothing was stated that it could be compared with. */
function judgeFigure(
	figure: PreviousFigure,
	{ baseline, results, earlier }: Judging,
): Detection<"scope" | "named" | "stale" | "unknown"> | "agrees" | null {
	const { handoff } = baseline;
	const last = figure.handoff === null ? earlier.last(figure) : earlier.of(figure, figure.handoff);
	if (!last) return null;
	const count = ownCount(baseline, figure);
	const sameScope = count === null || scopeOf(count) === scopeOf(last.count);
	if (figure.from !== null && !sameScope) return "agrees";
	const found = { place: lineStart(results, figure.line), handoff, related: [leftBy(last, figure)] };
	const data = {
		claimed: figure.value,
		kind: kindOf(figure),
		words: figure.words,
		against: last.handoff,
		value: last.count.value,
	};
	if (last.count.value === figure.value) {
		if (sameScope || figure.kind === "packages" || figure.of !== null || count === null) return "agrees";
		return { ...found, messageId: "scope", data: { ...data, count: count.value } };
	}
	// The same handoff may state two figures; which of them is wrong is said where they stand.
	if (figure.of === null && earlier.alsoStates(last.handoff, figure)) return "agrees";
	if (figure.aside && earlier.statesOfAnything(last.handoff, figure)) return "agrees";
	if (figure.handoff !== null) return { ...found, messageId: "named", data };
	const told =
		!sameScope && figure.kind === "tests"
			? { ...data, value: term("countOfAnotherScope", { count: last.count.value }) }
			: data;
	const other = earlier.withValue(figure);
	if (!other) return { ...found, messageId: "unknown", data: told };
	if (figure.kind === "tests" && scopeOf(other.count) !== scopeOf(last.count)) return "agrees";
	const related = [leftBy(other, figure), ...found.related];
	return { ...found, messageId: "stale", data: { ...told, other: other.handoff }, related };
}

/** Another number of failures than the handoff states that is said to have left them. */
function failuresMisstated(
	{ count, handoff: against, line }: LeftFailures,
	stated: StatedFailures,
	results: string,
	handoff: string,
): Detection<"failures"> {
	const shown = because("countedFailed", { handoff: against, count: stated.value });
	return {
		messageId: "failures",
		place: lineStart(results, line),
		handoff,
		data: { against, claimed: count, value: stated.value },
		related: [{ place: lineStart(stated.path, stated.line), ...shown }],
	};
}

interface StatedFailures extends SourceLine {
	readonly value: number;
	/** Every number of failures that it gives, of whatever run, and that it names. */
	readonly figures: ReadonlySet<number>;
}

/** What a handoff says of failures; null where its regression counts none. */
function failuresOf({ counts }: HandoffBaseline, state: ReportedState | undefined): StatedFailures | null {
	const run = counts.find(({ kind, section }) => kind === "failed" && section === "regression");
	if (!run || !state) return null;
	const { packageTests, oldFailures, cleanRoom, failures } = state;
	const figures = [
		...counts.flatMap(({ kind, value }) => (kind === "failed" ? [value] : [])),
		...packageTests.map((one) => one.failed ?? 0),
		...oldFailures.map(({ count }) => count),
		cleanRoom?.failed ?? 0,
		failures.length,
	];
	return { value: run.value, path: run.path, line: run.line, figures: new Set(figures) };
}

/** What a figure counts. */
function kindOf({ kind, of }: PreviousFigure): Term {
	if (of === null) return term(kind);
	return term(kind === "tests" ? "testsOf" : "packagesOf", { package: of });
}

/** What a handoff left of what a figure counts, as a related place. */
function leftBy({ handoff, count: { value: count, path, line } }: Placed, { kind, of }: PreviousFigure) {
	const place = lineStart(path, line);
	if (of === null)
		return { place, ...because(kind === "tests" ? "countedTests" : "countedPackages", { handoff, count }) };
	const values = { handoff, count, package: of };
	return { place, ...because(kind === "tests" ? "countedTestsOf" : "countedPackagesOf", values) };
}

function ownCount({ comparisons }: HandoffBaseline, { kind, of }: PreviousFigure): BaselineCount | null {
	return comparisons.find((one) => one.kind === kind && (one.of ?? null) === of)?.count ?? null;
}

function scopeOf({ scope: { root, roots, ignored, selected } }: BaselineCount): string {
	return JSON.stringify([root, roots, ignored, selected]);
}
