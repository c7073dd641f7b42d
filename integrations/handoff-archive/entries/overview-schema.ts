import { z } from "astro/zod";
import { sealState } from "#model/seals.ts";

const link = z.strictObject({ id: z.string(), title: z.string(), href: z.string() });
const place = z.strictObject({ label: z.string(), line: z.int().nullable(), href: z.string().nullable() });

/** What was done to the documents of one handoff at one time. */
const change = z.strictObject({
	/** ISO date, with the time where git tells it. */
	time: z.string(),
	/** What says so: the history, or the date that the handoff's documents state. */
	basis: z.enum(["git", "stated"]),
	/** Null for documents of no handoff. */
	handoff: link.nullable(),
	documents: z.array(
		z.strictObject({ label: z.string(), kind: z.enum(["added", "changed", "removed"]), href: z.string().nullable() }),
	),
});

/** A count below the one it is compared with, and no word why; or failing tests that no earlier run has. */
const regression = z.strictObject({
	handoff: link,
	kind: z.enum(["packages", "tests", "passed", "failed"]),
	before: z.int(),
	after: z.int(),
	/** The handoff compared with. */
	against: z.string(),
	/** What both count, in the document's words; null where it does not say. */
	scope: z.string().nullable(),
	place,
});

/** Counts of one kind and scope, each compared with the one before it. */
const series = z.strictObject({
	kind: z.enum(["tests", "packages"]),
	points: z.array(z.strictObject({ handoff: z.string(), value: z.int(), dropped: z.boolean() })),
	/** The latest less the one before; null for a first one. */
	delta: z.int().nullable(),
	place,
});

const waiver = z.strictObject({
	rule: z.string(),
	/** As the waivers file names them. */
	handoffs: z.string(),
	owner: z.string(),
	reason: z.string(),
	expires: z.string(),
	/** Days from the day of the check to its last day; negative where it has expired. */
	days: z.int(),
	/** Findings that it excuses. */
	covers: z.int(),
});

/** What the overview says beyond the handoffs themselves. */
export const overviewEntry = z.strictObject({
	/** The latest first. */
	changes: z.array(change),
	/** The latest first. */
	regressions: z.array(regression),
	series: z.array(series),
	/** The one that ends first, first. */
	waivers: z.array(waiver),
	/** How many handoffs were validated and are as they were, and the others: changed since, or gone. */
	seals: z.strictObject({
		hold: z.int(),
		broken: z.array(z.strictObject({ handoff: link.nullable(), seal: sealState })),
	}),
});

export type OverviewEntry = z.output<typeof overviewEntry>;
