import type { DropReason, PackageTests, PreviousFigure, ReportedState } from "#model/baselines.ts";
import type { Heading } from "#model/documents.ts";
import { type Fact, type Facts, factValue } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { normalise } from "../text.ts";
import type { Section } from "./blocks.ts";
import { failuresIn, passingIn } from "./failing.ts";
import type { Lexicon } from "./lexicon.ts";
import { baselinePackages, orderedPackages } from "./package-lists.ts";
import { onlyId, ownPackage, packageTests } from "./package-tests.ts";
import { addedTestsIn, kindOf, type PlacedStatement, previousIn } from "./previous.ts";
import { baselineScope, runScope } from "./scope.ts";
import { breakdownIn, namedIn, sumsIn, type Tally } from "./tallies.ts";

/** What the reading of a RESULTS document has at hand when its facts are known. */
export interface ResultsReading {
	readonly parsed: ParsedDocument;
	readonly outline: readonly Heading[];
	readonly facts: Facts;
	readonly tests: readonly Section[];
	readonly regression: readonly Section[];
	readonly baseline: readonly Section[];
	readonly cleanRoom: readonly Section[];
	/** Reads the section of a heading. */
	readonly section: (heading: Heading) => Section;
	readonly standard: Standard;
	readonly lexicon: Lexicon;
}

const reportedOf = new WeakMap<ParsedDocument, ReportedState>();
const talliesOf = new WeakMap<ParsedDocument, readonly Tally[]>();
const allPassedOf = new WeakMap<ParsedDocument, readonly AllPassed[]>();

