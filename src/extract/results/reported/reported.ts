import type { PreviousFigure, ReportedState } from "#model/baselines.ts";
import { type Fact, type Facts, factValue } from "#model/facts.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { findIds } from "../../references/prose-ids.ts";
import { reportedTests } from "../../tests/reported-tests.ts";
import { normalise } from "../../text/text.ts";
import { type PlacedStatement, previousIn } from "../counts/previous.ts";
import { failuresIn, passingIn } from "../runs/failing.ts";
import { packageTests } from "../runs/package-tests.ts";
import { baselineScope, runScope } from "../runs/scope.ts";
import { cleanRoomRun } from "../system/clean-room.ts";
import { baselinePackages, orderedPackages } from "../system/package-lists.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { addedInTitles, addedTests, previousOfAdded } from "./added-tests.ts";
import { type AllPassed, allPassed, failuresCounted } from "./all-passed.ts";
import { dropReasons } from "./drop-reasons.ts";
import { gateClaims, gatesPassed } from "./gates.ts";
import {
	type AddedTests,
	addedTally,
	archiveTally,
	failureTallies,
	fileTallies,
	listTallies,
	namedElsewhere,
	newPackagesTally,
} from "./list-tallies.ts";
import { oldFailuresIn } from "./old-failures.ts";
import { notesOfTotal, placedStatements } from "./placed-statements.ts";
import { type ProseClaims, proseClaims, type StatusClaim } from "./prose-claims.ts";
import { removedPackages } from "./removed-packages.ts";
import type { ResultsReading } from "./results-reading.ts";
import { disagreeing } from "./run-tallies.ts";
import { breakdownIn, namedIn, sumsIn, type Tally } from "./tallies.ts";
import { toldOutcomes } from "./told-outcomes.ts";

const reportedOf = new Derived<ReportedState>();
const talliesOf = new Derived<readonly Tally[]>();
const statusesOf = new Derived<readonly StatusClaim[]>();
const openFailuresOf = new Derived<readonly number[]>();
const allPassedOf = new Derived<readonly AllPassed[]>();

/** The statuses that the running text of a document gives to it. */
export function statusesIn(parsed: ParsedDocument): readonly StatusClaim[] {
	return statusesOf.get(parsed) ?? [];
}

/** The lines of its notes that leave failing tests to be mended, although it counts none as new. */
export function openFailuresIn(parsed: ParsedDocument): readonly number[] {
	return openFailuresOf.get(parsed) ?? [];
}

/** What a document reports of the system's state; undefined where it was not read as RESULTS. */
export function reportedIn(parsed: ParsedDocument): ReportedState | undefined {
	return reportedOf.get(parsed);
}

/** The figures of a document that its own lists and parts can be counted against. */
export function talliesIn(parsed: ParsedDocument): readonly Tally[] {
	return talliesOf.get(parsed) ?? [];
}

/** The claims of a document that all tests pass, where failures are counted beside them. */
export function allPassedIn(parsed: ParsedDocument): readonly AllPassed[] {
	return allPassedOf.get(parsed) ?? [];
}

/** Reads what stands beside the figures of RESULTS: what they cover, what was there before, failures and packages by name. */
export function readReported(reading: ResultsReading): void {
	const { parsed, standard } = reading;
	const handoffIn = handoffNames(standard);
	const parts = partsOf(reading);
	const prose = proseClaims(reading, handoffIn);
	const gates = gateClaims(reading, prose.gatesClaim);
	const state = stateOf(reading, parts, prose, handoffIn);
	reportedOf.set(parsed, state);
	allPassedOf.set(parsed, everyAllPassed(reading, [...gates.allPassed, ...prose.allPassed]));
	statusesOf.set(parsed, prose.statuses);
	openFailuresOf.set(parsed, prose.openFailures);
	talliesOf.set(parsed, everyTally(reading, parts, state.failures, [...prose.tallies, ...gates.tallies]));
}

type PackageList = ReportedState["packageLists"][number];

/** What several readings need of the parts of a document. */
interface Parts {
	/** The packages that the baseline lists, and those that the clean room installed. */
	readonly listed: PackageList | null;
	readonly installed: PackageList | null;
	readonly added: readonly AddedTests[];
	readonly failing: readonly Section[];
	readonly oldFailures: ReportedState["oldFailures"];
	readonly statements: readonly PlacedStatement[];
}

function partsOf(reading: ResultsReading): Parts {
	const { parsed, facts, tests, regression, baseline, cleanRoom, standard, lexicon } = reading;
	const failing = failsSomewhere(facts)
		? failingSections(reading)
		: [...new Set([...tests, ...regression, ...cleanRoom])];
	const statements = placedStatements(reading);
	return {
		listed: baselinePackages(baseline, standard.packageId, lexicon),
		installed: orderedPackages(facts["cleanRoom.installOrder"], parsed.source),
		added: [...addedTests(statements, lexicon), ...addedInTitles(reading)],
		failing,
		oldFailures: oldFailuresIn(failing, standard.packageId, lexicon),
		statements,
	};
}

