import type { Heading } from "#model/documents.ts";
import { slugOf } from "./slugs.ts";

interface Titled extends Pick<Heading, "depth" | "keys"> {
	/** The title without its numbering. */
	readonly name: string;
}

/**
 * The anchors of a document's headings on its page, made to outlive edits: a section of the standard is called by the
 * standard's own key, whatever its title and number; any other heading by its title without the number. Of headings with one
 * title the uppermost has the plain name, the others that of the heading above them before it, so that one more of them
 * does not move the rest. Takes headings in document order, returns an anchor for each, unique in the document.
 */
export function anchorsOf(headings: readonly Titled[]): readonly string[] {
	const anchors = headings.map(() => "");
	const taken = new Set<string>();
	const twins = new Map<string, number>();
	const take = (index: number, wishes: readonly string[]) => {
		const last = wishes.at(-1) ?? "section";
		let anchor = wishes.find((wish) => !taken.has(wish));
		// Each name counts on from its last twin: a document may have any number of headings of one title.
		for (let twin = (twins.get(last) ?? 1) + 1; anchor === undefined; twin++) {
			twins.set(last, twin);
			if (!taken.has(`${last}-${twin}`)) anchor = `${last}-${twin}`;
		}
		taken.add(anchor);
		anchors[index] = anchor;
	};
	headings.forEach(({ keys: [key] }, index) => {
		if (key !== undefined) take(index, [kebab(key)]);
	});
	const above = parentsOf(headings);
	const others = headings.flatMap(({ keys, depth }, index) => (keys.length === 0 ? [{ index, depth }] : []));
	for (const { index } of others.sort((a, b) => a.depth - b.depth || a.index - b.index)) {
		const name = slugOf(headings[index]?.name ?? "") || "section";
		const parent = anchors[above[index] ?? -1];
		take(index, parent ? [name, `${parent}-${name}`] : [name]);
	}
	return anchors;
}

function kebab(key: string): string {
	return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The index of the heading that each one stands under; -1 where there is none. */
function parentsOf(headings: readonly Titled[]): readonly number[] {
	const open: number[] = [];
	return headings.map(({ depth }, index) => {
		for (let top = open.at(-1); top !== undefined && (headings[top]?.depth ?? 0) >= depth; top = open.at(-1))
			open.pop();
		const parent = open.at(-1) ?? -1;
		open.push(index);
		return parent;
	});
}
