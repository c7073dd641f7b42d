import { transferPage } from "#model/site-path.ts";
import type { ReadArchive } from "../../read/read.ts";
import type { TransferLink } from "./slices.ts";

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
