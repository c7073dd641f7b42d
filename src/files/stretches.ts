import { availableParallelism } from "node:os";
import type { ArchiveEntry } from "#model/source.ts";

/** What was made of a stretch of a list, and where the stretch starts. */
export interface Stretch<Made> {
	readonly from: number;
	readonly made: Made;
}

/** So many items are taken at once: few enough that all threads end together, enough that taking them costs nothing. */
const length = 16;

/** The place in a list from which threads take what nobody has taken yet. */
export function newCursor(): Int32Array<SharedArrayBuffer> {
	return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Takes stretches of a list that all threads have alike until nothing is left of it. */
export function readStretches<Item, Made>(
	items: readonly Item[],
	cursor: Int32Array<SharedArrayBuffer>,
	read: (items: readonly Item[]) => Made,
): readonly Stretch<Made>[] {
	const stretches: Stretch<Made>[] = [];
	for (let from = Atomics.add(cursor, 0, length); from < items.length; from = Atomics.add(cursor, 0, length))
		stretches.push({ from, made: read(items.slice(from, from + length)) });
	return stretches;
}

/** Bytes of documents from which a further thread saves more time than it takes to start. */
const bytesPerThread = 2_500_000;
const mostThreads = 5;

/** How many threads an archive is worth, the one that asks included. */
export function threadsFor({ entries }: { readonly entries: readonly ArchiveEntry[] }): number {
	const total = entries.reduce((sum, entry) => sum + (entry.kind === "file" ? entry.size : 0), 0);
	return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.floor(total / bytesPerThread)));
}
