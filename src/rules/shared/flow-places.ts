import type { Place } from "#model/source.ts";
import type { HistorySubject } from "../judging/transfer-rule.ts";

/** A step of a chain, as far as it names where it is written. */
interface Written {
	readonly entry: string | null;
	readonly transfer: string | null;
}

/** Finds where steps of chains are written: the entry of the log, or where there is none the handoff. */
export function placesOfSteps({ history, transfers }: HistorySubject): (step: Written) => Place | null {
	const entries = new Map(history.map(({ id, place }) => [id, place]));
	const documents = new Map(transfers.map(({ id, place }) => [id, place]));
	return ({ entry, transfer }) =>
		(entry === null ? undefined : entries.get(entry)) ??
		(transfer === null ? undefined : documents.get(transfer)) ??
		null;
}
