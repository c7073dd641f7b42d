import { type Fact, type Facts, factValue } from "#model/facts.ts";
import { lineText } from "#parse/source-text.ts";
import { term } from "#words/because.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { figurePlace } from "../shared/results-sections.ts";

export default documentRule({
	id: "results/counts-agree",
	kinds: ["results"],
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "Clean room and baseline count the same packages; regression and baseline count the same tests.",
	why: "Both describe the system after the work. Two different figures mean that one of them was copied from an earlier state.",
	remedy:
		"Count again after the last change and write the same figure in both sections, or say what each of them counts.",
	messages: {
		packages: "{first} packages are installed in the clean room, {second} in the baseline.",
		outcomes: "The baseline counts {second} {what}, the full regression {first}.",
		tests: "The full regression ran {first} tests, the baseline has {second}.",
	},
	statements: {
		single: "No figure is stated in both the baseline and another section.",
		agree: "The figures that are stated twice agree.",
		baseline: "the baseline says {count}",
		passed: "{count} passed in the regression",
		failed: "{count} failed in the regression",
	},
	examples: {
		valid: [{ title: "The same figures", files: sampleArchive() }],
		invalid: [
			{
				title: "Another number of packages",
				files: sampleArchive({
					results: [["- Packages installed: 2\n- Install", "- Packages installed: 3\n- Install"]],
				}),
				findings: ["H-1/H-1_RESULTS.md:36:23 3 packages are installed in the clean room, 2 in the baseline."],
			},
			{
				title: "Failures in the baseline only",
				files: sampleArchive({
					results: [["Total tests (all staged): 24", "Total tests (all staged): 24 (23 passed, 1 failed)"]],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:33:33 The baseline counts 23 passed, the full regression 24.",
					"H-1/H-1_RESULTS.md:33:44 The baseline counts 1 failed, the full regression 0.",
				],
			},
			{
				title: "Another number of tests",
				files: sampleArchive({ results: [["Total tests (all staged): 24", "Total tests (all staged): 25"]] }),
				findings: ["H-1/H-1_RESULTS.md:24:10 The full regression ran 24 tests, the baseline has 25."],
			},
		],
	},
	*check({ parsed, record: { facts } }) {
		const pairs = [
			{ id: "packages", of: facts["cleanRoom.packagesInstalled"], to: facts["baseline.packagesInstalled"] },
			{ id: "tests", of: facts["regression.total"], to: facts["baseline.totalTests"] },
		] as const;
		const lineOf = (line: number) => lineText(parsed.source, line);
		let compared = 0;
		let differing = 0;
		for (const { id, of, to } of pairs) {
			if (!hasValue(of) || !hasValue(to) || (id === "tests" && !addsUp(facts))) continue;
			compared++;
			if (of.value === to.value) continue;
			differing++;
			yield {
				messageId: id,
				place: figurePlace(parsed, of.line, of.value),
				data: { first: of.value, second: to.value },
				related: [{ place: figurePlace(parsed, to.line, to.value), statement: "baseline", data: { count: to.value } }],
			};
		}
		for (const { what, first, second, line } of outcomesInBaseline(lineOf, facts)) {
			differing++;
			yield {
				messageId: "outcomes",
				place: figurePlace(parsed, line, second),
				data: { what: term(what), first: first.value, second },
				related: [
					{ place: figurePlace(parsed, first.line, first.value), statement: what, data: { count: first.value } },
				],
			};
		}
		if (compared === 0) yield { verdict: "not-applicable", statement: "single" };
		else if (differing === 0) yield { verdict: "pass", statement: "agree" };
	},
});

/** Passed and failed tests that the baseline's total counts beside it, where the regression with the same total has others. */
function outcomesInBaseline(lineOf: (line: number) => string, facts: Facts) {
	const total = facts["baseline.totalTests"];
	if (!hasValue(total) || total.value !== factValue(facts["regression.total"])) return [];
	const text = lineOf(total.line);
	return (["passed", "failed"] as const).flatMap((what) => {
		const first = facts[`regression.${what}`];
		const figure = new RegExp(`(?<![\\d.,])(\\d{1,9})\\s+${what}\\b`, "iu").exec(text)?.[1];
		const second = Number(figure);
		return figure === undefined || !hasValue(first) || first.value === second
			? []
			: [{ what, first, second, line: total.line }];
	});
}

/** False where the regression contradicts itself, which results/regression reports. */
function addsUp(facts: Facts): boolean {
	const [total, ...parts] = (["total", "passed", "failed", "skipped"] as const).map((key) =>
		factValue(facts[`regression.${key}`]),
	);
	return parts.includes(undefined) || total === parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

function hasValue(fact: Fact<number> | undefined): fact is Extract<Fact<number>, { readonly value: number }> {
	return fact !== undefined && "value" in fact;
}
