import type { BaselineCount, HandoffBaseline, ReportedState, SourceLine } from "#model/baselines.ts";
import { because } from "#words/because.ts";
import type { Outcome } from "../judging/outcome.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleLine, withFailures } from "../samples/line.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { baselinesIn, systemComparison } from "../shared/baseline-facts.ts";

const none = "- New failures introduced by this agent: NONE";
const claimed = [
	...withFailures(1),
	[none, `${none}\n- Pre-existing failures:\n  - \`test_poll_keeps_time\` (clock drifts)`],
] as const;

const command = "- Command: `python3 -m pytest _staging/ -v`";
const otherScope = [[command, command.replace("-v", "-v --ignore=_staging/PKG-BUOY-001")]] as const;
const counted = (failed: number) =>
	[...withFailures(failed), [none, `${none}\n- The ${failed} failures are pre-existing.`]] as const;

export default archiveRule({
	id: "baseline/pre-existing",
	source: { standard: "BHS", section: "Full Regression Test (MANDATORY)" },
	severity: "warning",
	requires: "A failure that is called pre-existing is one that an earlier handoff shows.",
	why: "Whoever calls a failure old need not mend it. Only the earlier run can show whether it is.",
	remedy: "Name the earlier RESULTS that shows the failure, or list it as a new one and mend it.",
	messages: {
		passed:
			"{name} is called pre-existing, but {against} lists it as passed; {handoff} is the first to show it failing.",
		clean:
			"{name} is called pre-existing, but no test failed in the run of {against}; {handoff} is the first to show it.",
		unnamed:
			"{name} is called pre-existing, but the run of {against} names its failures without it; {handoff} is the first to show it.",
		unshown:
			"{name}: called pre-existing, but named among the failures of no earlier RESULTS; {handoff} is the first to show it.",
		fewer: "{count} failures are called pre-existing, but {before} failed in the run of {against}.",
		none: "{count} failures are called pre-existing, but no earlier RESULTS shows any; {handoff} is the first.",
	},
	statements: {
		none: "No failing test is called pre-existing.",
		shown: "{count} failed in the run of {against}.",
		numbered: "{count} failures are called pre-existing by their number only.",
		since: "{test} fails since {handoff}.",
		first: "{test} is called pre-existing; {handoff} is the first to show it, and no comparable run was before.",
		passed: "{handoff} lists it as passed",
	},
	examples: {
		valid: [
			{ title: "An earlier handoff shows it", files: sampleLine(claimed, claimed) },
			{ title: "As many failed before", files: sampleLine(withFailures(2), counted(2)) },
		],
		invalid: [
			{
				title: "Nothing failed before",
				files: sampleLine([], claimed),
				findings: [
					"H-2/H-2_RESULTS.md:31:1 test_poll_keeps_time is called pre-existing, but no test failed in the run of H-1; H-2 is the first to show it.",
				],
			},
			{
				title: "Another test failed before",
				files: sampleLine(
					[...withFailures(1), [none, `${none}\n- Known failures:\n  - \`test_close_twice\` (slow port)`]],
					claimed,
				),
				findings: [
					"H-2/H-2_RESULTS.md:31:1 test_poll_keeps_time is called pre-existing, but the run of H-1 names its failures without it; H-2 is the first to show it.",
				],
			},
			{
				title: "No comparable run before, and no earlier handoff names it",
				files: sampleLine(otherScope, claimed),
				findings: [
					"H-2/H-2_RESULTS.md:31:1 test_poll_keeps_time: called pre-existing, but named among the failures of no earlier RESULTS; H-2 is the first to show it.",
				],
			},
			{
				title: "More than failed before",
				files: sampleLine(withFailures(1), counted(3)),
				findings: ["H-2/H-2_RESULTS.md:30:1 3 failures are called pre-existing, but 1 failed in the run of H-1."],
			},
			{
				title: "Counted by nobody before",
				files: sampleLine(otherScope, counted(3)),
				findings: [
					"H-2/H-2_RESULTS.md:30:1 3 failures are called pre-existing, but no earlier RESULTS shows any; H-2 is the first.",
				],
			},
			{
				title: "It passed before",
				files: sampleLine(
					[["- Skipped: 0\n", "- Skipped: 0\n\n| Test | Result |\n|---|---|\n| test_poll_keeps_time | PASS |\n\n"]],
					claimed,
				),
				findings: [
					"H-2/H-2_RESULTS.md:31:1 test_poll_keeps_time is called pre-existing, but H-1 lists it as passed; H-2 is the first to show it failing.",
				],
			},
		],
	},
	*check(subject) {
		const reports = new Map(subject.documents.flatMap(({ path, reported }) => (reported ? [[path, reported]] : [])));
		const before = new ShownBefore();
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { results } = baseline;
			const report = results === null ? undefined : reports.get(results);
			// Where nothing failed in the full regression, what fails belongs to a run of another scope.
			const own = systemComparison(baseline, "failed");
			const told: Told = {
				handoff: baseline.handoff,
				results: results ?? "",
				failures: report?.failures ?? [],
				passing: report?.passing ?? [],
				counts: failureCounts(baseline, report),
				run: own && own.count.value > 0 ? own.against : null,
			};
			const claims = told.failures.filter(({ claim }) => claim === "pre-existing");
			const [old] = report?.oldFailures ?? [];
			if (claims.length > 0) yield* judgeNamed(claims, told, before);
			else if (old) yield judgeNumber(old, told, before);
			else yield { verdict: "not-applicable", statement: "none", handoff: told.handoff };
			before.add(told, baseline);
		}
	},
});

