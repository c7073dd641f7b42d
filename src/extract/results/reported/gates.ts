import type { Heading } from "#model/documents.ts";
import { lineText } from "#parse/source-text.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { AllPassed } from "./all-passed.ts";
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

const share = /(?<![\d/.])(\d{1,3})(?:\/|\s+of\s+(?:the\s+)?)(\d{1,3})(?![\d/.])/gu;

interface Share {
	readonly passed: number;
	readonly of: number;
	readonly line: number;
}

/** What contradicts itself about the gates: two figures of those that passed, and that all did where one did not. */
export function gateClaims(reading: ResultsReading, claim: { words: string; line: number } | null) {
	const shares = gateShares(reading);
	const short = shares.find(({ passed, of }) => passed < of);
	const told = claim && short && short.line !== claim.line ? claim : null;
	const allPassed: AllPassed[] =
		told && short ? [{ ...told, failed: short.of - short.passed, failedLine: short.line, of: "gates" }] : [];
	return { tallies: unlikeShares(shares), allPassed };
}

/** How many gates passed, of how many: "8/8" in the baseline, "7 of 8" in the clean room. */
function gateShares({ baseline, cleanRoom, outline, section, lexicon }: ResultsReading): Share[] {
	const found: Share[] = [];
	const gates = outline.filter((heading) => isGateSection(heading, lexicon)).map(section);
	for (const { blocks } of [...gates, ...baseline, ...cleanRoom])
		for (const { name, statements } of blocks) {
			if (lexicon.has("before", name) || lexicon.has("attempt", name)) continue;
			for (const { prose, line } of statements) {
				const words = normalise(prose);
				if (!lexicon.has("gateWords", words) || lexicon.has("before", words) || lexicon.has("attempt", words)) continue;
				const shares = [...prose.matchAll(share)];
				const [one] = shares;
				const tells = one?.[0].includes("/") || lexicon.has("passed", words) || /\bgreen\b/.test(words);
				if (one && tells && shares.length === 1) found.push({ passed: Number(one[1]), of: Number(one[2]), line });
			}
		}
	return found;
}

function unlikeShares(shares: readonly Share[]): Tally[] {
	const [first] = shares;
	const other = first && shares.find(({ passed, of }) => of === first.of && passed !== first.passed);
	if (!first || !other) return [];
	const { passed: stated, line } = first;
	return [{ kind: "twice", what: "gates passed", stated, counted: other.passed, line, listLine: other.line }];
}
