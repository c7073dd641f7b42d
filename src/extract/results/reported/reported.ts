import type { PreviousFigure, ReportedState } from "#model/baselines.ts";
import { type Fact, type Facts, factValue } from "#model/facts.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { findIds } from "../../references/prose-ids.ts";
import { reportedTests } from "../../tests/reported-tests.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import { type PlacedStatement, previousIn } from "../counts/previous.ts";
import { failuresIn, passingIn } from "../runs/failing.ts";
import { onlyId, ownPackage, packageTests } from "../runs/package-tests.ts";
import { baselineScope, runScope } from "../runs/scope.ts";
import { cleanRoomRun } from "../system/clean-room.ts";
import { baselinePackages, orderedPackages } from "../system/package-lists.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { plainDigits } from "../text/numbers.ts";
import { addedInTitles, addedTests, previousOfAdded } from "./added-tests.ts";
import { type AllPassed, allPassed, failuresCounted } from "./all-passed.ts";
import { dropReasons } from "./drop-reasons.ts";
import { gateClaims, gatesPassed } from "./gates.ts";
import {
	addedTally,
	archiveTally,
	failureTallies,
	fileTallies,
	listTallies,
	namedElsewhere,
	newPackagesTally,
} from "./list-tallies.ts";
import { oldFailuresIn } from "./old-failures.ts";
import { proseClaims, type StatusClaim } from "./prose-claims.ts";
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
	const { parsed, outline, facts, tests, regression, baseline, cleanRoom, standard, lexicon } = reading;
	const scope = runScope(facts, "regression", null, standard, lexicon, toldCommand(regression, lexicon));
	const statements = placedStatements(reading);
	const fails = failsSomewhere(facts);
	const failing = fails ? failingSections(reading) : [...new Set([...tests, ...regression, ...cleanRoom])];
	const failures = failuresIn(failing, standard, lexicon);
	const list = baselinePackages(baseline, standard.packageId, lexicon);
	const order = orderedPackages(facts["cleanRoom.installOrder"], parsed.source);
	const packages = packageTests(tests, regression, facts, standard, lexicon);
	const added = [...addedTests(statements, lexicon), ...addedInTitles(reading)];
	const handoffIn = handoffNames(reading.standard);
	const reasons = dropReasons(reading);
	const oldFailures = oldFailuresIn(failing, standard.packageId, lexicon);
	const prose = proseClaims(reading, handoffIn);
	reportedOf.set(parsed, {
		tests: runScope(facts, "tests", null, standard, lexicon),
		regression: scope,
		baseline: baselineScope(facts, scope, lexicon),
		packageTests: packages,
		packageLists: [list, order].filter((one) => one !== null),
		previous: distinct([
			...[...statements, ...notesOfTotal(reading)].flatMap((placed) => previousIn(placed, handoffIn, lexicon)),
			...previousOfAdded(
				packages,
				reasons.some(({ kinds }) => kinds.includes("tests")) ? undefined : facts["regression.total"],
				added,
			),
		]),
		// Where nothing is counted as failed, the words of a test may sound like it; what is called old is meant so.
		failures: fails ? failures : failures.filter(({ claim }) => claim === "pre-existing"),
		cleanRoom: cleanRoomRun(cleanRoom, lexicon),
		removedPackages: removedPackages(reading, handoffIn),
		oldFailures,
		passing: passingIn([...tests, ...regression], lexicon),
		dropReasons: reasons,
		...(prose.leftFailures.length > 0 && { leftFailures: prose.leftFailures }),
		...(prose.allPlanned && {
			allPlanned: { ...prose.allPlanned, named: reportedTests(parsed, standard).map(({ name }) => name) },
		}),
		addedTests: added.map(({ count, line }) => ({ count, line })),
	});
	const gates = gateClaims(reading, prose.gatesClaim);
	allPassedOf.set(parsed, [
		...allPassed(tests, facts["tests.failed"], lexicon),
		...allPassed(regression, facts["regression.failed"], lexicon),
		...gatesPassed(reading),
		...gates.allPassed,
		...prose.allPassed,
		...allPassed(cleanRoom, cleanRoomFailures(facts), lexicon, true),
	]);
	statusesOf.set(parsed, prose.statuses);
	openFailuresOf.set(parsed, prose.openFailures);
	const total = facts["regression.total"];
	const own = facts["tests.total"];
	const read = [...new Set([...tests, ...regression, ...baseline, ...cleanRoom])];
	const shared = new Set(regression);
	talliesOf.set(parsed, [
		...sumsIn(read, lexicon),
		...read.flatMap((section) => namedIn(section, lexicon)),
		...(total && "value" in total ? breakdownIn(regression, total, lexicon) : []),
		...(own && "value" in own
			? breakdownIn(
					tests.filter((section) => !shared.has(section)),
					own,
					lexicon,
				)
			: []),
		...namedElsewhere(reading, read),
		...listTallies(facts, list, order),
		...fileTallies(facts, outline),
		...failureTallies(reading, reportedOf.get(parsed)?.failures ?? []),
		...addedTally(added),
		...newPackagesTally(read),
		...[...tests, ...regression].flatMap((section) => disagreeing(section, lexicon)),
		...prose.tallies,
		...archiveTally(reading),
		...gates.tallies,
		...toldOutcomes(
			tests.filter((section) => !shared.has(section)),
			"tests",
			facts,
			[],
			lexicon,
		),
		...toldOutcomes(regression, "regression", facts, oldFailures, lexicon),
	]);
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

