import { language, speech } from "virtual:handoff-archive/words";
import { speechOf } from "#words/speech.ts";

/** The language of the site, in words and figures. */
export const { say, parts, number, ordinal, listed, capitalised, date } = speechOf(language, speech.and);
