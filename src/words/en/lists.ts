import { counted } from "../message.ts";

/** The page for addresses that there are none of. */
export const notFound = {
	title: "Page not found",
	description: "There is no such page in this archive.",
	heading: "There is no such page",
	lede: "The address may be mistyped, or the handoff may have been renamed.",
	ways: "<handoffs>All handoffs</handoffs>, or <search>search the archive</search> for an id, a path or a hash.",
} as const;

/** The pages of all findings. */
export const findings = {
	title: "Findings",
	titleOfList: "Findings: {list}",
	titleOfPage: "{title}, page {page}",
	description: "Everything the rules found, by file, with what to do about it.",
	none: "None of the {rules} found anything.",
	lede: "<strong>{found}</strong> in {places}, found by {rules}. Each says what to do about it.",
	rules: counted("rule", "rules"),
	lists: "Kinds of findings",
	all: "All",
	titles: {
		open: "Open",
		errors: "Errors",
		warnings: "Warnings",
		notes: "Notes",
		unclear: "Could not be evaluated",
		human: "Need a human",
		waived: "Waived",
		debt: "Recorded as debt",
	},
	/** The same within a sentence. */
	listsWithin: {
		open: "open",
		errors: "errors",
		warnings: "warnings",
		notes: "notes",
		unclear: "could not be evaluated",
		human: "need a human",
		waived: "waived",
		debt: "recorded as debt",
	},
	pages: "Pages of findings",
	previous: "Previous files",
	next: "Next files",
} as const;

/** The documents of no handoff. */
export const documents = {
	title: "Other documents",
	description: "Guides, notes and other documents of the archive that belong to no handoff.",
	none: "Every document of the archive belongs to a handoff.",
	lede: "{documents} of no handoff: guides, notes, and files whose name says none.",
	document: "Document",
	lines: "Lines",
	unreadable: "unreadable",
	/** The page of one. */
	descriptionOfOne: "{path}, a document of the archive that belongs to no handoff.",
	ofNoHandoff: "belongs to no handoff",
	couldNotBeRead: "This document could not be read.",
	couldNotBeReadBecause: "The findings above say what is wrong with the file.",
} as const;

/** The rules, and the page of each. */
export const rules = {
	title: "Rules",
	description: "Every rule the archive is judged by: what it asks and who breaks it.",
	none: "This archive is judged by no rule.",
	lede: {
		zero: "<strong>{rules}</strong>, none of which is broken.",
		other: "<strong>{rules}</strong>, {count} of them broken.",
	},
	groups: "Groups of rules",
	ofGroup: "Rules of {group}",
	requires: "Requires",
	severity: "Severity",
	severityOf: "Severity {severity}",
	source: "{standard}, {section}",
	verdict: "{count} {verdict}",
	compliance: "Compliance",
	why: "Why",
	howToMend: "How to mend it",
	placesOfRemedy: "<var>Words set like these</var> stand for what each finding names.",
	whoBreaksIt: "Who breaks it",
	nothingBreaksIt: "Nothing here breaks this rule.",
	where: "Where",
	severities: { error: "error", warning: "warning", info: "note" },
	/** Its examples. */
	kept: "Kept",
	broken: "Broken",
	examples: { one: "an example, cut to the lines that decide", other: "examples, cut to the lines that decide" },
	partOf: "{kind}: {title}, part {part}",
} as const;

/** The standards, and the guides to them. */
export const standards = {
	title: "Standards",
	description: "What the documents of this archive are judged by, and guides to writing them.",
	lede: "What a handoff is, what its documents hold, and what a reviewer checks.",
	names: "Names",
	kinds: { spec: "Spec", results: "RESULTS", prompt: "Prompt" },
	sectionsOf: {
		spec: "Sections of the spec document",
		results: "Sections of the results document",
		prompt: "Sections of the prompt document",
	},
	number: "No.",
	section: "Section",
	holds: "What it holds",
	absence: "Absence",
	required: { error: "required", warning: "expected", no: "optional" },
	ids: "Ids of handoffs",
	id: "Id",
	followsUp: "Follows up",
	spellings: "Other spellings that are understood",
	documentNames: "Names of documents",
	document: "Document",
	example: "For example",
} as const;

