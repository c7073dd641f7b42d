import type { HistoryEntry, Reconciled, Transfer } from "#model/transfers.ts";

/**
 * Pairs the log with the handoffs. An entry that names a file is paired with the handoff in it; the others with handoffs of
 * the same task, modes and status, the first with the first in the order of time and of files.
 */
export function reconcile(transfers: readonly Transfer[], history: readonly HistoryEntry[]): Reconciled {
	const transferOf = new Map<string, Transfer>();
	const entryOf = new Map<string, HistoryEntry>();
	const pair = (entry: HistoryEntry, transfer: Transfer) => {
		transferOf.set(entry.id, transfer);
		entryOf.set(transfer.id, entry);
	};
	const twice = repeatedEntries(history);
	const repeated = new Set(twice.map(({ entry }) => entry.id));
	const open = history.filter(({ id }) => !repeated.has(id));
	const byFile = new Map<string, Transfer>();
	for (const transfer of transfers)
		for (const name of namesOf(transfer)) if (!byFile.has(name)) byFile.set(name, transfer);
	for (const entry of open) {
		const named = entry.file && byFile.get(entry.file.value.replace(/^\.\//, ""));
		if (!named) continue;
		const first = entryOf.get(named.id);
		if (first) twice.push({ entry, first });
		else pair(entry, named);
	}
	const logged = new Set(twice.map(({ entry }) => entry.id));
	if (transfers.length === 0) return result();
	const waiting = waitingTransfers(transfers.filter(({ id }) => !entryOf.has(id)));
	for (const entry of inOrderOfTime(open)) {
		if (transferOf.has(entry.id) || logged.has(entry.id) || entry.file) continue;
		const match = waiting(entry);
		if (match) pair(entry, match);
	}
	return result();

	function result(): Reconciled {
		return {
			transferOf,
			entryOf,
			entriesAlone: history.filter(({ id }) => !transferOf.has(id) && !logged.has(id)),
			transfersAlone: transfers.filter(({ id }) => !entryOf.has(id)),
			twice,
		};
	}
}

/** The entries of a log in the order of time; those without a time stay behind the entry they follow. */
export function inOrderOfTime(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
	let last = Number.NEGATIVE_INFINITY;
	const timed = history.map((entry) => {
		last = entry.at?.instant ?? last;
		return { entry, instant: last };
	});
	return timed.sort((a, b) => (a.instant === b.instant ? 0 : a.instant - b.instant)).map(({ entry }) => entry);
}

/** How an entry may name the file of a handoff: its path from the folder of transfers, or from that folder's own. */
function namesOf({ path, id }: Transfer): readonly string[] {
	const isFirst = !id.includes("#");
	return isFirst ? [path, path.slice(path.indexOf("/") + 1)] : [id];
}

function keyOf({ from, to, status }: Pick<Transfer, "from" | "to" | "status">, ...more: readonly unknown[]): string {
	return `${from?.value}\u0000${to?.value}\u0000${status?.value}\u0000${more.join("\u0000")}`;
}

interface Queue {
	readonly list: Transfer[];
	next: number;
}

/**
 * Hands out the handoff that fits an entry, each once: one of its very time, else one without a time; one of its task, else one
 * without a task, else, for an entry without a task, any.
 */
function waitingTransfers(transfers: readonly Transfer[]): (entry: HistoryEntry) => Transfer | undefined {
	const queues = new Map<string, Queue>();
	const used = new Set<Transfer>();
	const enqueue = (key: string, transfer: Transfer) => {
		const known = queues.get(key);
		if (known) known.list.push(transfer);
		else queues.set(key, { list: [transfer], next: 0 });
	};
	for (const transfer of transfers) {
		const time = transfer.at?.instant ?? "any time";
		enqueue(keyOf(transfer, transfer.task?.name ?? "no task", time), transfer);
		if (transfer.task) enqueue(keyOf(transfer, "any task", time), transfer);
	}
	const take = (key: string): Transfer | undefined => {
		const queue = queues.get(key);
		for (; queue && queue.next < queue.list.length; queue.next++) {
			const transfer = queue.list[queue.next];
			if (!transfer || used.has(transfer)) continue;
			used.add(transfer);
			return transfer;
		}
		return undefined;
	};
	return (entry) => {
		const tasks = entry.task ? [entry.task.name, "no task"] : ["no task", "any task"];
		const times = entry.at?.instant == null ? ["any time"] : [entry.at.instant, "any time"];
		for (const time of times)
			for (const task of tasks) {
				const found = take(keyOf(entry, task, time));
				if (found) return found;
			}
		return undefined;
	};
}

/** Entries that are equal in all that they say of a handoff, times included. */
function repeatedEntries(history: readonly HistoryEntry[]): { entry: HistoryEntry; first: HistoryEntry }[] {
	const byInstant = new Map<number, HistoryEntry | Map<string, HistoryEntry>>();
	return history.flatMap((entry) => {
		const instant = entry.at?.instant;
		if (instant == null) return [];
		const others = byInstant.get(instant);
		if (!others) {
			// Few entries share a time: only they are compared by their words.
			byInstant.set(instant, entry);
			return [];
		}
		const byWords = others instanceof Map ? others : new Map([[wordsOf(others), others]]);
		byInstant.set(instant, byWords);
		const first = byWords.get(wordsOf(entry));
		if (!first) byWords.set(wordsOf(entry), entry);
		return first ? [{ entry, first }] : [];
	});
}

function wordsOf(entry: HistoryEntry): string {
	return keyOf(entry, entry.task?.name ?? "");
}
