import { counted } from "../message.ts";

/** The search page. */
export const search = {
	title: "Search",
	description: "Search every section of the archive, or jump to an id, a path, a hash or a rule.",
	label: "Search the archive, or jump to an id, a path or a rule",
	search: "Search",
	needsScript: "Search needs JavaScript.",
	without:
		"Without it, <handoffs>the list of handoffs</handoffs> names every id and package, <documents>the other documents</documents> are listed too, and the browser's own search within a page finds every word of it.",
	hint: "Ask in your own words, or name an id, a package, a file, a hash or a rule. Words in quotation marks are found as they stand.",
	/** Questions to begin with, made of names of this archive. */
	examples: "Examples from this archive",
	exampleOf: {
		handoff: "all that names a handoff",
		package: "what was written of a package",
		title: "words in any order",
	},
	busy: "Searching …",
	filter: "Filter",
	filterLabel: "Filter what was found",
	skipFilters: "Skip the filters",
	results: "Results",
	sort: "Sort",
	sorts: { relevance: "best match", newest: "newest first", oldest: "oldest first", order: "build order" },
} as const;

/** What the script of the search page says of what was found. */
export const found = {
	/** What texts of the index are called that are no documents. */
	labels: { decisions: "Decisions", transfer: "Transfer" },
	title: "Search",
	titleOf: "Search: {query}",
	nothing: "Nothing found",
	/** Where no text answers, and a name of the question leads somewhere. */
	named: "Found by name",
	onlyNamed: "What it names stands above. No text that is searched holds it.",
	documents: { one: "{count} document", other: "{count} documents" },
	handoffs: { one: "{count} handoff", other: "{count} handoffs" },
	inHandoffs: "{documents} in {handoffs}",
	outside: { zero: "", one: ", {count} of them outside handoffs", other: ", {count} of them outside handoffs" },
	instead: ", with {to} for {from}",
	jumpTo: "Jump to",
	/** The key that takes the first place. */
	enter: "Enter",
	/** What a name is of the place that it leads to. */
	because: {
		id: "its id",
		alias: "also called {asked}",
		rule: "a rule",
		package: "the package",
		plansPackage: "plans it",
		document: "a document",
		file: "who claims it, with its hashes",
		create: "creates it",
		modify: "modifies it",
		delete: "deletes it",
		archive: "packs it",
		plansFile: "plans to change it",
		documentHash: "has this hash",
		createdHash: "made with this hash",
		hashBefore: "had this hash before its change",
		hashAfter: "changed to this hash",
	},
	moreOfName: "and {count} more of that name",
	corrected: "No document holds “{from}”. Shown for {to}.",
	ofNoHandoff: "belongs to no handoff",
	moreSections: { one: "{count} more section", other: "{count} more sections" },
	open: "open",
	notStated: "not stated",
	more: "Show {count} more",
	notLoaded: "The search index could not be loaded",
	notLoadedBecause: "The search index could not be loaded.",
	/** Where nothing is found. */
	noneWithFilters: "No document with these filters answers.",
	noPhrase: "No document holds “{phrase}”.",
	noWord: "No document holds any of these words.",
	removeFilters: "Remove all filters",
	withoutFilters: {
		one: "Without them there is {count} document. ",
		other: "Without them there are {count} documents. ",
	},
	anyOrder: "Search for its words in any order",
	searchedFor: "Searched for {words}. Try other words, an id or a file name.",
	quoted: "“{word}”",
	/** The filters. */
	filter: "Filter",
	filtersSet: "Filter, {count} set",
	moreValues: "{count} more",
	in: "in",
	or: "or",
	clear: "Clear filters",
	remove: "Remove {word}",
	removeMissing: "Search without {word}, which is in no document",
	facets: {
		kind: "Kind",
		status: "Status",
		family: "Family",
		package: "Package",
		tier: "Tier",
		verdict: "Verdict",
		standard: "Standard",
		period: "Period",
		mode: "Mode",
		phase: "Phase",
	},
	/** Values of filters that are called otherwise than they are. */
	values: {
		prompt: "agent prompt",
		other: "other document",
		fail: "fails",
		warning: "warns",
		note: "has notes",
		"could-not-evaluate": "could not be evaluated",
		"needs-human": "needs a human",
		pass: "all pass",
	},
} as const;

