import { counted } from "../message.ts";

/** The timeline: what its page says around the chart and the table. */
export const timeline = {
	title: "Timeline",
	titleOf: "Timeline: {family}",
	description: "Packages, tests by scope, failing tests and broken rules over the build order.",
	none: "The archive holds no handoff yet.",
	families: { component: "Components", "follow-up": "Follow-ups", cleanup: "Cleanups", other: "Other handoffs" },
	familiesWithin: { component: "components", "follow-up": "follow-ups", cleanup: "cleanups", other: "other handoffs" },
	familiesLabel: "Families",
	allFamilies: "All families",
	label: "Tests, packages, failing tests and broken rules over the build order, {first} to {last}",
	labelAround: "Tests and packages of {handoff} and its neighbours in the build order, {first} to {last}",
	axis: "Horizontal axis: build order, one step per handoff; {basis}. ",
	/** On a phone: what the lines and points of the tests are of. */
	series: "Tests by scope, as last stated",
	scopes:
		"Each scope has a line of its own. Scopes are never subtracted from each other, and values whose scope is not stated are not joined. ",
	dotted: "Dotted: the line is broken, the last stated value is carried across for the eye only.",
	changes: " Changes are against the last comparable handoff of the whole archive.",
	table: "The same as a table",
	tableAside: "every number with its scope; changes within one scope only",
	json: "JSON",
	whole: "The whole timeline",
	/** Where predecessors come from. */
	predecessors: "predecessors are {parts}",
	noPredecessor: "no handoff has a predecessor",
	stated: "stated for {count}",
	configured: "configured for {count}",
	inferred: "inferred for {count}",
	/** What the chart shows. */
	ends: "{ends} after {handoffs}.",
	scoped: "{tests} ({scope})",
	noBaseline: "No baseline can be read in {handoffs}.",
	rest: "{parts}.",
	silent: {
		one: "{count} drop has no stated reason ({names})",
		other: "{count} drops have no stated reason ({names})",
	},
	noSilent: "No total fell without a stated reason",
	told: { one: "{count} drop is explained ({names})", other: "{count} drops are explained ({names})" },
	gaps: {
		one: "{count} handoff with RESULTS leaves a gap",
		other: "{count} handoffs with RESULTS leave a gap",
	},
	open: { one: "{count} handoff is open", other: "{count} handoffs are open" },
	/** The table. */
	tableLabel: "Baselines by handoff",
	columns: {
		packages: "Packages",
		tests: "Tests",
		testsOf: "Tests, {scope}",
		change: "Change",
		scope: "Scope of the tests",
		failing: "Failing tests",
		rules: "Rules broken",
		remark: "Remark",
	},
	isOpen: "open",
	against: "vs {handoff}",
	/** Where no row shows the count that a change starts from. */
	againstCount: "vs {count} of {handoff}",
	explained: "explained",
	regressed: "regressed",
	noReason: "no reason stated",
} as const;

/** What a total of tests counts. */
export const scopes = {
	whole: {
		staged: "all staged",
		installed: "installed root",
		package: "some packages",
		unknown: "scope not stated",
	},
	within: {
		staged: "staged: {roots}",
		installed: "installed root: {roots}",
		unknown: "scope not stated: {roots}",
	},
	more: "{first} and {count} more",
	without: "without {names}",
	only: "only {names}",
} as const;

/** What the script of its page says. */
export const stretch = {
	shown: "{first} to {last}: {shown} of {total} handoffs in the table.",
	showAll: "Show all",
} as const;

/** What stands in the drawings. */
export const charts = {
	timeline: {
		tests: "Tests",
		packages: "Packages installed",
		failing: "Failing tests",
		rules: "Rules broken",
		open: "open",
		noBaseline: "no readable\nbaseline",
		testsOf: { one: "{count} test, {scope}", other: "{count} tests, {scope}" },
		packageCount: { one: "{count} package", other: "{count} packages" },
		failingCount: { one: "{count} failing test", other: "{count} failing tests" },
		named: "{failing}: {parts}",
		new: "{count} new",
		carried: "{count} carried",
		fixed: "{count} fixed",
		brokenRules: { one: "{count} rule of {decided} broken", other: "{count} rules of {decided} broken" },
		change: ", {delta} against {handoff}",
		changeStated: ", {delta} against {handoff}, with a stated reason",
		changeSilent: ", {delta} against {handoff}, no reason stated",
		dropStated: "{delta}, stated",
		dropSilent: "{delta}, no reason stated",
		point: "{handoff}: {words}",
	},
	flow: {
		all: "{out} out, {back} back",
		handsOut: "hands out",
		handsBack: "hands back",
		bounces: "bounces",
		mode: "{mode}: {out} out, {back} back",
		modeBounced: "{mode}: {out} out, {back} back, {bounced} bounced",
		label: "Flow between {orchestrator} and the modes. {modes}. The same numbers stand in the tables.",
	},
	lineage: {
		tie: "{to} {tie} {from}",
		ties: {
			"follow-up-of": "follows up",
			supersedes: "supersedes",
			"depends-on": "depends on",
			"builds-on": "builds on",
			integrates: "integrates",
		},
	},
	phases: {
		stopped: "stopped",
		bounces: counted("bounce", "bounces"),
		blocked: "blocked",
		noTimes: "{task}: no times are known.",
		task: "{task}: {span}.",
		taskAndMore: "{task}: {span}, {more}.",
		span: "{first} {from} to {last} {to}",
		start: "start",
		end: "end",
		stops: { one: "stopped {count} time", other: "stopped {count} times" },
		blockedAtEnd: "blocked at the end",
	},
} as const;
