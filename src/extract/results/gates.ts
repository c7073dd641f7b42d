import { lineText } from "#parse/source-text.ts";
import { normalise } from "../text.ts";
import type { AllPassed } from "./all-passed.ts";
import type { ResultsReading } from "./results-reading.ts";

const outcome = /^[\s*+`|-]*([\w.-]{1,24}(?:\s[\w.-]{1,24})?)[*`]*\s*[:|]\s*[*`]*(pass|fail)(?:ed|s|ure)?\b/iu;
const whole = /\boverall\b\W+pass|\ball (?:\d+ )?gates pass|(?<![\d/])(\d+)\/\1 (?:gates?|checks?)(?: \w+)? pass/iu;

/** Where a section about gates says that all of them passed, and lists one that failed. */
export function gatesPassed({ parsed, outline, lexicon }: ResultsReading): AllPassed[] {
	return outline.flatMap(({ title, keys, depth, line, endLine }): AllPassed[] => {
		if (
			depth === 1 ||
			keys.length > 0 ||
			!lexicon.has("gateWords", normalise(title)) ||
			lexicon.has("before", normalise(title))
		)
			return [];
		let claim: { words: string; line: number } | null = null;
		const failed: number[] = [];
		for (let at = line + 1; at <= endLine; at++) {
			const text = lineText(parsed.source, at);
			// An earlier attempt shows failures that were mended.
			if (/^#{2,6}\s/.test(text) && /\bbefore\b|\battempt\b|\bfirst\b/i.test(text)) return [];
			if (text.length > longest) continue;
			const [, name = "", said] = outcome.exec(text) ?? [];
			if (whole.test(text)) claim = { words: text.trim(), line: at };
			else if (said?.toLowerCase() === "fail" && !/overall|\bpass/i.test(`${name} ${text}`)) failed.push(at);
		}
		const [first] = failed;
		return claim && first !== undefined ? [{ ...claim, failed: failed.length, failedLine: first, of: "gates" }] : [];
	});
}

const longest = 400;
