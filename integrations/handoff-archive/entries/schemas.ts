import { z } from "astro/zod";
import { families } from "#model/archive.ts";
import { documentKinds, fileActions, relationTypes } from "#model/documents.ts";
import { findingStates, severities } from "#model/findings.ts";
import { standardSchema } from "#model/standard.ts";
import { verdictMarks } from "#model/verdicts.ts";

/*
 * What pages ask for: small typed slices, cut for the pages that show them. They lie in files beside the bodies, and not in Astro's
 * content store, which pages are bundled with: so they can be bundled while documents are read. Every `href` is relative to the
 * site's root and has no leading slash; pages put the base path before it.
 */

const place = z.strictObject({
	/** What the place is called on a page: "RESULTS", or a path. */
	label: z.string(),
	line: z.int().nullable(),
	href: z.string().nullable(),
});

const factState = z.enum(["stated", "derived", "verified", "unclear", "not-stated"]);

const fact = z.strictObject({
	label: z.string(),
	state: factState,
	/** The value in words; for an unclear one, why it is unclear; empty where nothing is stated. */
	value: z.string(),
	/** Whether the value is a command, which stands as it is written. */
	isCommand: z.boolean(),
	/** The parts of a value that is a list; else empty. */
	items: z.array(z.string()),
	/** What the figure counts, or what it was computed from. */
	note: z.string().nullable(),
	place: place.nullable(),
});

const finding = z.strictObject({
	rule: z.string(),
	/** What it means, in the words of a verdict; a rule that fails with less than an error warns or notes. */
	state: z.enum(findingStates),
	message: z.string(),
	/** Null where there is nothing to mend. */
	remedy: z.string().nullable(),
	/** Who excuses it, why and how long. */
	excuse: z.string().nullable(),
	handoff: z.string().nullable(),
	place,
	/** The line as it stands in the file. */
	excerpt: z.string().nullable(),
	related: z.array(z.strictObject({ message: z.string(), place })),
});

/** How many rules decided what; failures by the severity of their findings. */
const verdictCounts = z.record(z.enum(verdictMarks), z.int());

const tocItem = z.strictObject({ id: z.string(), title: z.string() });

const documentPart = z.strictObject({
	path: z.string(),
	kind: z.enum(documentKinds),
	/** The id of its part of the page; also precedes every anchor within it. */
	key: z.string(),
	/** What it is called on the page: "Spec", "Results 2". */
	label: z.string(),
	title: z.string().nullable(),
	lines: z.int(),
	bytes: z.int(),
	sha256: z.string(),
	/** Name the records with its HTML and its Markdown. */
	body: z.string(),
	source: z.string(),
	toc: z.array(tocItem),
	/** Lines whose block something leads to, ascending. */
	linkedLines: z.array(z.int()),
	facts: z.array(fact),
});

const neighbour = z.strictObject({ id: z.string(), title: z.string(), href: z.string() });

const relation = z.strictObject({
	type: z.enum(relationTypes),
	/** "out": this handoff says so of the other; "in": the other says so of this one. */
	direction: z.enum(["out", "in"]),
	/** Whether the other comes after this one in the build order. */
	isLater: z.boolean(),
	state: z.enum(["stated", "derived"]),
	id: z.string(),
	/** Null where the archive holds no such handoff. */
	title: z.string().nullable(),
	href: z.string().nullable(),
	place: place.nullable(),
});

/** The handoff beside it in its family: a component and its follow-ups, or all cleanups. */
const kin = z.strictObject({
	/** Id of the handoff that the family started with, or the kind of those that stand by themselves. */
	name: z.string(),
	position: z.int(),
	total: z.int(),
	previous: neighbour.nullable(),
	next: neighbour.nullable(),
});

/** Handoffs that work on the files and packages of this one after it. */
const after = z.strictObject({
	touches: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string(),
			href: z.string().nullable(),
			packages: z.array(z.string()),
			files: z.array(z.strictObject({ path: z.string(), action: z.enum(fileActions), place })),
			moreFiles: z.int(),
		}),
	),
	/** How many more such handoffs there are. */
	more: z.int(),
});

/** Figures of the list of handoffs, each as the documents state it; null where none is stated with certainty. */
const figures = z.strictObject({
	tests: z.int().nullable(),
	regression: z.int().nullable(),
	baselinePackages: z.int().nullable(),
	baselineTests: z.int().nullable(),
});

