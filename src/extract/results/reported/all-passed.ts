import type { Fact } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** Words that say that all tests pass, beside a figure of failures. */
export interface AllPassed {
	readonly words: string;
	readonly line: number;
	readonly failed: number;
	readonly failedLine: number;
	/** What passed, where it is no run of tests. */
	readonly of?: "gates";
}

const failing = /(?<![\d.,])([1-9]\d{0,8})\s+(?:[\p{L}-]+\s+){0,3}?(?:failures?|failed|failing)(?![\p{L}])/iu;

/** What the expression above does not match without; few lines have it. */
const mayFail = /fail/i;

/** The failures of a line that counts some: "196 passed, 2 failed"; null where it counts none. */
export function failuresCounted(text: string): number | null {
	const count = text.match(failing)?.[1];
	return count === undefined ? null : Number(count);
}

/**
 * Where a section says that all pass, in its title or in a line that itself counts failures; with `everywhere`, in any line
 * beside the one that counts them.
 */
export function allPassed(
	sections: readonly Section[],
	failed: Fact<number> | undefined,
	lexicon: Lexicon,
	everywhere = false,
): AllPassed[] {
	const found: AllPassed[] = [];
	for (const { heading, blocks } of sections) {
		const titles = [{ text: heading.title, line: heading.line }];
		if (everywhere)
			for (const { text, line, label, fullValue } of blocks.flatMap(({ statements }) => statements))
				if (!label || !lexicon.startsWith("noWords", normalise(fullValue))) titles.push({ text, line });
		for (const { title, line, nested } of blocks) if (title !== null && !nested) titles.push({ text: title, line });
		if (failed && "value" in failed && failed.value > 0)
			for (const { text, line } of titles)
				if (line !== failed.line && saysAllPass(text, lexicon))
					found.push({ words: text, line, failed: failed.value, failedLine: failed.line });
		for (const { text, line } of blocks.flatMap(({ statements }) => statements)) {
			const count = mayFail.test(text) && saysAllPass(text, lexicon) ? text.match(failing)?.[1] : undefined;
			if (count !== undefined) found.push({ words: text, line, failed: Number(count), failedLine: line });
		}
	}
	return found.filter((one, at) => found.findIndex(({ line }) => line === one.line) === at);
}

function saysAllPass(text: string, lexicon: Lexicon): boolean {
	if (!/\b(?:all|every|no)\b/i.test(text)) return false;
	const words = normalise(text);
	return lexicon.has("allPassClaims", words) && !lexicon.has("except", words) && !/\bnot all\b|\bwere\b/.test(words);
}
