import { counted } from "../message.ts";

/** The matrix of handoffs and rules, and what stands around it. */
export const compliance = {
	title: "Compliance",
	titleToday: "Compliance by today's standard",
	description: "Every handoff by every rule: pass, fail, waived or undecided, with the evidence.",
	today: {
		one: "What <strong>{standard}</strong> says of {count} handoff that another standard judges. The gate does not ask it of it; waivers and debt are left aside.",
		other:
			"What <strong>{standard}</strong> says of {count} handoffs that another standard judges. The gate does not ask it of them; waivers and debt are left aside.",
	},
	none: "The archive holds no handoff yet.",
	lede: "<strong>{answer}</strong> {rest} Each cell that needs somebody links to its evidence; the head of its row leads to all of it.",
	legend: "{verdicts}. What could not be evaluated is never counted as a pass.",
	/** The sentences on top. */
	noneFails: "None of {all} verdicts fails.",
	fails: {
		one: "{count} of {all} verdicts fails, in {handoffs}.",
		other: "{count} of {all} verdicts fail, in {handoffs}.",
	},
	rest: "{parts}.",
	warnings: { one: "{count} is a warning or a note", other: "{count} are warnings or notes" },
	waived: { one: "{count} is waived", other: "{count} are waived" },
	human: { one: "{count} needs a human", other: "{count} need a human" },
	unclear: { one: "{count} could not be evaluated", other: "{count} could not be evaluated" },
	notApplicable: { one: "{count} does not apply", other: "{count} do not apply" },
	passes: { one: "{count} passes", other: "{count} pass" },
	/** The filters. */
	filters: "Filters",
	byStandard: "By the standard {choice}",
	inForce: "in force",
	ofToday: "of today",
	show: "Show",
	shown: { fail: "fail", warning: "warning", waived: "waived", undecided: "undecided" },
	family: "Family",
	standard: "Standard",
	rules: "Rules",
	all: "all",
	allInForce: "all in force",
	allGroups: "all groups",
	showAll: "Show all",
	csv: "CSV",
	json: "JSON",
	/** The matrix. */
	matrix: "Handoffs by rules",
	matrixTable: "What each rule decided about each handoff, in build order",
	matrixContinued: "What each rule decided about each handoff, in build order, continued",
	corner: "Handoff, in build order",
	totals: "totals",
	/** What has to be done. */
	inTheWay: "What stands in the way",
	allFindings: "All findings",
	nothing: "No rule fails, and none is left undecided.",
	nothingBeside: "Warnings and notes are in the matrix.",
	finding: "Finding",
	place: "Place",
	more: "{findings}: <all>all findings</all>",
	moreFindings: counted("more finding", "more findings"),
	/** Totals. */
	families: "Totals by family",
	handoffs: "Handoffs",
	/** By today's standard, on the page of a handoff. */
	byToday: "By today's standard",
	wouldFail: {
		zero: "No rule would fail; by the standard in force, {inForce}. The gate asks only for the latter.",
		one: "{count} rule would fail; by the standard in force, {inForce}. The gate asks only for the latter.",
		other: "{count} rules would fail; by the standard in force, {inForce}. The gate asks only for the latter.",
	},
	failsInForce: { zero: "none does", one: "{count} does", other: "{count} do" },
	allByToday: "All handoffs by today's standard",
	otherwise: {
		zero: "No rule decides otherwise",
		one: "{count} rule decides otherwise",
		other: "{count} rules decide otherwise",
	},
	eitherWay: counted("more needs somebody either way", "more need somebody either way"),
	columnInForce: "In force",
	columnToday: "Today",
	columnWhy: "Why, by today's standard",
} as const;

/** The badge for a README. */
export const badge = {
	label: "handoffs",
	none: "none",
	complying: { one: "{count} complies", other: "{count} comply" },
	failing: { one: "{count} fails", other: "{count} fail" },
	undecided: "{count} undecided",
} as const;

/** What the script of the matrix says. */
export const filtered = {
	shown: "{handoffs} of {allHandoffs} handoffs, {rules} of {allRules} rules",
	/** What a screen reader says of the matrix. */
	arrows: "Arrow keys lead from one cell that needs somebody to the next.",
} as const;