type Run = BaselineCount & { readonly handoff: string };

/** What one handoff says of tests that fail and pass. */
interface Told {
	readonly handoff: string;
	/** Path of its RESULTS. */
	readonly results: string;
	readonly failures: ReportedState["failures"];
	readonly passing: ReportedState["passing"];
	/** The figures of failures that it gives, of whatever run. */
	readonly counts: readonly number[];
	/** The run that its own is compared with. */
	readonly run: Run | null;
}

/** What the handoffs so far show of failures. */
class ShownBefore {
	readonly failed = new Map<string, Shown>();
	readonly passed = new Map<string, Shown>();
	/** Handoffs that name their failures. */
	readonly naming = new Set<string>();
	/** Whether any reports a run, and whether any shows a failure. */
	reporting = false;
	shows = false;
	/** How many failures were counted without their names: any of them may be among these. */
	readonly unnamed = new Set<number>();

	/** Takes what a handoff says, once it is judged. */
	add({ handoff, results: path, failures, passing, counts }: Told, baseline: HandoffBaseline): void {
		for (const { name, line } of failures) if (!this.failed.has(name)) this.failed.set(name, { handoff, path, line });
		for (const { name, line } of passing) this.passed.set(name, { handoff, path, line });
		if (failures.length > 0) this.naming.add(handoff);
		else for (const count of counts) this.unnamed.add(count);
		this.reporting ||= baseline.counts.some(({ kind }) => kind === "passed" || kind === "failed" || kind === "tests");
		this.shows ||= counts.length > 0 || failures.length > 0;
	}
}

/** Judges a number of failures that are called old without their names. */
function judgeNumber(
	{ count, line }: ReportedState["oldFailures"][number],
	{ handoff, results, run }: Told,
	{ reporting, shows }: ShownBefore,
): Outcome<"fewer" | "none", "shown" | "numbered"> {
	const found = { place: lineStart(results, line), handoff };
	if (run && run.value < count)
		return {
			...found,
			messageId: "fewer",
			data: { count, handoff, before: run.value, against: run.handoff },
			related: [{ place: lineStart(run.path, run.line), ...failedIn(run) }],
		};
	if (run) return { ...found, verdict: "pass", statement: "shown", data: { count: run.value, against: run.handoff } };
	if (reporting && !shows) return { ...found, messageId: "none", data: { count, handoff } };
	return { ...found, verdict: "needs-human", statement: "numbered", data: { count } };
}

/** Judges failures that are called old by name; those of one line that nobody showed are one finding. */
function* judgeNamed(
	claims: ReportedState["failures"],
	{ handoff, results, counts, run }: Told,
	before: ShownBefore,
): Iterable<Outcome<"passed" | "clean" | "unnamed" | "unshown", "since" | "first" | "passed">> {
	const unshown = new Map<number, string[]>();
	for (const { name, line } of claims) {
		const found = { place: lineStart(results, line), handoff };
		const since = before.failed.get(name);
		if (since) {
			yield { ...found, verdict: "pass", statement: "since", data: { test: name, handoff: since.handoff } };
			continue;
		}
		const contradicted = contradictionOf(before.passed.get(name), run, before.naming);
		if (contradicted)
			yield {
				...found,
				messageId: contradicted.messageId,
				data: { name, against: contradicted.handoff, handoff },
				related: [{ place: lineStart(contradicted.path, contradicted.line), ...contradicted.shown }],
			};
		else if (!run && before.reporting && !counts.some((count) => before.unnamed.has(count)))
			unshown.set(line, [...(unshown.get(line) ?? []), name]);
		else yield { ...found, verdict: "needs-human", statement: "first", data: { test: name, handoff } };
	}
	for (const [line, names] of unshown)
		yield { messageId: "unshown", place: lineStart(results, line), handoff, data: { name: names.join(", "), handoff } };
}

/** The figures of failures that a handoff gives, of whatever run. */
function failureCounts({ counts }: HandoffBaseline, state: ReportedState | undefined): readonly number[] {
	return [
		...counts.flatMap(({ kind, value }) => (kind === "failed" ? [value] : [])),
		...(state?.oldFailures ?? []).map(({ count }) => count),
		state?.cleanRoom?.failed ?? 0,
	].filter((count) => count > 0);
}

interface Shown extends SourceLine {
	readonly handoff: string;
}

function failedIn({ handoff, value }: Run) {
	return because("countedFailed", { handoff, count: value });
}

/** What speaks against a failure that no earlier handoff shows; null where nothing does. */
function contradictionOf(passed: Shown | undefined, run: Run | null, naming: ReadonlySet<string>) {
	if (passed) {
		const shown = { statement: "passed", data: { handoff: passed.handoff } } as const;
		return { ...passed, messageId: "passed", shown } as const;
	}
	if (!run) return null;
	const found = { handoff: run.handoff, path: run.path, line: run.line, shown: failedIn(run) };
	if (run.value === 0) return { ...found, messageId: "clean" } as const;
	if (naming.has(run.handoff)) return { ...found, messageId: "unnamed" } as const;
	return null;
}
