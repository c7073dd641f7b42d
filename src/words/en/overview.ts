import { counted } from "../message.ts";

/** The first page: where the archive stands, and what needs someone. */
export const overview = {
	description: "What is open, what fails, what changed lately and where the archive stands.",
	heading: "Where the archive stands",
	noHandoffYet: "The archive holds no handoff yet.",
	answer: "{answer}.",
	outside: "Outside the handoffs, {errors} in files of their own.",
	errors: counted("error", "errors"),
	noHandoff: "No handoff was recognised.",
	whatHandoffsAre:
		"A handoff is a folder such as <code>H-1</code> with <code>H-1_BUILDER_HANDOFF.md</code> in it. <standards>The standards</standards> say how documents are named; <findings>the findings</findings> say what was found instead.",
	aside: "Baseline, waivers, validations, transfers and status",
	feed: "Atom feed",
	/** The rules that fail in most handoffs. */
	broken: {
		heading: "Broken most often",
		aside: { one: "{rules}, {errors} of {count} error", other: "{rules}, {errors} of {count} errors" },
		all: "All that fail",
		nearest: "Nearest to passing:",
		with: { one: "with {count} error", other: "with {count}" },
	},
	/** What needs someone. */
	work: {
		heading: "Needs someone",
		order: { one: "{items}", other: "{items}, what blocks most first, then the latest built" },
		items: counted("item", "items"),
		allFindings: "All findings",
		nothing: "Nothing waits for anyone.",
		nothingBecause: "Every handoff has results, and no rule that was checked fails.",
		more: "{items}: <all>all handoffs</all>",
		moreItems: counted("more item", "more items"),
		failing: "failing",
		couldNotEvaluate: "could not evaluate",
		needsHuman: "needs a human",
		open: "open",
		statusUnclear: "status unclear",
		failingBecause: "{findings}. {first}",
		openBecause: "There are no results yet.",
		unclearBecause: "The results state no status that can be read with certainty.",
		claimedBecause: "The results say so themselves, and no handoff follows it up.",
	},
	/** The sentence on top. */
	stand: {
		failing: {
			zero: "no handoff fails what was checked",
			one: "{count} handoff fails",
			other: "{count} handoffs fail",
		},
		waiting: counted("waits for a human", "wait for a human"),
		claimed: counted("says itself that it is unfinished", "say themselves that they are unfinished"),
		open: counted("is open", "are open"),
		noStatus: counted("states no status", "state no status"),
		regressions: {
			one: "{count} baseline count falls without a stated reason.",
			other: "{count} baseline counts fall without a stated reason.",
		},
		changed: {
			one: "{count} validated handoff is not as validated any more.",
			other: "{count} validated handoffs are not as validated any more.",
		},
		nextWaiver: {
			zero: "The next waiver ends today.",
			one: "The next waiver ends in {count} day.",
			other: "The next waiver ends in {count} days.",
		},
	},
	changes: {
		heading: "What changed lately",
		byGit: "as the history of the documents tells it",
		byDates: "by the dates that documents state",
		nothing: "Nothing tells when documents changed.",
		nothingBecause: "Their folder has no history in git, and no handoff states a date.",
		kinds: { added: "{documents} added", changed: "{documents} changed", removed: "{documents} removed" },
		more: "{count} more",
		documents: "Documents",
	},
	statuses: { heading: "Status", aside: "as the documents write it" },
	baseline: {
		heading: "Baseline",
		span: "{first} to {last}",
		none: "No baseline is stated.",
		noneBecause: "RESULTS documents state one under “Baseline Snapshot”.",
		names: { tests: "Tests", packages: "Packages" },
		first: "first",
		regressed: "regressed",
		drops: { tests: "tests", packages: "packages", passed: "passed tests", failed: "failed tests" },
		drop: "{before} → {after} {what}, against {against}; no reason is stated.",
		dropOf: "{before} → {after} {what}, against {against}, {scope}; no reason is stated.",
		more: { one: "and {count} earlier drop without a reason.", other: "and {count} earlier drops without a reason." },
		noDrop: "No total fell without a stated reason.",
	},
	waivers: {
		heading: "Waivers",
		inForce: "{count} in force, what ends first on top",
		handoffs: "Handoffs",
		covers: "Covers",
		ends: "Ends",
		because: "{owner}: {reason}",
		expired: "expired",
		left: { zero: "ends today", one: "in {count} day", other: "in {count} days" },
		more: { one: "and {count} more waiver.", other: "and {count} more waivers." },
	},
	seals: {
		heading: "Validated",
		hold: {
			zero: "none is as it was then",
			one: "{count} handoff, unchanged since then",
			other: "{count} handoffs, unchanged since then",
		},
		gone: "gone",
		changed: "changed since",
		more: "and {count} more.",
	},
	blocked: {
		heading: "Transfers",
		aside: "{transfers}, {tasks} under way",
		transfers: counted("transfer", "transfers"),
		all: "All transfers",
		none: "No blocker is open.",
		blocked: "blocked",
		since: "{by}, for {time}",
		sinceIn: "{by}, {task}, for {time}",
		more: { one: "and <all>{count} more open blocker</all>.", other: "and <all>{count} more open blockers</all>." },
	},
} as const;

/** What the first page says of the time since the last visit. */
export const visit = {
	nothing: "Since your last visit on {when}: nothing has changed.",
	since: "Since your last visit on {when}: ",
	gone: "is gone",
	new: "is new ({status})",
	status: "{before} → {after}",
	fails: { one: "{before} → {count} failing rules", other: "{before} → {count} failing rules" },
	edited: "edited",
} as const;

/** What became of a validation. */
export const seals = {
	validated: "Validated by {by} on {at}; nothing changed since.",
	changed: "Was validated by {by} on {at}, and changed since: {changes}.",
	before: { one: " It was validated {count} time before.", other: " It was validated {count} times before." },
	/** A subject, and what became of it. */
	change: { changed: "{subject} changed", added: "{subject} added", removed: "{subject} removed" },
	baseline: {
		changed: "the baseline of {subject} changed",
		added: "the baseline of {subject} added",
		removed: "the baseline of {subject} removed",
	},
	/** The subject where it is not known which of the rules changed. */
	rules: "the rules",
	moreRules: counted("more rule", "more rules"),
} as const;
