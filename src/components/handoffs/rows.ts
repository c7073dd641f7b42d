/** What a row of the list of handoffs is picked and sorted by. */
export interface Row {
	/** Where it stands in build order. */
	readonly order: number;
	readonly status: string;
	readonly family: string;
	/** Everything it says: id, title, packages. */
	readonly text: string;
	/** Numbers to sort by, by their names; what is not stated has none. */
	readonly figures: Readonly<Record<string, number | undefined>>;
}

export interface Choice {
	/** Words that all must occur, in any case. */
	readonly text: string;
	/** The empty word is every status, every family. */
	readonly status: string;
	readonly family: string;
	/** Empty for build order, "latest" for the other way round, else the figure of which the largest comes first. */
	readonly sort: string;
}

/** The rows that fit, in the order that was asked for. Those without the figure that is sorted by come last; ties keep build order. */
export function chosenRows<R extends Row>(rows: readonly R[], { text, status, family, sort }: Choice): R[] {
	const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
	const fitting = rows.filter((row) => {
		if ((status !== "" && row.status !== status) || (family !== "" && row.family !== family)) return false;
		const said = row.text.toLowerCase();
		return words.every((word) => said.includes(word));
	});
	if (sort === "") return fitting.sort((a, b) => a.order - b.order);
	if (sort === "latest") return fitting.sort((a, b) => b.order - a.order);
	const of = ({ figures }: Row) => figures[sort] ?? Number.NEGATIVE_INFINITY;
	return fitting.sort((a, b) => Math.sign(of(b) - of(a)) || a.order - b.order);
}
