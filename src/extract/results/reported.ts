import type { PackageTests, PreviousFigure, ReportedState } from "#model/baselines.ts";
import { type Fact, type Facts, factValue } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { normalise } from "../text.ts";
import { type AllPassed, allPassed } from "./all-passed.ts";
import type { Section } from "./blocks.ts";
import { cleanRoomRun } from "./clean-room.ts";
import { dropReasons } from "./drop-reasons.ts";
import { failuresIn, passingIn } from "./failing.ts";
import type { Lexicon } from "./lexicon.ts";
import {
	type AddedTests,
	addedTally,
	failureTallies,
	fileTallies,
	listTallies,
	namedElsewhere,
	newPackagesTally,
} from "./list-tallies.ts";
import { oldFailuresIn } from "./old-failures.ts";
import { baselinePackages, orderedPackages } from "./package-lists.ts";
import { onlyId, ownPackage, packageTests } from "./package-tests.ts";
import { addedTestsIn, kindOf, type PlacedStatement, previousIn } from "./previous.ts";
import { removedPackages } from "./removed-packages.ts";
import type { ResultsReading } from "./results-reading.ts";
import { baselineScope, runScope } from "./scope.ts";
import { breakdownIn, namedIn, sumsIn, type Tally } from "./tallies.ts";

const reportedOf = new WeakMap<ParsedDocument, ReportedState>();
const talliesOf = new WeakMap<ParsedDocument, readonly Tally[]>();
const allPassedOf = new WeakMap<ParsedDocument, readonly AllPassed[]>();

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
	const handoffIn = handoffNames(reading);
	const reasons = dropReasons(reading);
	reportedOf.set(parsed, {
		tests: runScope(facts, "tests", null, standard, lexicon),
		regression: scope,
		baseline: baselineScope(facts, scope, lexicon),
		packageTests: packages,
		packageLists: [list, order].filter((one) => one !== null),
		previous: distinct([
			...statements.flatMap((placed) => previousIn(placed, handoffIn, lexicon)),
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
		oldFailures: oldFailuresIn(failing, standard.packageId, lexicon),
		passing: passingIn([...tests, ...regression], lexicon),
		dropReasons: reasons,
		addedTests: added.map(({ count, line }) => ({ count, line })),
	});
	allPassedOf.set(parsed, [
		...allPassed(tests, facts["tests.failed"], lexicon),
		...allPassed(regression, facts["regression.failed"], lexicon),
	]);
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
	]);
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
	const packageId = new RegExp(standard.packageId, "gu");
	const shared = new Set([...regression, ...baseline, ...cleanRoom]);
	const own = ownPackage(facts, standard, lexicon);
	return [...new Set([...tests, ...regression, ...baseline, ...cleanRoom])].flatMap((section) => {
		const ofSection = shared.has(section) ? null : (onlyId(section.heading.title, packageId) ?? own ?? "");
		return section.blocks
			.filter(({ name }) => !lexicon.has("expectation", name))
			.flatMap(({ title, statements }) => {
				const ofBlock = onlyId(title ?? "", packageId) ?? ofSection;
				return statements.map((said) => ({ said, of: onlyId(said.label?.text ?? "", packageId) ?? ofBlock }));
			});
	});
}

const namers = new WeakMap<Standard, (text: string) => string | null>();

/** Finds the handoff that a text names by its canonical id. */
function handoffNames({ standard }: ResultsReading): (text: string) => string | null {
	const known = namers.get(standard) ?? namerOf(standard);
	namers.set(standard, known);
	return known;
}

function namerOf(standard: Standard): (text: string) => string | null {
	const forms = standard.ids.flatMap(({ directory }) => (directory ? [directory.replace(/^\^|\$$/g, "")] : []));
	if (forms.length === 0) return () => null;
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${forms.map(unnamed).join("|")})(?![\\p{L}\\p{N}_])`, "u");
	return (text) => pattern.exec(text)?.[0] ?? null;
}

function unnamed(pattern: string): string {
	return pattern.replace(/\(\?<[a-z]+>/g, "(?:");
}

function distinct(figures: readonly PreviousFigure[]): PreviousFigure[] {
	// Statements about a package that is not known speak neither of the system nor of one that can be compared.
	const known = figures.filter(({ of, kind }) => of !== "" || kind === "packages");
	return known.filter(
		(one, at) =>
			known.findIndex((other) => other.kind === one.kind && other.of === one.of && other.value === one.value) === at,
	);
}

function addedTests(statements: readonly PlacedStatement[], lexicon: Lexicon): AddedTests[] {
	return statements.flatMap(({ said, of }): AddedTests[] => {
		const labelled = addedTestsIn(said, lexicon);
		if (labelled !== null) return [{ count: labelled, of, line: said.line }];
		const told = said.prose.match(/(?<![\d.,+])(\d{1,6})\s+new\s+(\p{L}+)/u);
		if (!told || kindOf(said, normalise(said.prose), lexicon) !== "tests") return [];
		return lexicon.is("tests", normalise(told[2] ?? "")) ? [{ count: Number(told[1]), of, line: said.line }] : [];
	});
}

/** "New Tests (5)" as the name of a part. */
function addedInTitles({ tests, facts, standard, lexicon }: ResultsReading): AddedTests[] {
	const own = ownPackage(facts, standard, lexicon);
	return tests.flatMap(({ heading, blocks }) =>
		heading.keys.includes("fullRegression")
			? []
			: blocks.flatMap(({ title, line }): AddedTests[] => {
					const match = title?.match(/^(.*?)\((\d{1,6})\)\s*$/);
					if (!match || !lexicon.is("newTestLabels", normalise(match[1] ?? ""))) return [];
					return [{ count: Number(match[2]), of: own ?? "", line }];
				}),
	);
}

/** "24 tests, 6 of them new": what was there before, of each package and of the system. */
function previousOfAdded(
	packages: readonly Pick<PackageTests, "id" | "total">[],
	whole: Fact<number> | undefined,
	added: readonly AddedTests[],
): PreviousFigure[] {
	const system = whole && "value" in whole ? [{ id: null, total: whole.value }] : [];
	return [...packages, ...system].flatMap(({ id, total }): PreviousFigure[] => {
		const claims = added.filter(({ of }) => of === id);
		const [claim] = claims;
		if (!claim || claims.some(({ count }) => count !== claim.count) || total === null || claim.count >= total)
			return [];
		const from = `${total} less ${claim.count} new`;
		return [{ kind: "tests", of: id, value: total - claim.count, words: from, from, handoff: null, line: claim.line }];
	});
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
