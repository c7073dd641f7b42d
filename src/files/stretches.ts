import { availableParallelism } from "node:os";
import type { ArchiveEntry } from "#model/source.ts";
import { compareText } from "#model/text-order.ts";

/** What was made of a stretch of a list, and where the stretch starts. */
export interface Stretch<Made> {
	readonly from: number;
	readonly made: Made;
}

/** So many items are taken at once: few enough that all threads end together, enough that taking them costs nothing. */
const length = 16;

/** The end of a list from which a thread takes what nobody has taken yet. */
export type ListEnd = "first" | "last";

/** How far threads are in a list that they read together. */
export type Cursor = Int32Array<SharedArrayBuffer>;

const [taken, counters] = [0, { first: 1, last: 2 }] as const;

/** A cursor that stands at both ends of the list. */
export function newCursor(): Cursor {
	return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Takes stretches of an archive that all threads have alike until nothing is left of it. Documents whose names differ by numbers
 * alone stand together, and threads begin at either end: what each of them has to warm up for, such as specifications or RESULTS,
 * the other one hardly needs.
 */
export function readStretches<Made>(
	entries: readonly ArchiveEntry[],
	cursor: Cursor,
	end: ListEnd,
	read: (entries: readonly ArchiveEntry[]) => Made,
): readonly Stretch<Made>[] {
	const items = alikeTogether(entries);
	const count = Math.ceil(items.length / length);
	const stretches: Stretch<Made>[] = [];
	while (Atomics.add(cursor, taken, 1) < count) {
		const before = Atomics.add(cursor, counters[end], 1);
		const from = length * (end === "first" ? before : count - 1 - before);
		stretches.push({ from, made: read(items.slice(from, from + length)) });
	}
	return stretches;
}

function alikeTogether(entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] {
	const named = entries.map((entry) => ({ entry, name: entry.path.replace(/^.*\/|\d+/gu, "") }));
	return named.sort((a, b) => compareText(a.name, b.name)).map(({ entry }) => entry);
}

/** Bytes of documents from which a further thread saves more time than it takes to start. */
const bytesPerThread = 2_500_000;
const mostThreads = 5;

/** How many threads an archive is worth, the one that asks included. */
export function threadsFor({ entries }: { readonly entries: readonly ArchiveEntry[] }): number {
	const total = entries.reduce((sum, entry) => sum + (entry.kind === "file" ? entry.size : 0), 0);
	return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.floor(total / bytesPerThread)));
}
