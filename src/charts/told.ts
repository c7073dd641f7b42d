import type { charts } from "#words/en/index.ts";
import type { Speech } from "#words/speech.ts";

/** What a drawing says, and in which language. */
export interface Told {
	readonly words: typeof charts;
	readonly speech: Speech;
}
