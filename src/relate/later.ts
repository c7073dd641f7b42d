import type { Handoff } from "#model/archive.ts";
import type { SourceLine } from "#model/baselines.ts";
import type { DocumentRecord, FileAction } from "#model/documents.ts";

/** A handoff that works again on what an earlier one worked on. */
export interface LaterTouch {
	readonly handoff: string;
	/** The files of the earlier one that its RESULTS list, each with what was done and where that is stated. */
	readonly files: readonly { readonly path: string; readonly action: FileAction; readonly place: SourceLine }[];
	/** The packages that both are about. */
	readonly packages: readonly string[];
}

interface Touched {
	readonly files: LaterTouch["files"][number][];
	readonly packages: string[];
}

interface Claim {
	readonly handoff: string;
	readonly action: FileAction;
	readonly place: SourceLine;
}

/**
 * For each handoff, the handoffs that come next to its files and packages, in build order. Of the many that may touch one file
 * only the next is named, which in turn names the one after it: so the whole stays as large as the archive. Takes handoffs in
 * build order.
 */
export function laterTouches(
	handoffs: readonly Handoff[],
	documents: readonly DocumentRecord[],
): ReadonlyMap<string, readonly LaterTouch[]> {
	const order = new Map(handoffs.map(({ id }, index) => [id, index]));
	const touches = new Map<string, Map<string, Touched>>();
	const touch = (earlier: string, later: string): Touched => {
		const byLater = touches.get(earlier) ?? new Map<string, Touched>();
		const known = byLater.get(later) ?? { files: [], packages: [] };
		touches.set(earlier, byLater.set(later, known));
		return known;
	};
	for (const [path, claims] of claimsByPath(handoffs, documents))
		for (const [earlier, { handoff, action, place }] of pairs(claims))
			touch(earlier.handoff, handoff).files.push({ path, action, place });
	const packages = new Map<string, { handoff: string }[]>();
	for (const { id, packages: own } of handoffs)
		for (const name of own) {
			const members = packages.get(name) ?? [];
			members.push({ handoff: id });
			packages.set(name, members);
		}
	for (const [name, members] of packages)
		for (const [earlier, later] of pairs(members)) touch(earlier.handoff, later.handoff).packages.push(name);
	return new Map(
		[...touches].map(([id, later]) => [
			id,
			[...later]
				.map(([handoff, { files, packages }]) => ({ handoff, files, packages: packages.sort() }))
				.sort((a, b) => (order.get(a.handoff) ?? 0) - (order.get(b.handoff) ?? 0)),
		]),
	);
}

/** What RESULTS say of each path, in build order; of one handoff, the first. */
function claimsByPath(handoffs: readonly Handoff[], documents: readonly DocumentRecord[]) {
	const records = new Map(documents.map((record) => [record.path, record]));
	const claims = new Map<string, Claim[]>();
	for (const { id, documents: own } of handoffs)
		for (const { path } of own)
			for (const { path: written, action, line } of records.get(path)?.files ?? []) {
				// A bare name may be a file of any folder.
				const name = written.replace(/^\.\//u, "");
				if (!name.includes("/")) continue;
				const known = claims.get(name) ?? [];
				if (known.at(-1)?.handoff === id) continue;
				known.push({ handoff: id, action, place: { path, line } });
				claims.set(name, known);
			}
	return claims;
}

function* pairs<Item>(items: readonly Item[]): Generator<readonly [Item, Item]> {
	let before: Item | undefined;
	for (const item of items) {
		if (before) yield [before, item];
		before = item;
	}
}
