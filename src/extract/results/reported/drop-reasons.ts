import type { DropReason } from "#model/baselines.ts";
import { lineText } from "#parse/source-text.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import { plainDigits } from "../text/numbers.ts";
import type { ResultsReading } from "./results-reading.ts";

const reasonSections = ["testResults", "baselineSnapshot", "fullRegression", "issuesEncountered", "notesForReviewer"];

/** Lines that say that tests or packages went away, in the sections where a reviewer looks for it. */
export function dropReasons({ parsed, outline, standard, lexicon }: ResultsReading): DropReason[] {
	const packageId = patternFrom(standard.packageId, "u");
	const packageIds = patternFrom(standard.packageId, "gu");
	const found: DropReason[] = [];
	const seen = new Set<number>();
	for (const { title, keys, line, endLine } of outline) {
		const named = lexicon.has("dropWords", normalise(title)) && /\bpackages?\b|\btests?\b|PKG/iu.test(title);
		const speaks = keys.some((key) => reasonSections.includes(key)) || lexicon.is("headerSections", normalise(title));
		if (!named && !speaks) continue;
		for (let at = named ? line : line + 1; at <= endLine; at++) {
			const text = lineText(parsed.source, at);
			if (seen.has(at) || text.length < shortest || text.length > longest) continue;
			const words = normalise(text);
			if (!(named && at === line) && (!lexicon.has("dropWords", words) || lexicon.has("intentions", words))) continue;
			if (lexicon.has("failureWords", words)) continue;
			seen.add(at);
			const tests = lexicon.has("tests", words);
			const packages = /\bpackages?\b/.test(words) || packageId.test(text);
			const kinds = [...(packages ? ["packages" as const] : []), ...(tests || packages ? ["tests" as const] : [])];
			if (kinds.length === 0) continue;
			const ids = [...new Set(text.match(packageIds))];
			found.push({ kinds, packages: ids, counts: countsIn(text, ids.length), quote: text.trim(), line: at });
		}
	}
	return found.slice(0, mostReasons);
}

const countedTests = /(?<![\d.,#+-])(\d{1,6})\s+(?:[\p{L}-]+\s+){0,4}?tests?(?![\p{L}])/giu;
const countedPackages = /(?<![\d.,#+-])(\d{1,6})\s+(?:[\p{L}\d-]+\s+){0,3}?packages?(?![\p{L}])/giu;

/** The figures of tests and packages in a line, at most all together; packages may be named in the place of a figure. */
function countsIn(text: string, named: number): DropReason["counts"] {
	const sum = (pattern: RegExp) => {
		const figures = [...plainDigits(text).matchAll(pattern)].map((match) => Number(match[1]));
		return figures.length > 0 ? figures.reduce((all, figure) => all + figure, 0) : null;
	};
	const packages = sum(countedPackages);
	return { tests: sum(countedTests), packages: packages ?? (named > 0 ? named : null) };
}

const shortest = 8;
const longest = 2000;
const mostReasons = 12;
