import { counted } from "../message.ts";

/** How a handoff stands. */
export const standing = {
	fails: "fails",
	couldNotEvaluate: "could not evaluate",
	needsHuman: "needs a human",
	open: "open, no results yet",
	warnings: "warnings",
	waived: "waived",
	passes: "passes what was checked",
	/** The sentence that a handoff's page opens with. */
	isOpen: " It is open: there are no results yet.",
	nothing: "Nothing that was checked stands in the way.",
	onlyWaiting: "No rule fails, but {waiting}.",
	failing: "{rules}{named}{also}.",
	rules: counted("rule fails", "rules fail"),
	named: ": {names}",
	also: "; {waiting}",
	human: counted("needs a human", "need a human"),
	unclear: "{count} could not be evaluated",
	/** What it rests on. */
	noRule: "No rule was checked.",
	checked: "Of {rules}, {parts}. What no rule decides, a reviewer still has to.",
	checkedRules: counted("rule", "rules"),
	verdicts: {
		pass: "{count} pass",
		fail: "{count} fail",
		warning: "{count} warn",
		note: "{count} note something",
		waived: "{count} are waived",
		"needs-human": "{count} wait for a human",
		"could-not-evaluate": "{count} could not be evaluated",
		"not-applicable": "{count} do not apply",
	},
} as const;

/** The page of a handoff. */
export const handoff = {
	description: "{id}: {answer}",
	handoffs: "Handoffs",
	open: "open",
	/** Its place in the build order and in its family. */
	placeInOrder: "Place in build order",
	placeInFamily: "Place in the family",
	position: "{position} of {total} in build order",
	positionInferred: "{position} of {total} in build order (inferred)",
	positionInKin: "{position} of {total} in {kin}",
	compare: "Compare",
	kin: { cleanup: "the cleanups", other: "the other handoffs", of: "the family of {name}" },
	families: { component: "Component", "follow-up": "Follow-up", cleanup: "Cleanup", other: "Other" },
	familyOf: "{family} to {parent}",
	parentMissing: "{parent}, which is not in the archive",
	packages: { one: "Package {names}", other: "Packages {names}" },
	morePackages: " and {count} more",
	judgedBy: "Judged by {standard}",
	superseded: "superseded",
	supersededBy: "{superseded} by {handoffs}",
	aliases: "Also called {names}",
	/** Its parts. */
	verdictSheet: "Verdict sheet",
	forHuman: "For a human to judge",
	forHumanAside: "what no rule decides here, beyond the boxes",
	toRead: "Written for the reviewer: {places}.",
	findings: "Findings",
	today: "By today's standard",
	facts: "Facts",
	factsAside: "what the documents state, with the section it stands in",
	around: "Among its neighbours",
	aroundAside: "tests by scope and packages over the build order",
	delivery: "Plan against delivery",
	deliveryAside: "the spec beside RESULTS, in both directions",
	files: "Files and hashes",
	filesAside: "as RESULTS lists them; each leads to all that any handoff recorded of the file",
	relations: "Relations",
	after: "What came after",
	afterAside: "later handoffs that speak of this one, or come next to its files and packages",
	transfers: "Handed over in",
	transfersAside: "transfers between modes that deliver documents of this handoff",
	validated: "validated",
	wasValidated: "was validated",
	row: "Its row among all handoffs",
	buildOrder: "Build order",
	previous: "Previous in build order",
	next: "Next in build order",
	family: "Family",
	previousOfKin: "Previous of {kin}",
	nextOfKin: "Next of {kin}",
	emptyDocument: "This document is empty.",
	/** Its relations to others. */
	relation: "Relation",
	fromId: "from the id",
	whatItDoes: "What it does about this one",
	moreFiles: { one: "; and {count} more file", other: "; and {count} more files" },
	moreHandoffs: {
		one: "{count} more handoff works on its files and packages.",
		other: "{count} more handoffs work on its files and packages.",
	},
	/** What later handoffs do about this one. */
	later: {
		"follow-up-of": "follows it up",
		predecessor: "comes right after",
		"builds-on": "builds on it",
		"depends-on": "depends on it",
		supersedes: "supersedes it",
		"superseded-by": "is superseded by it",
		"independent-of": "is independent of it",
		mentions: "mentions it",
		worksOn: "works on",
		create: "writes anew",
		modify: "modifies",
		delete: "deletes",
		archive: "packs",
	},
	/** Rules that need nobody. */
	passing: { one: "{count} rule passes", other: "{count} rules pass" },
	notApplicable: { one: "{count} rule does not apply", other: "{count} rules do not apply" },
} as const;

