import type { Moment, Word } from "#model/transfers.ts";

const form = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

const minute = 60_000;

/**
 * Reads an ISO 8601 date and time. Without a time zone it is read in `zone`; a time that no calendar has, or that is
 * written otherwise, has no instant.
 */
export function momentOf({ value, place }: Word, zone: string): Moment {
	const match = form.exec(value);
	const [, year, month, day, hour, least, second = "0", fraction = "", offset] = match ?? [];
	const isZoned = offset !== undefined;
	const local = match ? Date.UTC(Number(year), Number(month) - 1, Number(day)) : Number.NaN;
	const isDay = new Date(local).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12;
	const isTime = Number(hour) <= 23 && Number(least) <= 59 && Number(second) <= 59;
	const shift = minutesOf(offset ?? zone);
	if (!match || !isDay || !isTime || shift === null) return { written: value, instant: null, isZoned, place };
	const seconds = Number(hour) * 3600 + Number(least) * 60 + Number(second);
	const instant = local + seconds * 1000 + Math.floor(Number(`0.${fraction || "0"}`) * 1000) - shift * minute;
	return { written: value, instant, isZoned, place };
}

/** Minutes east of UTC; null for an offset that there is not. */
function minutesOf(zone: string): number | null {
	if (zone === "Z" || zone === "z") return 0;
	const [, sign, hours, minutes = "0"] = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone) ?? [];
	if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
	return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