/** The page that compares two handoffs. */
export const compare = {
	title: "Compare two handoffs",
	description: "The documents of two handoffs side by side, line by line.",
	lede: "Their documents side by side, as they stand in the files.",
	/** Where the revisions of one handoff stand: below, or on pages that a setting gives. */
	revisionsBelow:
		"Revisions of one handoff stand <below>below</below>; <code>handoffs compare H-3 --rev main~10..main</code> compares any two in a terminal.",
	revisionsUnset:
		"Revisions of one handoff: <code>handoffs compare H-3 --rev main~10..main</code> in a terminal, and here where <code>revisions</code> in the settings is above 1.",
	revisionsNone: "Of no document git holds more than one revision.",
	revisionsRefused: "Not all revisions can be told: {reason}",
	needsScript: "Comparing needs JavaScript.",
	without: "In a terminal, <code>handoffs compare H-3 H-4</code> does the same.",
	left: "Handoff on the left",
	right: "Handoff on the right",
	choose: "choose",
	compare: "Compare",
	/** What is offered before anything is chosen. */
	reasons: {
		mended: "What did not pass, and the follow-up that did",
		replaced: "What was replaced, and by what",
		followUp: "Follow-ups, and what they follow",
		samePackage: "One package, worked on again",
	},
	sideBySide: "Side by side",
	pair: "{left} and {right}",
	revised: "One handoff, as it was and as it is",
} as const;

/** What its script says. */
export const compared = {
	reading: "Reading both handoffs …",
	cannotBeRead: "{handoff} cannot be read ({status}).",
	said: { one: "{a} and {b}: {count} document side by side.", other: "{a} and {b}: {count} documents side by side." },
	notIn: "not in {handoff}",
	onlyIn: "Only {handoff} has such a document.",
	tooDifferent: "They are too different to be compared line by line.",
	same: "They are the same.",
	label: "{document} of {a} and {b}, side by side",
	equalLines: "{count} equal lines",
	documents: { spec: "Spec", results: "Results", prompt: "Agent prompt", doc: "Document" },
	numbered: "{document} {number}",
} as const;

/** The copies of pages in Markdown, and the list of them for programs that read. */
export const twins = {
	findings: "Findings",
	facts: "Facts",
	relations: "Relations",
	after: "What came after",
	documents: "Documents",
	document: "Document",
	ofNoHandoff: "Document {path}, which belongs to no handoff.",
	finding: "{state}: {rule} at {place}: {message}",
	toMend: "{finding} To mend: {remedy}",
	status: "Status: {status}",
	family: "Family: {family}",
	familyOf: "Family: {family} to {parent}",
	order: "Build order: {order} of {total}",
	orderInferred: "Build order: {order} of {total}, inferred",
	previous: "Previous: {handoff}",
	next: "Next: {handoff}",
	packages: "Packages: {names}",
	date: "Date: {date}",
	judgedBy: "Judged by: {standard}",
	part: "{label}: {path}, {lines} lines, {hash}",
	open: "open",
	summary:
		"An archive of engineering handoffs: {handoffs}, each with the specification that a builder was given, the results that the builder reported and the prompt in between, judged rule by rule. Every figure says whether it is stated, derived, verified, unclear or not stated.",
	handoffCount: counted("handoff", "handoffs"),
	copies:
		"The pages of handoffs and documents are Markdown under the same address with {md} in place of the last slash, and JSON with {json}.",
	data: "Data",
	archive: "everything that was read and decided; its schema is archive.schema.json",
	collections: "each collection by itself, with its schema",
	compliance: "handoffs by rules",
	handoffs: "Handoffs",
	noStatus: "no status stated",
	fails: "{status}, {count} rules fail",
	optional: "Optional",
} as const;