/** The reviewer's checklist. */
export const checklist = {
	fails: counted("box fails", "boxes fail"),
	unclear: "{count} could not be evaluated",
	human: counted("needs a human", "need a human"),
	all: "All {count} boxes of the reviewer's checklist hold.",
	/** Where they do, and the handoff did not reach its aim. */
	reports: "Its RESULTS report {status}.",
	before: "{boxes} before this handoff can be validated:",
	morePlaces: { one: "and {count} more place", other: "and {count} more places" },
	/** Where nothing can be ticked. */
	noResults: "There are no results yet, and so nothing to tick.",
} as const;

/** What the spec plans beside what RESULTS reports. */
export const delivery = {
	packages: {
		missing: counted("planned package is not reported", "planned packages are not reported"),
		unplanned: counted("reported package was not planned", "reported packages were not planned"),
	},
	files: {
		missing: counted("planned file is not reported", "planned files are not reported"),
		unplanned: counted("reported file was not planned", "reported files were not planned"),
	},
	differs: "{parts}.",
	notCompared: " Files are not compared: {reason}",
	agreed: counted("file stands in both", "files stand in both"),
	inBoth: " {files}.",
	same: "RESULTS reports what the spec plans: {packages} and {files}.",
	sameTests: counted("test planned and reported", "tests planned and reported"),
	/** A plan may tell of tests without naming any. */
	plannedTests: { ...counted("test planned", "tests planned"), zero: "no planned test is named" },
	allTests: " {tests}.",
	otherTests: " {tests}, {count} reported.",
	planned: "Planned in the spec",
	reported: "Reported in RESULTS",
	notPlanned: "not planned",
	notReported: "not reported",
	plan: "planned",
	named: "named",
	/** What is done to a file. */
	actions: { create: "create", modify: "modify", delete: "delete", archive: "archive" },
	oneSide: { files: "File on one side only", tests: "Test named on one side only" },
	both: { files: counted("file in both", "files in both"), tests: counted("test in both", "tests in both") },
	head: { files: "File", tests: "Test" },
} as const;

/** The list of handoffs. */
export const handoffs = {
	title: "Handoffs",
	description: "Every handoff with status, family, packages, counts and findings.",
	none: "The archive holds no handoff yet.",
	lede: "<strong>{handoffs}</strong> in build order. Figures stand as RESULTS states them; an empty place means that it states none.",
	ledeInferred:
		"<strong>{handoffs}</strong> in build order, inferred where the documents do not state it. Figures stand as RESULTS states them; an empty place means that it states none.",
	packages: "Packages",
	figures: {
		tests: "Tests",
		regression: "Regression",
		baselinePackages: "Baseline packages",
		baselineTests: "Baseline tests",
	},
	filters: { text: "Filter", status: "Status", family: "Family", sort: "Order" },
	filterExample: "id, title or package",
	all: "all",
	sorts: {
		"": "build order",
		latest: "latest first",
		errors: "most errors",
		findings: "most findings",
		tests: "most tests",
		baselinePackages: "most packages",
		baselineTests: "most baseline tests",
	},
	/** The strip of squares. */
	strip: "Handoffs in build order",
	fromTo: "{first} to {last}, in build order.",
	standingOf: "{standing}: ",
	/** Of a handoff that fails; its errors stand beside it as a figure. */
	errorsOf: { one: "{standing}, {count} error: ", other: "{standing}, {count} errors: " },
	latest: "The latest {count} in build order, {first} to {last}; <all>all {total}</all>.",
} as const;

/** What the script of the list says. */
export const handoffRows = {
	shown: "{shown} of {total}",
} as const;
