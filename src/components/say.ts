import { speech as joined, language } from "virtual:handoff-archive/words";
import { speechOf } from "#words/speech.ts";

/** The language of the site, in words and figures. */
export const speech = speechOf(language, joined.and);
export const { say, parts, number, ordinal, listed, capitalised, date } = speech;
