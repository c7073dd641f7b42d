import { type CountKey, countKeys } from "../text/lexicon.ts";
import type { Unclear } from "../text/numbers.ts";

/** One figure of a test run, or why it cannot be read. */
export type Figure = { readonly value: number; readonly rest: string } | Unclear;

export type Counts = Partial<Record<CountKey, Figure>>;

/** A figure and the words behind it, without the punctuation between. */
export function figure(value: number, rest = ""): Figure {
	return { value, rest: rest.replace(/^[\s,.;:–—-]+/, "").trim() };
}

/** Takes over from `more` the counts that are not there yet. */
export function fill(counts: Counts, more: Counts): void {
	for (const key of countKeys) if (!counts[key] && more[key]) counts[key] = more[key];
}

/** The number that a figure is; none counts as 0. */
export function countIn(counted: Figure | undefined): number {
	return counted && "value" in counted ? counted.value : 0;
}
