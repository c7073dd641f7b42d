import type { PackageList } from "#model/baselines.ts";
import type { Fact } from "#model/facts.ts";
import { lineText, type SourceText } from "#parse/source-text.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Block, Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Statement } from "../text/statements.ts";

/** The packages that the baseline names as installed: the longest list in a line, in a part's lines or in its code. */
export function baselinePackages(
	sections: readonly Section[],
	packageId: string,
	lexicon: Lexicon,
): PackageList | null {
	const pattern = patternFrom(packageId, "gu");
	const isPart = ({ value, prose }: Statement) => {
		const stated = Number(/^\W*(\d{1,6})\b/.exec(value)?.[1] ?? 0);
		const ids = new Set(value.match(pattern)).size;
		return ids * 2 <= stated && (/\+/.test(value) || lexicon.has("partialLists", normalise(prose)));
	};
	let best: PackageList | null = null;
	const offer = (texts: readonly string[], line: number, least = 2) => {
		const ids = [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))];
		if (ids.length >= least && ids.length > (best?.ids.length ?? 0)) best = { section: "baseline", ids, line };
	};
	for (const { blocks } of sections)
		for (const block of blocks) {
			if (lexicon.has("before", block.name) || lexicon.has("dropWords", block.name)) continue;
			for (const said of block.statements) {
				const { text, prose, line, label } = said;
				if (!lexicon.has("dropWords", normalise(prose)) && !/[→⟶➜]|->/.test(text) && !isPart(said))
					offer([text], line, label && lexicon.is("packageListLabels", label.name) ? 1 : 2);
			}
			if (block.title !== null) offer(textsOf(block), block.line);
		}
	return best;
}

function textsOf({ statements, codes, tables }: Block): string[] {
	return [
		...statements.filter(({ kind }) => kind === "item").map(({ text }) => text),
		...codes.flatMap(({ lines }) => lines.map(({ text }) => text)),
		...tables.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text).join(" "))),
	];
}

const abridged =
	/\d+\s+(?:[\p{L}-]+\s+){0,2}packages?\b|\d+\s+(?:more|others?|remaining)|\.\.\.|…|\betc\b|\bauto\b|\bremaining\b|\bothers\b|\brest\b/iu;

/** The packages of the install order, where the order names them all and stands for none by a figure or dots. */
export function orderedPackages(order: Fact<readonly string[]> | undefined, source: SourceText): PackageList | null {
	if (!order || !("value" in order) || order.value.length < 2) return null;
	const ids = new Set(order.value);
	const left = new Set(ids);
	for (let line = Math.max(1, order.line - 2); line < order.line + mostLines && left.size > 0; line++) {
		const text = lineText(source, line);
		if (abridged.test(text)) return null;
		for (const id of left) if (text.includes(id)) left.delete(id);
	}
	return left.size === 0 ? { section: "cleanRoom", ids: [...ids], line: order.line } : null;
}

// An order that takes more lines than this is a log.
const mostLines = 80;