/** Words that say that all tests pass, beside a figure of failures. */
export interface AllPassed {
	readonly words: string;
	readonly line: number;
	readonly failed: number;
	readonly failedLine: number;
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
	const failing = failsSomewhere(facts) ? failingSections(reading) : [];
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
		failures: failuresIn(failing, standard, lexicon),
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

/** Finds the handoff that a text names, by the mentions that the standards' patterns know. */
function handoffNames({ standard }: ResultsReading): (text: string) => string | null {
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

interface AddedTests {
	readonly count: number;
	readonly of: string | null;
	readonly line: number;
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

const failing = /(?<![\d.,])([1-9]\d{0,8})\s+(?:[\p{L}-]+\s+){0,3}?(?:failures?|failed|failing)(?![\p{L}])/iu;

/** Where a section says that all pass, in its title or in a line that itself counts failures. */
function allPassed(sections: readonly Section[], failed: Fact<number> | undefined, lexicon: Lexicon): AllPassed[] {
	const found: AllPassed[] = [];
	for (const { heading, blocks } of sections) {
		const titles = [{ text: heading.title, line: heading.line }];
		for (const { title, line, nested } of blocks) if (title !== null && !nested) titles.push({ text: title, line });
		if (failed && "value" in failed && failed.value > 0)
			for (const { text, line } of titles)
				if (saysAllPass(text, lexicon))
					found.push({ words: text, line, failed: failed.value, failedLine: failed.line });
		for (const { text, line } of blocks.flatMap(({ statements }) => statements)) {
			const count = saysAllPass(text, lexicon) ? text.match(failing)?.[1] : undefined;
			if (count !== undefined) found.push({ words: text, line, failed: Number(count), failedLine: line });
		}
	}
	return found.filter((one, at) => found.findIndex(({ line }) => line === one.line) === at);
}

function saysAllPass(text: string, lexicon: Lexicon): boolean {
	if (!/\ball\b/i.test(text)) return false;
	const words = normalise(text);
	return lexicon.has("allPassClaims", words) && !lexicon.has("except", words) && !/\bnot all\b|\bwere\b/.test(words);
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

/** Headings of other sections that count the tests below them ("New Tests Added (12)"). */
function namedElsewhere({ outline, section, lexicon }: ResultsReading, read: readonly Section[]): Tally[] {
	const within = (line: number) => read.some(({ heading }) => heading.line <= line && line <= heading.endLine);
	return outline
		.filter(({ title, line, keys }) => keys.length === 0 && /\(\d+[^()]*\)\s*$/.test(title) && !within(line))
		.flatMap((heading) => namedIn(section(heading), lexicon).slice(0, 1));
}

const reasonSections = ["baselineSnapshot", "fullRegression", "issuesEncountered", "notesForReviewer"];

/** Lines that say that tests or packages went away, in the sections where a reviewer looks for it. */
function dropReasons({ parsed, outline, standard, lexicon }: ResultsReading): DropReason[] {
	const packageId = new RegExp(standard.packageId, "u");
	const found: DropReason[] = [];
	const seen = new Set<number>();
	for (const { title, keys, line, endLine } of outline) {
		const named = lexicon.has("dropWords", normalise(title)) && /\bpackages?\b|\btests?\b|PKG/iu.test(title);
		if (!named && !keys.some((key) => reasonSections.includes(key))) continue;
		for (let at = named ? line : line + 1; at <= endLine; at++) {
			const text = lineText(parsed.source, at);
			if (seen.has(at) || text.length < shortest || text.length > longest) continue;
			const words = normalise(text);
			if (!(named && at === line) && (!lexicon.has("dropWords", words) || lexicon.has("intentions", words))) continue;
			if (lexicon.has("failureWords", words)) continue;
			seen.add(at);
			const tests = lexicon.has("tests", words);
			const packages = /\bpackages?\b/.test(words) || packageId.test(text);
			const kinds = [...(packages ? ["packages" as const] : []), ...(tests || packages ? ["tests" as const] : [])];
			if (kinds.length > 0) found.push({ kinds, quote: text.trim(), line: at });
		}
	}
	return found.slice(0, mostReasons);
}

const shortest = 8;
const longest = 2000;
const mostReasons = 12;

/** Packages installed against the packages named. */
function listTallies(
	facts: Facts,
	list: ReportedState["packageLists"][number] | null,
	order: ReportedState["packageLists"][number] | null,
): Tally[] {
	const pairs = [
		{ fact: facts["baseline.packagesInstalled"], named: list },
		{ fact: facts["cleanRoom.packagesInstalled"], named: order },
	];
	return pairs.flatMap(({ fact, named }): Tally[] =>
		fact && "value" in fact && named
			? [
					{
						kind: "list",
						what: "packages",
						stated: fact.value,
						counted: named.ids.length,
						line: fact.line,
						listLine: named.line,
					},
				]
			: [],
	);
}

/** The failures of the regression against those that it names one by one; a file or a package stands for any number. */
function failureTallies({ facts, regression }: ResultsReading, failures: ReportedState["failures"]): Tally[] {
	const failed = facts["regression.failed"];
	if (!failed || !("value" in failed) || failed.value === 0) return [];
	const within = ({ line }: { line: number }) =>
		regression.some(({ heading }) => heading.line <= line && line <= heading.endLine);
	if ("scope" in failed && /error/i.test(failed.scope ?? "")) return [];
	const named = failures.filter(within);
	const [first] = named;
	if (!first || !named.every((one) => /^test(?:_\w+|[A-Z]\w*)$/.test(one.name))) return [];
	const { line, value: stated } = failed;
	return [{ kind: "list", what: "failures", stated, counted: named.length, line, listLine: first.line }];
}

/** "Files Created (4)" against the files listed. */
function fileTallies(facts: Facts, outline: readonly Heading[]): Tally[] {
	return (["filesCreated", "filesModified"] as const).flatMap((key): Tally[] => {
		const heading = outline.find(({ keys }) => keys.includes(key) && keys.length === 1);
		const stated = heading?.title.match(/\((\d{1,6})(?:\s+files?)?\)\s*$/i)?.[1];
		const fact = facts[key];
		if (!heading || stated === undefined || fact?.state !== "derived" || fact.value === 0) return [];
		const { line } = heading;
		return [{ kind: "list", what: "files", stated: Number(stated), counted: fact.value, line, listLine: fact.line }];
	});
}

const newPackages =
	/(?<![\d.,+])(\d{1,4})\s+new\s+packages?\b|(?<!\d)\d{1,4}\s+[\p{L}-]+\s*\+\s*(\d{1,4})\s+new\b(?!\s+tests?)/iu;

/** How many packages are new, where titles and lines say so more than once. */
function newPackagesTally(sections: readonly Section[]): Tally[] {
	const said = sections.flatMap(({ heading, blocks }) => [
		{ text: heading.title, line: heading.line },
		...blocks.flatMap(({ statements }) => statements.filter(({ text }) => /\bpackages?\b/i.test(text))),
	]);
	const found = said.flatMap(({ text, line }) => {
		const match = newPackages.exec(text);
		return match ? [{ count: Number(match[1] ?? match[2]), line }] : [];
	});
	const [first] = found;
	const other = first && found.find(({ count }) => count !== first.count);
	if (!first || !other) return [];
	const [stated, line, counted, listLine] = [first.count, first.line, other.count, other.line];
	return [{ kind: "twice", what: "new packages", stated, counted, line, listLine }];
}

/** The tests added to single packages against those added in all. */
function addedTally(added: readonly AddedTests[]): Tally[] {
	const whole = added.filter(({ of }) => of === null);
	const single = added.filter(({ of }) => of !== null && of !== "");
	const [total] = whole;
	const [first] = single;
	if (!total || !first || single.length < 2 || new Set(single.map(({ of }) => of)).size !== single.length) return [];
	const counted = single.reduce((sum, { count }) => sum + count, 0);
	return [{ kind: "parts", what: "new tests", stated: total.count, counted, line: total.line, listLine: first.line }];
}
