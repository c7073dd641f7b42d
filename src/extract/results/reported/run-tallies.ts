import type { Run } from "../runs/run.ts";
import { runsOf } from "../runs/runs.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Tally } from "./tallies.ts";

/**
 * Two accounts of one run in a section that count as many tests and other outcomes: "16/16 pass" above "15 passed; 1 failed".
 * Runs of named parts are runs of their own.
 */
export function disagreeing(section: Section, lexicon: Lexicon): Tally[] {
	const runs = runsOf(section, lexicon).own.flatMap((run) => accountOf(run));
	const [first] = runs;
	const other = first && runs.find(({ total, passed }) => total === first.total && passed !== first.passed);
	if (!first || !other) return [];
	return [
		{
			kind: "twice",
			what: "passed",
			stated: first.passed,
			counted: other.passed,
			line: first.line,
			listLine: other.line,
		},
	];
}

/** How many tests a run has and how many of them passed, where both are known. */
function accountOf({ figures, closed }: Run): { total: number; passed: number; line: number }[] {
	const value = (key: keyof Run["figures"]) => {
		const figure = figures[key];
		return figure && "value" in figure ? figure.value : undefined;
	};
	const passed = value("passed");
	const failed = value("failed");
	const sum =
		closed && passed !== undefined && failed !== undefined ? passed + failed + (value("skipped") ?? 0) : undefined;
	const total = value("total") ?? sum;
	const line = figures.passed?.line;
	return total === undefined || passed === undefined || line === undefined ? [] : [{ total, passed, line }];
}
