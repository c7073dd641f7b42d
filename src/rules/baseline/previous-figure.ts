import type { BaselineCount, HandoffBaseline, PreviousFigure, ReportedState, SourceLine } from "#model/baselines.ts";
import { because, type Term, term } from "#words/because.ts";
import { lineStart } from "../archive-facts.ts";
import { baselinesIn } from "../baseline-facts.ts";
import { archiveRule } from "../rule.ts";
import { sampleLine, withFailures, withTests } from "../sample-line.ts";

const remark = "- The counter of garbled lines was not in the spec's interface; it is read by no one yet.";
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
				files: sampleLine(withFailures(1), [[remark, "- Repairs the 3 failures that H-1 left."]]),
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
		const claims = new Map(
			subject.documents.flatMap(({ path, reported }) => (reported ? [[path, reported.previous]] : [])),
		);
		const states = new Map(subject.documents.flatMap(({ path, reported }) => (reported ? [[path, reported]] : [])));
		const left = new Map([...states].map(([path, { leftFailures = [] }]) => [path, leftFailures]));
		const failed = new Map<string, StatedFailures>();
		const earlier = new EarlierCounts();
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, results } = baseline;
			const figures = (results !== null && claims.get(results)) || [];
			let judged = 0;
			let findings = 0;
			for (const figure of figures) {
				const named = figure.handoff !== null;
				const last = figure.handoff === null ? earlier.last(figure) : earlier.of(figure, figure.handoff);
				if (!last || results === null) continue;
				judged++;
				const count = ownCount(baseline, figure);
				const place = lineStart(results, figure.line);
				const kind = kindOf(figure);
				const data: Record<string, string | number | Term> = {
					claimed: figure.value,
					kind,
					words: figure.words,
					against: last.handoff,
					value: last.count.value,
				};
				const lastPlace = {
					place: lineStart(last.count.path, last.count.line),
					...stateOf(last, figure),
				};
				const sameScope = count === null || scopeOf(count) === scopeOf(last.count);
				if (figure.from !== null && !sameScope) continue;
				if (last.count.value === figure.value) {
					if (sameScope || figure.kind === "packages" || figure.of !== null || count === null) continue;
					findings++;
					yield { messageId: "scope", place, handoff, data: { ...data, count: count.value }, related: [lastPlace] };
					continue;
				}
				// The same handoff may state two figures; which of them is wrong is said where they stand.
				if (figure.of === null && earlier.alsoStates(last.handoff, figure)) continue;
				if (figure.aside && earlier.statesOfAnything(last.handoff, figure)) continue;
				if (!named && !sameScope && figure.kind === "tests")
					data.value = term("countOfAnotherScope", { count: last.count.value });
				findings++;
				if (named) {
					yield { messageId: "named", place, handoff, data, related: [lastPlace] };
					continue;
				}
				const other = earlier.withValue(figure);
				if (other && (figure.kind === "packages" || scopeOf(other.count) === scopeOf(last.count)))
					yield {
						messageId: "stale",
						place,
						handoff,
						data: { ...data, other: other.handoff },
						related: [
							{
								place: lineStart(other.count.path, other.count.line),
								...stateOf(other, figure),
							},
							lastPlace,
						],
					};
				else if (!other) yield { messageId: "unknown", place, handoff, data, related: [lastPlace] };
				else findings--;
			}
			for (const { count, handoff: against, line } of left.get(results ?? "") ?? []) {
				const stated = failed.get(against);
				if (!stated || stated.figures.has(count)) continue;
				judged++;
				findings++;
				yield {
					messageId: "failures",
					place: lineStart(results ?? "", line),
					handoff,
					data: { against, claimed: count, value: stated.value },
					related: [
						{
							place: lineStart(stated.path, stated.line),
							...because("countedFailed", { handoff: against, count: stated.value }),
						},
					],
				};
			}
			if (judged === 0) yield { verdict: "not-applicable", statement: "none", handoff };
			else if (findings === 0)
				yield {
					verdict: "pass",
					statement: "same",
					place: lineStart(results ?? "", figures[0]?.line ?? 1),
					handoff,
				};
			earlier.add(baseline);
			const failures = failuresOf(baseline, states.get(results ?? ""));
			if (failures) failed.set(handoff, failures);
		}
	},
});

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

interface Placed {
	readonly handoff: string;
	readonly count: BaselineCount;
}

/** What handoffs built so far state, by kind and package. */
class EarlierCounts {
	readonly #last = new Map<string, Placed>();
	readonly #values = new Map<string, Placed>();
	readonly #stated = new Set<string>();
	readonly #any = new Set<string>();

	add({ handoff, counts, comparisons }: HandoffBaseline): void {
		for (const { kind, section, value } of counts) {
			if (section !== "tests") this.#stated.add(JSON.stringify([handoff, kind, value]));
			this.#any.add(JSON.stringify([handoff, kind === "packages", value]));
		}
		for (const { kind, of, count } of comparisons) {
			if (kind !== "packages" && kind !== "tests") continue;
			const key = JSON.stringify([kind, of ?? null]);
			this.#last.set(key, { handoff, count });
			this.#last.set(JSON.stringify([handoff, key]), { handoff, count });
			this.#values.set(JSON.stringify([key, count.value]), { handoff, count });
		}
	}

	last({ kind, of }: PreviousFigure): Placed | undefined {
		return this.#last.get(JSON.stringify([kind, of]));
	}

	/** What one handoff states. */
	of({ kind, of }: PreviousFigure, handoff: string): Placed | undefined {
		return this.#last.get(JSON.stringify([handoff, JSON.stringify([kind, of])]));
	}

	/** Whether a handoff states a value of the system in any section. */
	alsoStates(handoff: string, { kind, value }: PreviousFigure): boolean {
		return this.#stated.has(JSON.stringify([handoff, kind, value]));
	}

	/** Whether a handoff states a value of tests or packages at all, of whatever run. */
	statesOfAnything(handoff: string, { kind, value }: PreviousFigure): boolean {
		return this.#any.has(JSON.stringify([handoff, kind === "packages", value]));
	}

	withValue({ kind, of, value }: PreviousFigure): Placed | undefined {
		return this.#values.get(JSON.stringify([JSON.stringify([kind, of]), value]));
	}
}

/** What a figure counts. */
function kindOf({ kind, of }: PreviousFigure): Term {
	if (of === null) return term(kind);
	return term(kind === "tests" ? "testsOf" : "packagesOf", { package: of });
}

/** What a handoff left of what a figure counts. */
function stateOf({ handoff, count: { value: count } }: Placed, { kind, of }: PreviousFigure) {
	if (of === null) return because(kind === "tests" ? "countedTests" : "countedPackages", { handoff, count });
	const values = { handoff, count, package: of };
	return because(kind === "tests" ? "countedTestsOf" : "countedPackagesOf", values);
}

function ownCount({ comparisons }: HandoffBaseline, { kind, of }: PreviousFigure): BaselineCount | null {
	return comparisons.find((one) => one.kind === kind && (one.of ?? null) === of)?.count ?? null;
}

function scopeOf({ scope: { root, roots, ignored, selected } }: BaselineCount): string {
	return JSON.stringify([root, roots, ignored, selected]);
}
