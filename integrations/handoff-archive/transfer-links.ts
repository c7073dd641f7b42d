import { transferPage } from "#model/site-path.ts";
import type { Word } from "#model/transfers.ts";
import type { ReadArchive } from "./read.ts";
import type { DecisionText } from "./search-data.ts";
import type { TransferLink } from "./transfer-slices.ts";

/** Finds the handoff document that a deliverable is: its path ends with the document's path in the archive. */
export function documentLinks({ archive, plan }: ReadArchive): (path: string) => TransferLink | null {
	const byName = Map.groupBy(archive.documents, ({ path }) => path.slice(path.lastIndexOf("/") + 1));
	return (path) => {
		const found = byName
			.get(path.slice(path.lastIndexOf("/") + 1))
			?.find((document) => path === document.path || path.endsWith(`/${document.path}`));
		const place = found && plan.documents.get(found.path);
		return found && place ? { text: found.handoff ?? found.path, href: `${place.page}#${place.key}` } : null;
	};
}

/** For the pages of builder handoffs: the transfers that hand over their documents. */
export function transfersOfHandoffs(read: ReadArchive): ReadonlyMap<string, readonly TransferLink[]> {
	const links = new Map<string, TransferLink[]>();
	const find = documentLinks(read);
	for (const { id, deliverables } of read.archive.transfers?.transfers ?? [])
		for (const { path } of deliverables ?? []) {
			const handoff = path && find(path.value)?.text;
			if (!handoff) continue;
			const own = links.get(handoff) ?? [];
			links.set(handoff, own);
			if (!own.some(({ text }) => text === id)) own.push({ text: id, href: transferPage(id) });
		}
	return links;
}

/** What the index holds of handoffs between modes: each decision, blocker and next action leads to where it stands on its page. */
export function* transferTexts({ archive }: ReadArchive): Generator<DecisionText> {
	for (const { id, path, decisions, blockers, nextActions } of archive.transfers?.transfers ?? []) {
		const of = (words: readonly Word[] | null, key: string) =>
			(words ?? []).map(({ value }, index) => ({ id: `${key}-${index + 1}`, title: "", text: value }));
		const sections = [...of(decisions, "decision"), ...of(blockers, "blocker"), ...of(nextActions, "next")];
		const [first] = sections;
		if (first) yield { href: `${transferPage(id)}#${first.id}`, path, title: id, handoff: null, sections };
	}
}
