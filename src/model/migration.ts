/** A document's way into the directory of its handoff. */
export interface Move {
	readonly from: string;
	readonly to: string;
}

/** What moving the documents of a flat layout comes to. */
export interface Migration {
	readonly moves: readonly Move[];
	/** Documents that stay, and why. */
	readonly kept: readonly { readonly path: string; readonly reason: string }[];
	/** Addresses of links that have to change with the moves, by the document (as it is called now) that holds them. */
	readonly links: ReadonlyMap<string, readonly LinkEdit[]>;
}

/** A link whose address changes; it stands on this line of the document. */
export interface LinkEdit {
	readonly line: number;
	readonly column: number;
	readonly url: string;
	readonly newUrl: string;
}