/** Decisions, in the words of the documents. */
export const decisions = {
	title: "Decisions",
	titleOfKind: "Decisions: {kind}",
	titleOfPage: "{title}, page {page}",
	description: "What was decided, in the documents' own words, with the line that says so and what became of it.",
	none: "The documents state no decision.",
	decisions: counted("decision", "decisions"),
	lede: "<strong>{decisions}</strong>, in the words of the documents and in build order. One is marked as superseded or contradicted where a document says so.",
	ledeOfSuperseded:
		"<strong>{decisions}</strong> that a document supersedes or contradicts, in the words of the documents and in build order. One is marked as superseded or contradicted where a document says so.",
	ledeOfKind:
		"<strong>{decisions}</strong> that stand under {kind}, in the words of the documents and in build order. One is marked as superseded or contradicted where a document says so.",
	kinds: "Kinds of decisions",
	all: "All",
	search: "Search",
	searchLabel: "Search the decisions, and narrow them by package, status, month and more",
	searchHint: "Search the decisions",
	pages: "Pages of decisions",
	earlier: "Earlier decisions",
	later: "Later decisions",
	/** The lists by kind. */
	titles: {
		decision: "Design decisions",
		note: "Notes for the reviewer",
		deviation: "Deviations",
		principle: "Design principles",
		constraint: "Constraints of the task",
		transfer: "Decisions of transfers",
		superseded: "Superseded or contradicted",
	},
	/** The same within a sentence. */
	titlesWithin: {
		decision: "design decisions",
		note: "notes for the reviewer",
		deviation: "deviations",
		principle: "design principles",
		constraint: "constraints of the task",
		transfer: "decisions of transfers",
		superseded: "superseded or contradicted",
	},
	/** One of them. */
	words: {
		decision: "design decision",
		note: "note for the reviewer",
		deviation: "deviation",
		principle: "design principle",
		constraint: "constraint",
		transfer: "decision of a transfer",
	},
	numbered: "{kind} {number}",
	superseded: "superseded",
	contradicted: "contradicted",
	/** How one stands to another. */
	effects: {
		supersedes: "supersedes",
		"superseded-by": "superseded by",
		contradicts: "contradicts",
		"contradicted-by": "contradicted by",
	},
	asAWhole: " as a whole",
} as const;

/** How handoffs hang together. */
export const lineage = {
	title: "Lineage",
	description: "Parents, follow-ups, supersessions, dependencies and waves, as drawings and as text.",
	heading: "Lineage and waves",
	lede: "<strong>{answer}</strong> What is drawn is what documents state and what ids imply; the build order by itself is on the <timeline>timeline</timeline>.",
	/** Where nothing is drawn. */
	ledeUndrawn: "<strong>{answer}</strong> The build order by itself is on the <timeline>timeline</timeline>.",
	none: "The documents state no follow-up, supersession, dependency or wave.",
	ties: "{ties} among {handoffs}.",
	tiesAndAlone: "{ties} among {handoffs}; {alone}.",
	alone: counted("handoff has no such tie", "handoffs have no such tie"),
	followUps: counted("follow-up", "follow-ups"),
	supersessions: counted("supersession", "supersessions"),
	dependencies: counted("dependency", "dependencies"),
	waveCount: counted("wave", "waves"),
	waves: "Waves",
	wavesAside: "handoffs built side by side, and the handoff that makes one system of them",
	wave: "Wave",
	state: "State",
	handoffs: "Handoffs",
	integratedBy: "Integrated by",
	settings: "settings",
	noHandoffYet: "no handoff yet",
	/** How far a wave has come. */
	openMembers: counted("handoff open", "handoffs open"),
	notIntegrated: "not integrated",
	closed: "closed",
	integrationOpen: "integration open",
	drawn: "Drawn",
	drawnAside: "an arrow leads from what was there first; each box is a link",
	legend: {
		followUp: "follow-up",
		dependsOn: "depends on, builds on",
		supersededBy: "superseded by",
		integratedBy: "integrated by",
	},
	span: "{first} to {last}",
	drawing: "{span}: {handoffs}, {ties}, from left to right as they were built",
	tieCount: counted("tie", "ties"),
	moreTies: {
		one: "; {count} more ties lead to earlier handoffs",
		other: "; {count} more ties lead to earlier handoffs",
	},
	said: "The same as text",
	saidUndrawn: "What the documents state",
	saidAside: "every relation with its source, in build order",
	relations: "Relations",
	byItsId: "by its id",
	notInArchive: " (not in the archive)",
	withoutTie: "Without a tie: {handoffs}.",
	withoutTieAndMore: "Without a tie: {handoffs} and {count} more.",
	/** What a handoff is to the one that it names. */
	says: {
		"follow-up-of": "follows up",
		predecessor: "comes after",
		"builds-on": "builds on",
		"depends-on": "depends on",
		supersedes: "supersedes",
		"superseded-by": "is superseded by",
		"independent-of": "is independent of",
		mentions: "mentions",
	},
} as const;
