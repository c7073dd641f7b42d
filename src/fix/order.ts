import { numberedTitle } from "#extract/outline/outline.ts";
import { longestRise } from "#extract/outline/section-order.ts";
import type { Step } from "./edits.ts";
import { type Reading, sameFacts, sectionDepth } from "./reading.ts";

/** A stretch of the text that is moved as a whole: a section of the standard, or what stands between two. */
interface Block {
	/** Position of its section in the standard; null for other content, which stays where it is. */
	readonly index: number | null;
	readonly text: string;
}

/**
 * Brings the standard's sections in its order by moving as few of them as possible, each with all its bytes up to the next
 * heading of its level. Nothing is moved where the text would then be read otherwise.
 */
export function orderSections(reading: Reading): Step {
	const unchanged = { reading, changes: [] };
	const blocks = blocksOf(reading);
	if (!blocks) return unchanged;
	const sorted = inOrder(blocks);
	if (!sorted) return unchanged;
	const moved = sorted.moved.flatMap((index) => reading.sections[index] ?? []);
	const after = reading.again(
		tailsSwapped(blocks, sorted.blocks)
			.map(({ text }) => text)
			.join(""),
	);
	if (!sameHeadings(reading, after) || !sameFacts(reading, after)) return unchanged;
	return {
		reading: after,
		changes: moved.map((section) => ({
			kind: "order",
			message: `section "${numberedTitle(section)}" now stands at its place`,
		})),
	};
}

/** The text in blocks; null where the sections do not stand side by side on one level. */
function blocksOf({ text, record, sections, parsed }: Reading): readonly Block[] | null {
	const { outline } = record;
	const depth = sectionDepth(outline);
	const opened = outline.filter(({ keys }) => keys.length > 0);
	if (depth === null || opened.some((heading) => heading.depth !== depth || heading.keys.length > 1)) return null;
	const top = new Set(parsed.tree.children.map(({ position }) => position?.start.line));
	if (opened.some(({ line }) => !top.has(line))) return null;
	const { lineStarts } = parsed.source;
	const blocks: Block[] = [];
	let at = 0;
	const take = (end: number, index: number | null) => {
		if (end > at) blocks.push({ index, text: text.slice(at, end) });
		at = Math.max(at, end);
	};
	for (const { line, endLine, keys } of opened) {
		take(lineStarts[line - 1] ?? text.length, null);
		take(
			lineStarts[endLine] ?? text.length,
			sections.findIndex(({ key }) => keys.includes(key)),
		);
	}
	take(text.length, null);
	return blocks;
}

function inOrder(
	blocks: readonly Block[],
): { readonly blocks: readonly Block[]; readonly moved: readonly number[] } | null {
	const indexes = blocks.flatMap(({ index }) => index ?? []);
	const stay = new Set(longestRise(indexes).map((at) => indexes[at]));
	const moving = blocks.filter(({ index }) => index !== null && !stay.has(index));
	if (moving.length === 0) return null;
	const placed = blocks.filter((block) => !moving.includes(block));
	for (const block of moving.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))) {
		const own = block.index ?? 0;
		const next = placed.findIndex(({ index }) => index !== null && index > own);
		placed.splice(next === -1 ? placed.findLastIndex(({ index }) => index !== null) + 1 : next, 0, block);
	}
	return { blocks: placed, moved: moving.flatMap(({ index }) => index ?? []) };
}

/** The file's last block ends without a blank line; where another takes its place, the two exchange their ends. */
function tailsSwapped(before: readonly Block[], after: readonly Block[]): readonly Block[] {
	const [formerLast, last] = [before.at(-1), after.at(-1)];
	if (!formerLast || !last || formerLast === last) return after;
	const [short, long] = [tailOf(formerLast.text), tailOf(last.text)];
	if (/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(formerLast.text)) return after;
	return after.map((block) => {
		if (block === formerLast) return { ...block, text: block.text.slice(0, block.text.length - short.length) + long };
		if (block === last) return { ...block, text: block.text.slice(0, block.text.length - long.length) + short };
		return block;
	});
}

function tailOf(text: string): string {
	let at = text.length;
	while (at > 0 && (text[at - 1] === "\n" || text[at - 1] === "\r")) at--;
	return text.slice(at);
}

function sameHeadings(before: Reading, after: Reading): boolean {
	const list = ({ record }: Reading) =>
		record.outline.map(({ depth, title, slug, keys }) => [depth, title, slug, ...keys].join("\n")).sort();
	return JSON.stringify(list(before)) === JSON.stringify(list(after));
}
