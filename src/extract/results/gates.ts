import type { Heading } from "#model/documents.ts";
import { lineText } from "#parse/source-text.ts";
import { normalise } from "../text.ts";
import type { AllPassed } from "./all-passed.ts";
import type { Lexicon } from "./lexicon.ts";
import type { ResultsReading } from "./results-reading.ts";
import type { Tally } from "./tallies.ts";

const outcome = /^[\s*+`|-]*([\w.-]{1,24}(?:\s[\w.-]{1,24})?)[*`]*\s*[:|]\s*[*`]*(pass|fail)(?:ed|s|ure)?\b/iu;
const whole = /\boverall\b\W+pass|\ball (?:\d+ )?gates pass|(?<![\d/])(\d+)\/\1 (?:gates?|checks?)(?: \w+)? pass/iu;

/** Where a section about gates says that all of them passed, and lists one that failed. */
export function gatesPassed({ parsed, outline, lexicon }: ResultsReading): AllPassed[] {
	return outline.flatMap((heading): AllPassed[] => {
		if (!isGateSection(heading, lexicon)) return [];
		const { line, endLine } = heading;
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

function isGateSection({ title, keys, depth }: Heading, lexicon: Lexicon): boolean {
	if (depth === 1 || keys.length > 0) return false;
	const name = normalise(title);
	return lexicon.has("gateWords", name) && !lexicon.has("before", name);
}

const share = /(?<![\d/.])(\d{1,3})\/(\d{1,3})(?![\d/.])/gu;

/** Two figures of the gates that passed, of as many gates: "8/8" in the baseline and "7/8" in the clean room. */
export function gateShares({ baseline, cleanRoom, outline, section, lexicon }: ResultsReading): Tally[] {
	const found: { passed: string; of: string; line: number }[] = [];
	const gates = outline.filter((heading) => isGateSection(heading, lexicon)).map(section);
	for (const { blocks } of [...gates, ...baseline, ...cleanRoom])
		for (const { name, statements } of blocks) {
			if (lexicon.has("before", name) || lexicon.has("attempt", name)) continue;
			for (const { prose, line } of statements) {
				const words = normalise(prose);
				if (!lexicon.has("gateWords", words) || lexicon.has("before", words) || lexicon.has("attempt", words)) continue;
				const shares = [...prose.matchAll(share)];
				const [one] = shares;
				if (one && shares.length === 1) found.push({ passed: one[1] ?? "", of: one[2] ?? "", line });
			}
		}
	const [first] = found;
	const other = first && found.find(({ passed, of }) => of === first.of && passed !== first.passed);
	if (!first || !other) return [];
	const [stated, counted] = [Number(first.passed), Number(other.passed)];
	return [{ kind: "twice", what: "gates passed", stated, counted, line: first.line, listLine: other.line }];
}
