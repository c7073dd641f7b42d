import type { CollectionEntry } from "astro:content";

type Documents = CollectionEntry<"overview">["data"]["changes"][number]["documents"];

/** More documents than this of one commit are counted, not named. */
const mostNamed = 4;

const kinds = ["added", "changed", "removed"] as const;

/** What was done to documents at one time: "Spec, Results added; Prompt changed". */
export function changeWords(documents: Documents): {
	readonly kind: string;
	readonly parts: readonly { readonly label: string; readonly href: string | null }[];
}[] {
	return kinds.flatMap((kind) => {
		const own = documents.filter((document) => document.kind === kind);
		if (own.length === 0) return [];
		const named = own.slice(0, mostNamed).map(({ label, href }) => ({ label, href }));
		const more = own.length - named.length;
		return [{ kind, parts: more > 0 ? [...named, { label: `${more} more`, href: null }] : named }];
	});
}

/** "28 Aug 2026", by the calendar of whoever committed it. */
export function dayWords(time: string): string {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(time) ?? [];
	if (year === undefined) return "";
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}