export const handoffEntry = z.strictObject({
	id: z.string(),
	slug: z.string(),
	title: z.string(),
	aliases: z.array(z.string()),
	family: z.enum(families),
	parent: z.strictObject({ id: z.string(), href: z.string().nullable() }).nullable(),
	standard: z.strictObject({ title: z.string(), href: z.string() }).nullable(),
	status: z.string().nullable(),
	statusPlace: place.nullable(),
	statusState: factState,
	/** What RESULTS says at the place of a status that is none of the standard. */
	statusInstead: z.string().nullable(),
	hasResults: z.boolean(),
	date: z.string().nullable(),
	packages: z.array(z.string()),
	order: z.int(),
	orderBasis: z.enum(["stated", "inferred"]),
	total: z.int(),
	previous: neighbour.nullable(),
	next: neighbour.nullable(),
	kin: kin.nullable(),
	after,
	figures,
	documents: z.array(documentPart),
	relations: z.array(relation),
	findings: z.array(finding),
	/** What rules left to a human or could not decide without finding anything wrong. */
	undecided: z.array(finding),
	/** How many rules decided what. */
	verdicts: verdictCounts,
	/** A letter for what each rule decided, in the order of the rules; the reasons stand in a file of their own. */
	marks: z.string(),
	/** The same by today's standard; null where that is the one in force. */
	today: z
		.strictObject({
			standard: z.strictObject({ title: z.string(), href: z.string() }),
			verdicts: verdictCounts,
			marks: z.string(),
		})
		.nullable(),
});

/** A document that belongs to no handoff. */
export const documentEntry = z.strictObject({
	slug: z.string(),
	path: z.string(),
	title: z.string(),
	/** Null where the file could not be read. */
	document: documentPart.nullable(),
	findings: z.array(finding),
});

/** All findings of one file. */
export const findingsEntry = z.strictObject({
	path: z.string(),
	handoff: z.string().nullable(),
	/** Position among the files, so that pages keep path order. */
	order: z.int(),
	href: z.string().nullable(),
	findings: z.array(finding),
});

/** Some lines of an example's file. */
const exampleLines = z.strictObject({
	path: z.string(),
	lines: z.array(z.strictObject({ number: z.int(), text: z.string(), isMarked: z.boolean() })),
	/** What the rule says of the marked line. */
	message: z.string().nullable(),
});

const example = z.strictObject({ title: z.string(), parts: z.array(exampleLines) });

export const ruleEntry = z.strictObject({
	id: z.string(),
	order: z.int(),
	group: z.string(),
	scope: z.enum(["document", "archive", "transfer", "history"]),
	source: z.strictObject({ standard: z.string(), section: z.string() }),
	severity: z.enum(severities),
	requires: z.string(),
	why: z.string(),
	remedy: z.string(),
	/** Kept and broken: the lines of the example's files that show it. */
	examples: z.strictObject({ valid: z.array(example), invalid: z.array(example) }),
	/** Handoffs that break it, in build order, and how often; other files by path. */
	broken: z.array(
		z.strictObject({ label: z.string(), title: z.string().nullable(), href: z.string().nullable(), count: z.int() }),
	),
});

const section = z.strictObject({
	number: z.int().nullable(),
	title: z.string(),
	required: z.enum(["error", "warning", "no"]),
	requires: z.string(),
	aliases: z.array(z.string()),
});

const { id, title, version, abbreviation, layout, summary } = standardSchema.shape;

export const standardEntry = z.strictObject({
	id,
	title,
	version,
	abbreviation,
	layout,
	summary,
	ids: z.array(
		z.strictObject({
			family: z.string(),
			/** Whether the standard allows such an id; others are understood, and reported. */
			conforming: z.boolean(),
			canonical: z.string(),
			parent: z.string().nullable(),
			aliases: z.array(z.string()),
		}),
	),
	documents: z.array(z.strictObject({ kind: z.string(), example: z.string() })),
	sections: z.strictObject({ spec: z.array(section), results: z.array(section), prompt: z.array(section) }),
	statuses: z.array(z.string()),
});

/** The archive as a whole; one entry. */
export const archiveEntry = z.strictObject({
	title: z.string(),
	documents: z.int(),
	handoffs: z.int(),
	errors: z.int(),
	warnings: z.int(),
	infos: z.int(),
	/** Mode-to-mode handoffs and entries of their log. */
	transfers: z.int(),
	/** Whether it holds transfers and nothing else: its pages about handoffs have nothing to show. */
	isTransfersAlone: z.boolean(),
	/** Rules that were decided. */
	rules: z.int(),
	standards: z.array(z.strictObject({ id: z.string(), title: z.string(), version: z.string(), href: z.string() })),
});

export type PlaceSlice = z.output<typeof place>;
export type FactSlice = z.output<typeof fact>;
export type FindingSlice = z.output<typeof finding>;
export type DocumentPart = z.output<typeof documentPart>;
export type RelationSlice = z.output<typeof relation>;
export type HandoffEntry = z.output<typeof handoffEntry>;
export type DocumentEntry = z.output<typeof documentEntry>;
export type FindingsEntry = z.output<typeof findingsEntry>;
export type ExampleSlice = z.output<typeof example>;
export type RuleEntry = z.output<typeof ruleEntry>;
export type StandardEntry = z.output<typeof standardEntry>;
export type ArchiveEntry = z.output<typeof archiveEntry>;
