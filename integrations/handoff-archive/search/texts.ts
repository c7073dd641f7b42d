import { writtenOut } from "#model/hidden.ts";
import { transferPage } from "#model/site-path.ts";
import type { Word } from "#model/transfers.ts";
import type { ReadArchive } from "../read/read.ts";
import { placeDecisions } from "../slices/decisions.ts";

/** What belongs together as one text of the index: the decisions of a handoff or a transfer, each under an anchor of its own. */
export interface IndexedText {
	readonly href: string;
	readonly path: string;
	readonly title: string;
	readonly handoff: string | null;
	readonly sections: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}

/** What the index holds of decisions, so that they are found by themselves and lead to where they are listed. */
export function* decisionTexts(read: ReadArchive): Generator<IndexedText> {
	const { pages, anchor, href } = placeDecisions(read);
	for (const group of pages.flat()) {
		const [first] = group;
		if (!first) continue;
		yield {
			href: href(first),
			path: first.path,
			title: "",
			handoff: first.handoff,
			// A decision's own words are all that is said of it: they stand as text, under no heading that would weigh more.
			sections: group.map((decision) => ({ id: anchor(decision), title: "", text: writtenOut(decision.words) })),
		};
	}
}

/** What the index holds of handoffs between modes: each decision, blocker and next action leads to where it stands on its page. */
export function* transferTexts({ archive }: ReadArchive): Generator<IndexedText> {
	for (const { id, path, decisions, blockers, nextActions } of archive.transfers?.transfers ?? []) {
		const of = (words: readonly Word[] | null, key: string) =>
			(words ?? []).map(({ value }, index) => ({ id: `${key}-${index + 1}`, title: "", text: value }));
		const sections = [...of(decisions, "decision"), ...of(blockers, "blocker"), ...of(nextActions, "next")];
		const [first] = sections;
		if (first) yield { href: `${transferPage(id)}#${first.id}`, path, title: id, handoff: null, sections };
	}
}
