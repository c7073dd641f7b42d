/** What a fact shows beside its label: its value, or several of them, and a note. */
interface Shown {
	readonly value: string;
	readonly items: readonly string[];
	readonly note: string | null;
}

/** More characters than this do not fit beside a second column of facts. */
const mostBeside = 40;

/** Whether a fact takes the whole width, by all that it shows. */
export function isLong({ value, items, note }: Shown): boolean {
	return [...items, value, note ?? ""].filter((text) => text !== "").join(", ").length > mostBeside;
}