function stateOf(
	reading: ResultsReading,
	{ listed, installed, added, failing, oldFailures, statements }: Parts,
	{ leftFailures, allPlanned }: ProseClaims,
	handoffIn: (text: string) => string | null,
): ReportedState {
	const { parsed, facts, tests, regression, cleanRoom, standard, lexicon } = reading;
	const scope = runScope(facts, "regression", null, standard, lexicon, toldCommand(regression, lexicon));
	const failures = failuresIn(failing, standard, lexicon);
	const packages = packageTests(tests, regression, facts, standard, lexicon);
	const reasons = dropReasons(reading);
	const whole = reasons.some(({ kinds }) => kinds.includes("tests")) ? undefined : facts["regression.total"];
	return {
		tests: runScope(facts, "tests", null, standard, lexicon),
		regression: scope,
		baseline: baselineScope(facts, scope, lexicon),
		packageTests: packages,
		packageLists: [listed, installed].filter((one) => one !== null),
		previous: distinct([
			...[...statements, ...notesOfTotal(reading)].flatMap((placed) => previousIn(placed, handoffIn, lexicon)),
			...previousOfAdded(packages, whole, added),
		]),
		// Where nothing is counted as failed, the words of a test may sound like it; what is called old is meant so.
		failures: failsSomewhere(facts) ? failures : failures.filter(({ claim }) => claim === "pre-existing"),
		cleanRoom: cleanRoomRun(cleanRoom, lexicon),
		removedPackages: removedPackages(reading, handoffIn),
		oldFailures,
		passing: passingIn([...tests, ...regression], lexicon),
		dropReasons: reasons,
		...(leftFailures.length > 0 && { leftFailures }),
		...(allPlanned && {
			allPlanned: { ...allPlanned, named: reportedTests(parsed, standard).map(({ name }) => name) },
		}),
		addedTests: added.map(({ count, line }) => ({ count, line })),
	};
}

function everyAllPassed(reading: ResultsReading, told: readonly AllPassed[]): readonly AllPassed[] {
	const { facts, tests, regression, cleanRoom, lexicon } = reading;
	return [
		...allPassed(tests, facts["tests.failed"], lexicon),
		...allPassed(regression, facts["regression.failed"], lexicon),
		...gatesPassed(reading),
		...told,
		...allPassed(cleanRoom, cleanRoomFailures(facts), lexicon, true),
	];
}

function everyTally(
	reading: ResultsReading,
	{ listed, installed, added, oldFailures }: Parts,
	failures: ReportedState["failures"],
	told: readonly Tally[],
): readonly Tally[] {
	const { outline, facts, tests, regression, baseline, cleanRoom, lexicon } = reading;
	const read = [...new Set([...tests, ...regression, ...baseline, ...cleanRoom])];
	const shared = new Set(regression);
	const own = tests.filter((section) => !shared.has(section));
	const brokenDown = (sections: readonly Section[], total: Fact<number> | undefined) =>
		total && "value" in total ? breakdownIn(sections, total, lexicon) : [];
	return [
		...sumsIn(read, lexicon),
		...read.flatMap((section) => namedIn(section, lexicon)),
		...brokenDown(regression, facts["regression.total"]),
		...brokenDown(own, facts["tests.total"]),
		...namedElsewhere(reading, read),
		...listTallies(facts, listed, installed),
		...fileTallies(facts, outline),
		...failureTallies(reading, failures),
		...addedTally(added),
		...newPackagesTally(read),
		...[...tests, ...regression].flatMap((section) => disagreeing(section, lexicon)),
		...told,
		...archiveTally(reading),
		...toldOutcomes(own, "tests", facts, [], lexicon),
		...toldOutcomes(regression, "regression", facts, oldFailures, lexicon),
	];
}

/** The failures that a clean room counts, where they are why not all tests pass. */
function cleanRoomFailures({ "cleanRoom.allTestsPass": fact }: Facts): Fact<number> | undefined {
	if (!fact || !("value" in fact) || fact.value || !("line" in fact)) return undefined;
	const value = failuresCounted("scope" in fact ? (fact.scope ?? "") : "");
	return value === null ? undefined : { state: "stated", value, line: fact.line };
}

/** A line of a section that tells in running words what was run. */
function toldCommand(sections: readonly Section[], lexicon: Lexicon): { text: string; line: number } | undefined {
	return sections
		.flatMap(({ blocks }) => blocks.flatMap(({ statements }) => statements))
		.find(({ text, prose }) => prose !== text && lexicon.has("testCommands", normalise(text)));
}

/** Finds the handoff that a text names by its canonical id. */
const handoffNames = oncePer((standard: Standard) => {
	const standards = [standard];
	return (text: string): string | null => findIds(text, standards)[0]?.id ?? null;
});

function distinct(figures: readonly PreviousFigure[]): PreviousFigure[] {
	// Statements about a package that is not known speak neither of the system nor of one that can be compared.
	const known = figures.filter(({ of, kind }) => of !== "" || kind === "packages");
	const first = new Map<string, PreviousFigure>();
	for (const figure of known) {
		const key = `${figure.kind} ${figure.value} ${figure.of}`;
		if (!first.has(key)) first.set(key, figure);
	}
	return [...first.values()];
}

function failsSomewhere(facts: Facts): boolean {
	return (
		(factValue(facts["regression.failed"]) ?? 0) > 0 ||
		(factValue(facts["tests.failed"]) ?? 0) > 0 ||
		factValue(facts["cleanRoom.allTestsPass"]) === false ||
		(factValue(facts["regression.newFailures"]) ?? "NONE") !== "NONE"
	);
}

/** Where a document names its failures: the sections of its runs, and the issues it met. */
function failingSections({ tests, regression, cleanRoom, outline, section }: ResultsReading): Section[] {
	const issues = outline.filter(({ keys }) => keys.includes("issuesEncountered")).slice(0, 1);
	return [...new Set([...regression, ...tests, ...cleanRoom, ...issues.map(section)])];
}
