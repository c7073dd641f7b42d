import { charts, speech } from "#words/en/index.ts";
import { speechOf } from "#words/speech.ts";

export * from "#words/en/index.ts";
export const language = "en";

/** What drawings say in English. */
export const told = { words: charts, speech: speechOf(language, speech.and) };
