import { type Fact, type Facts, factValue } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import { readCounts } from "../counts/counts.ts";
import type { Counts } from "../counts/figure.ts";
import { type Said, statusRemark } from "../sections/header.ts";
import type { Section } from "../text/blocks.ts";
import { countKeys, type Lexicon } from "../text/lexicon.ts";
import { place } from "./drafts.ts";
import { runsOf } from "./runs.ts";
import { isSumOf } from "./settle.ts";
import { figureFacts } from "./test-facts.ts";
import type { ToldRuns } from "./told-runs.ts";

/** Adds what the status line says of the tests ("PASS (28/28)") where the section is silent, or says the same in all or in parts. */
export function completed(
	facts: Facts,
	status: Fact<string>,
	said: readonly Said[],
	tests: readonly Section[],
	lexicon: Lexicon,
): Facts {
	const remark = statusRemark(status, said);
	const counts = remark ? readCounts(remark, lexicon)?.counts : undefined;
	const passed = facts["tests.passed"];
	if (!counts?.total || !counts.passed || !remark || !("value" in counts.total) || !("value" in counts.passed))
		return facts;
	const same =
		passed && "value" in passed
			? passed.value === counts.passed.value
			: tests.length === 0 || sumsUp({ total: counts.total, passed: counts.passed }, remark.line, tests, lexicon);
	if (!same) return facts;
	const stated = (value: number) => ({ state: "stated", value, line: remark.line, scope: "status line" }) as const;
	const empty = (fact: Fact<number> | undefined) => fact?.state === "not-stated";
	return {
		...facts,
		...(empty(facts["tests.total"]) ? { "tests.total": stated(counts.total.value) } : {}),
		...(empty(facts["tests.passed"]) ? { "tests.passed": stated(counts.passed.value) } : {}),
	};
}

/** Whether figures are those of all parts of the tests together: "PASS 36/36" above three packages with 14, 12 and 10. */
function sumsUp(counts: Counts, line: number, tests: readonly Section[], lexicon: Lexicon): boolean {
	const parts = tests.flatMap((section) => runsOf(section, lexicon).parts);
	const own = parts.filter(({ name }) => !lexicon.startsWith("regressionRun", normalise(name)));
	return isSumOf(place(counts, line), own);
}

/** Adds the runs that the document tells of elsewhere, for a kind of run that it has no section for and no figure of. */
export function withToldRuns(
	facts: Facts,
	tests: readonly Section[],
	regression: readonly Section[],
	read: () => ToldRuns,
	lexicon: Lexicon,
): Facts {
	const open = (kind: keyof ToldRuns) => countKeys.every((key) => facts[`${kind}.${key}`]?.state === "not-stated");
	const wanted = {
		tests: tests.every(isLineWithoutFigure) && open("tests"),
		regression: regression.length === 0 && open("regression"),
	};
	if (!wanted.tests && !wanted.regression) return facts;
	const told = read();
	// "Tests: 83/83" in a summary is the regression again, where that has as many.
	const passed = told.tests?.figures.passed;
	const isRegression = passed && "value" in passed && passed.value === factValue(facts["regression.passed"]);
	return {
		...facts,
		...(wanted.tests && !isRegression && figureFacts("tests", told.tests, undefined, lexicon)),
		...(wanted.regression && figureFacts("regression", told.regression, undefined, lexicon)),
	};
}

/** "tests: all green": a labelled line that stands for a section and counts nothing. */
function isLineWithoutFigure({ heading, blocks }: Section): boolean {
	return heading.slug === "" && !blocks.some(({ statements }) => statements.some(({ prose }) => /\d/.test(prose)));
}
