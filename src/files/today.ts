/**
 * The day (ISO date, UTC) on which waivers are held against their expiry: HANDOFFS_TODAY, else the day of SOURCE_DATE_EPOCH, so
 * that a build can be repeated, else today. A value that is no day comes back as a message.
 */
export function dayOf(
	env: Readonly<Record<string, string | undefined>>,
	now: Date,
): { readonly today: string } | { readonly message: string } {
	const named = env["HANDOFFS_TODAY"];
	if (named) return isDay(named) ? { today: named } : { message: `HANDOFFS_TODAY is no day: ${named}` };
	const epoch = env["SOURCE_DATE_EPOCH"];
	if (epoch && !/^\d{1,11}$/.test(epoch)) return { message: `SOURCE_DATE_EPOCH is no number of seconds: ${epoch}` };
	return { today: (epoch ? new Date(Number(epoch) * 1000) : now).toISOString().slice(0, 10) };
}

/** Whether a text is a day that exists, in the form 2026-12-31. */
export function isDay(text: string): boolean {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
