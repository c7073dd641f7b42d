import { counted } from "../message.ts";

/** What stands on pages of every kind. */
export const common = {
	breadcrumb: "Breadcrumb",
	notStated: "not stated",
	notInArchive: "not in the archive",
	/** Links to the pages around one of many. */
	pageOf: "Page {page} of {pages}",
	toMend: "To mend:",
	wholeDocument: "the document as a whole",
	onThisPage: "On this page",
	ordinal: { one: "{count}st", two: "{count}nd", few: "{count}rd", other: "{count}th" },
	handoffs: counted("handoff", "handoffs"),
	documents: counted("document", "documents"),
	rules: counted("rule", "rules"),
	findings: counted("finding", "findings"),
	files: counted("file", "files"),
	packages: counted("package", "packages"),
	tests: counted("test", "tests"),
	lines: counted("line", "lines"),
	claims: counted("claim", "claims"),
	tasks: counted("task", "tasks"),
	more: "{count} more",
	/** Names of columns that many tables have. */
	columns: {
		handoff: "Handoff",
		title: "Title",
		status: "Status",
		package: "Package",
		rule: "Rule",
		path: "Path",
		spec: "Spec",
		results: "RESULTS",
		family: "Family",
		findings: "Findings",
	},
} as const;

/** The families of handoffs, as one of them is called. */
export const families = {
	component: "component",
	"follow-up": "follow-up",
	cleanup: "cleanup",
	other: "other",
} as const;

/** How sure a figure or a status is. */
export const certainty = {
	stated: "stated",
	derived: "derived",
	verified: "verified",
	inferred: "inferred",
	unclear: "unclear",
	"not-stated": "not stated",
	written: "written",
} as const;

/** How findings stand. */
export const findingStates = {
	/** Beside a finding. */
	words: {
		fail: "error",
		"could-not-evaluate": "could not evaluate",
		"needs-human": "needs a human",
		warning: "warning",
		note: "note",
		waived: "waived",
		debt: "recorded debt",
	},
	/** So many of them, in a sentence. */
	counts: {
		fail: counted("error", "errors"),
		"could-not-evaluate": "{count} could not be evaluated",
		"needs-human": counted("needs a human", "need a human"),
		warning: counted("warning", "warnings"),
		note: counted("note", "notes"),
		waived: counted("waived", "waived"),
		debt: counted("recorded debt", "recorded as debt"),
	},
	/** What the figure in a list counts. */
	of: {
		fail: { one: "error", other: "errors" },
		"could-not-evaluate": "could not be evaluated",
		"needs-human": { one: "needs a human", other: "need a human" },
		warning: { one: "warning", other: "warnings" },
		note: { one: "note", other: "notes" },
		waived: { one: "waived", other: "waived" },
		debt: { one: "recorded debt", other: "recorded as debt" },
	},
} as const;

/** What a rule decided about a handoff. */
export const verdicts = {
	fail: "fail",
	"could-not-evaluate": "could not evaluate",
	"needs-human": "needs a human",
	warning: "warning",
	note: "note",
	waived: "waived",
	pass: "pass",
	"not-applicable": "not applicable",
} as const;

/** What a handoff is to another one. */
export const relations = {
	/** As a heading beside the other. */
	"follow-up-of": { out: "follow-up to", in: "followed up by" },
	predecessor: { out: "comes after", in: "comes before" },
	"builds-on": { out: "builds on", in: "built on by" },
	"depends-on": { out: "depends on", in: "needed by" },
	supersedes: { out: "supersedes", in: "superseded by" },
	"superseded-by": { out: "superseded by", in: "supersedes" },
	"independent-of": { out: "independent of", in: "independent of" },
	mentions: { out: "mentions", in: "mentioned by" },
} as const;
