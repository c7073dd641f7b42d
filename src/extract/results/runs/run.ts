import type { CountKey } from "../text/lexicon.ts";
import type { Unclear } from "../text/numbers.ts";

/** A figure of a run, with the line it stands on. */
export type PlacedFigure =
	| {
			readonly value: number;
			readonly line: number;
			readonly rest: string;
			/** The figures that it is the sum of, where the document states only those. */
			readonly parts?: readonly number[];
	  }
	| (Unclear & { readonly line: number });

/** One test run as the document reports it. */
export interface Run {
	readonly figures: Partial<Record<CountKey, PlacedFigure>>;
	/** What the run is called: a subheading, an introducing line, a table row's first cell; "" for the section's own. */
	readonly name: string;
	/** 3 labelled figures or a table's total row, 2 a heading, 1 running words, 0 a tool's output. */
	readonly rank: 0 | 1 | 2 | 3;
	/** Whether a total may be derived: no outcomes beside passed, failed and skipped. */
	readonly closed: boolean;
}

/** A run while it is read. */
export interface Draft {
	figures: Partial<Record<CountKey, PlacedFigure>>;
	name: string;
	rank: 0 | 1 | 2 | 3;
	closed: boolean;
	group: number;
	labelled: boolean;
	/** The labels met so far, also those without a number: one that comes again begins another run. */
	seen: Set<CountKey>;
}