/** Every statement of the sections with figures, with the package that it speaks of. */
function placedStatements({
	tests,
	regression,
	baseline,
	cleanRoom,
	facts,
	standard,
	lexicon,
}: ResultsReading): PlacedStatement[] {
	const packageId = patternFrom(standard.packageId, "gu");
	const shared = new Set([...regression, ...baseline, ...cleanRoom]);
	const own = ownPackage(facts, standard, lexicon);
	return [...new Set([...tests, ...regression, ...baseline, ...cleanRoom])].flatMap((section) => {
		const ofSection = shared.has(section) ? null : (onlyId(section.heading.title, packageId) ?? own ?? "");
		return section.blocks
			.filter(({ name }) => !lexicon.has("expectation", name))
			.flatMap(({ title, statements }) => {
				const ofBlock = onlyId(title ?? "", packageId) ?? ofSection;
				return statements.map((said) => ({
					said,
					of: onlyId(said.label?.text ?? "", packageId) ?? ofBlock,
					inRun: regression.includes(section),
				}));
			});
	});
}

/** The notes that speak of the system's total: they may say what it was before. */
function notesOfTotal({ outline, section, facts, lexicon }: ResultsReading): PlacedStatement[] {
	const total = factValue(facts["baseline.totalTests"]) ?? factValue(facts["regression.total"]);
	if (total === undefined) return [];
	const digits = String(total);
	const notes = outline.filter(({ keys }) => keys.includes("notesForReviewer"));
	return notes.flatMap((heading) =>
		section(heading).blocks.flatMap(({ statements }) =>
			statements.flatMap((said): PlacedStatement[] => {
				// What was there before is told in figures.
				if (!/\d/.test(said.prose)) return [];
				if (names(plainDigits(said.prose), digits)) return [{ said, of: null, ofTotal: true }];
				return lexicon.has("leftWith", normalise(said.prose)) ? [{ said, of: null, leaves: true }] : [];
			}),
		),
	);
}

/** Whether a figure stands in a text and is no part of a longer one. Each document has its own: compiling it takes longer. */
function names(text: string, digits: string): boolean {
	for (let at = text.indexOf(digits); at !== -1; at = text.indexOf(digits, at + 1)) {
		const end = at + digits.length;
		if (!/[\d.,]/.test(text.charAt(at - 1)) && !/^[.,]?\d/.test(text.slice(end, end + 2))) return true;
	}
	return false;
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
