import { z } from "zod";
import { severities } from "./findings.ts";
import { terms } from "./phrase.ts";
import { readingProblemCodes } from "./source.ts";

const line = z.int().positive();
const point = z.strictObject({ line, column: z.int().positive() });
const range = z.strictObject({ start: point, end: point });
const place = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("range"), path: z.string(), range }),
	z.strictObject({ kind: z.literal("file"), path: z.string() }),
]);

/** A word as written, and where. */
const word = z.strictObject({ value: z.string(), place });
const words = z.array(word).readonly();

/** A key that the format does not name, with its value as YAML or JSON text. */
const further = z.strictObject({ key: z.string(), value: z.string(), place });

const comment = z.strictObject({ text: z.string(), line });

/**
 * What is wrong with a text or value where the file is read. The first group keeps the YAML from being read as it stands;
 * the second concerns what it says.
 */
const transferProblemCodes = [
	"syntax",
	"duplicate-key",
	"alias",
	"tab",
	"too-long",
	"too-deep",
	"too-many",
	"no-handoff",
	"missing",
	"wrong-type",
	"unknown-value",
	"unknown-key",
	"misplaced",
	"bad-time",
	"negative",
	"unlike-type",
] as const;

const problem = z.strictObject({
	code: z.enum(transferProblemCodes),
	place,
	/** Figures and words for the rule's message. */
	data: z.record(z.string(), z.union([z.string(), z.number()])),
	terms: terms.exactOptional().describe("What those of them are made of that are words of the product."),
	/** Where what is doubled stands first. */
	twin: place.exactOptional(),
	/** Where the case is not as grave as the rule's own severity. */
	severity: z.enum(severities).exactOptional(),
});

/** A moment: as written, and as milliseconds since 1970 (UTC) where that can be told. */
const moment = z.strictObject({
	written: z.string(),
	instant: z.number().nullable(),
	/** False where the text names no time zone and that of the protocol was taken. */
	isZoned: z.boolean(),
	place,
});

/** The task that something belongs to: stated, or taken from the folder or file that it stands in. */
const task = z.strictObject({ name: z.string(), basis: z.enum(["stated", "folder"]) });

const deliverableSchema = z.strictObject({
	path: word.nullable(),
	type: word.nullable(),
	state: word.nullable(),
	further: z.array(further).readonly(),
	place,
});

/** Where a handoff stands: a YAML file, a fenced block or the end of a Markdown document; an excerpt lacks its `handoff:`. */
const transferForms = ["file", "block", "trailing", "excerpt"] as const;

/** One mode-to-mode handoff as written, every value with its place. Null where nothing is stated. */
export const transferSchema = z.strictObject({
	/** Its path without the ending, `#2` for the second of a file. */
	id: z.string(),
	path: z.string(),
	form: z.enum(transferForms),
	/** The handoff as a whole. */
	place,
	task: task.nullable(),
	at: moment.nullable(),
	from: word.nullable(),
	to: word.nullable(),
	phase: word.nullable(),
	status: word.nullable(),
	deliverables: z.array(deliverableSchema).readonly().nullable(),
	decisions: words.nullable(),
	blockers: words.nullable(),
	nextActions: words.nullable(),
	further: z.array(further).readonly(),
	comments: z.array(comment).readonly(),
	problems: z.array(problem).readonly(),
});

/** One entry of the handoff log. */
export const historyEntrySchema = z.strictObject({
	/** Its file's path without the ending, and its number in the file: `log@12`. */
	id: z.string(),
	path: z.string(),
	/** Its position in the log, over all files, from 0. */
	index: z.int().nonnegative(),
	place,
	task: task.nullable(),
	at: moment.nullable(),
	from: word.nullable(),
	to: word.nullable(),
	status: word.nullable(),
	phase: word.nullable(),
	minutes: z.strictObject({ value: z.number(), place }).nullable(),
	blockers: words.nullable(),
	/** The file of the handoff that it names. */
	file: word.nullable(),
	further: z.array(further).readonly(),
	comments: z.array(comment).readonly(),
	problems: z.array(problem).readonly(),
});

/** A file of transfers as read: what could not be read of it, and what it holds. */
export const transferFileSchema = z.strictObject({
	path: z.string(),
	bytes: z.int().nonnegative(),
	lines: z.int().nonnegative(),
	sha256: z.string(),
	/** What kept the bytes or the YAML from being read as they stand. */
	problems: z.array(problem).readonly(),
	reading: z
		.array(
			z.strictObject({
				code: z.enum(readingProblemCodes),
				path: z.string(),
				range: range.exactOptional(),
				data: z.record(z.string(), z.union([z.string(), z.number()])),
				terms: terms.exactOptional(),
			}),
		)
		.readonly(),
	/** Places of credentials; they are blotted out in everything else that is known of the file. */
	secrets: z.array(z.strictObject({ service: z.string(), range })).readonly(),
	transfers: z.array(transferSchema).readonly(),
	history: z.array(historyEntrySchema).readonly(),
});

export type Word = z.output<typeof word>;
export type FurtherKey = z.output<typeof further>;
export type TransferProblem = z.output<typeof problem>;
export type TransferProblemCode = TransferProblem["code"];
export type Moment = z.output<typeof moment>;
export type TransferTask = z.output<typeof task>;
export type Deliverable = z.output<typeof deliverableSchema>;
export type TransferForm = (typeof transferForms)[number];
export type Transfer = z.output<typeof transferSchema>;
export type HistoryEntry = z.output<typeof historyEntrySchema>;
export type TransferFile = z.output<typeof transferFileSchema>;

/** Which handoff each entry of the log records, and what is left on either side. */
export interface Reconciled {
	/** The handoff of an entry, by the entry's id. */
	readonly transferOf: ReadonlyMap<string, Transfer>;
	/** The entry of a handoff, by the handoff's id. */
	readonly entryOf: ReadonlyMap<string, HistoryEntry>;
	/** Entries that record nothing that is there. */
	readonly entriesAlone: readonly HistoryEntry[];
	readonly transfersAlone: readonly Transfer[];
	/** Entries that record what an earlier entry records already. */
	readonly twice: readonly { readonly entry: HistoryEntry; readonly first: HistoryEntry }[];
}
