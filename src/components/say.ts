import { speech as joined, language } from "virtual:handoff-archive/words";
import { speechOf } from "#words/speech.ts";

/** The language of the site, in words and figures. */
export const speech = speechOf(language, joined.and);
export const { say, parts, number, ordinal, listed, capitalised, date } = speech;

/** "28 Aug 2026" of "2026-08-28T07:00:00+02:00", by the calendar of whoever wrote it; anything else as it is. */
export function dayWords(time: string): string {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(time) ?? [];
	if (year === undefined) return time;
	const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	return date(midnight, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}
