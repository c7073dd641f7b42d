import type { FileAction, FileClaim, Heading } from "#model/documents.ts";
import { type Fact, type Facts, factValue, notStated } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { readCounts } from "./results/counts/counts.ts";
import type { Counts } from "./results/counts/figure.ts";
import { fileClaims } from "./results/files/claims.ts";
import { toldApart } from "./results/files/divisions.ts";
import { filesFact, isDivided } from "./results/files/files.ts";
import { filesInFrontMatter } from "./results/files/front-matter-files.ts";
import { hashFacts } from "./results/files/hashes.ts";
import { filesCounted } from "./results/files/told-figures.ts";
import { statusTold } from "./results/reported/prose-claims.ts";
import { readReported } from "./results/reported/reported.ts";
import { commandFact } from "./results/runs/commands.ts";
import { place } from "./results/runs/drafts.ts";
import { runsOf } from "./results/runs/runs.ts";
import { isSumOf } from "./results/runs/settle.ts";
import { figureFacts, newFailuresFact, testFacts } from "./results/runs/test-facts.ts";
import { type ToldRuns, toldRuns } from "./results/runs/told-runs.ts";
import { withBoldHeadings } from "./results/sections/bold-headings.ts";
import { fileSections } from "./results/sections/file-sections.ts";
import { inFrontMatter } from "./results/sections/front-matter.ts";
import {
	bareDates,
	dateFact,
	headerSections,
	headerStatements,
	type Said,
	statusFact,
	statusRemark,
	titleRemarks,
} from "./results/sections/header.ts";
import { headless, labelledParts, noHeading } from "./results/sections/labelled.ts";
import { sectionsIn } from "./results/sections/sections-in.ts";
import { cleanRoomFacts } from "./results/system/clean-room.ts";
import { baselineFacts, toldBaseline } from "./results/system/system-facts.ts";
import {
	type Block,
	footerOf,
	headerOf,
	type Section,
	sectionOf,
	withHeadings,
	withQuotation,
} from "./results/text/blocks.ts";
import { countKeys, type Lexicon, lexiconOf } from "./results/text/lexicon.ts";
import { normalise } from "./text/text.ts";

const saidStatuses = new Derived<readonly Said[]>();

/** What a document says under "Status", valid or not; empty where it was not read as RESULTS. */
export function statusWords(parsed: ParsedDocument): readonly Said[] {
	return saidStatuses.get(parsed) ?? [];
}

/** Reads the facts of a RESULTS document (BHS, Results File). What cannot be read with certainty is left unclear. */
export function extractResults(parsed: ParsedDocument, headings: readonly Heading[], standard: Standard): Facts {
	const lexicon = lexiconOf(standard);
	const outline = withBoldHeadings(parsed, headings, standard.sections.results, lexicon);
	const header = headerOf(parsed, outline, lexicon);
	const {
		opened,
		told: toldLines,
		section,
		telling,
	} = sectionsIn(parsed, { headings, outline, header }, standard, lexicon);
	const ownSections = (field: string) =>
		headerSections(field, outline, lexicon).map((heading) => withQuotation(section(heading), parsed, lexicon));
	const saidOf = (field: string) => [
		...inFrontMatter(field, parsed, lexicon),
		...headerStatements(field, header, outline, ownSections(field), lexicon),
	];

	const title = titleRemarks(outline);
	const saidDate = firstOf(
		() => saidOf("date"),
		() => bareDates(header, lexicon),
		() => title,
		() =>
			bareDates(
				ownSections("date").flatMap(({ blocks }) => blocks),
				lexicon,
			),
		() => headerStatements("date", [footerOf(parsed, lexicon)], [], [], lexicon),
		() => bareDates([footerOf(parsed, lexicon)], lexicon),
	);
	const labelledStatus = saidOf("status");
	const isStatus = ({ text }: Said) => standard.statuses.includes(text.replace(/[^\p{L}]/gu, ""));
	const saidStatus = firstSaid(
		() => labelledStatus,
		() => title.filter(isStatus),
		() => toldStatus(header, standard),
		() => headerStatements("status", [footerOf(parsed, lexicon)], [], [], lexicon),
	);
	saidStatuses.set(parsed, saidStatus);
	const status = statusFact(saidStatus, header, standard.statuses);
	const tests = opened("testResults");
	const regression = opened("fullRegression");
	const headedCleanRoom = opened("cleanRoomVerification");
	const cleanRoom = headedCleanRoom.length > 0 ? headedCleanRoom : toldLines("cleanRoomVerification");
	const [created, modified] = toldApart(
		fileSections(
			opened,
			labelledParts(header, standard.sections.results, lexicon),
			() => telling().map(section),
			lexicon,
		),
		lexicon,
	);
	const baseline = opened("baselineSnapshot");
	const told = () => [{ heading: noHeading, blocks: header }, ...telling().map(section)];
	const withTold = (facts: Facts) =>
		withToldRuns(facts, tests, regression, () => toldRuns(told(), parsed, lexicon), lexicon);
	const counts = withTold(completed(testFacts(tests, regression, lexicon), status, saidStatus, tests, lexicon));
	const orTold = (key: "filesCreated" | "filesModified", listed: Fact<number>) =>
		firstStated(
			() => listed,
			() => filesInFrontMatter(parsed, key, standard, lexicon),
			() => filesCounted([...told(), ...[created, modified].flatMap((one) => one ?? [])], key, standard),
		);
	const facts: Facts = {
		status,
		date: dateFact(saidDate),
		...counts,
		"tests.command": commandFact(
			tests.filter(({ heading }) => !heading.keys.includes("fullRegression")),
			lexicon,
		),
		"regression.command": commandFact(regression, lexicon),
		"regression.newFailures": newFailuresFact(
			withHeadings(regression, lexicon),
			[...tests, ...headless(headings, header)],
			() => [...told(), ...opened("issuesEncountered"), ...opened("notesForReviewer")],
			lexicon,
		),
		...(baseline.length > 0
			? baselineFacts(withHeadings(baseline, lexicon), lexicon)
			: toldBaseline(toldLines("baselineSnapshot"), counts["regression.total"], lexicon)),
		...cleanRoomFacts(withHeadings(cleanRoom, lexicon), standard.packageId, lexicon),
		filesCreated: orTold("filesCreated", filesFact(created ?? modified, "create", lexicon)),
		filesModified: orTold("filesModified", filesFact(modified, "modify", lexicon)),
		...hashFacts(parsed),
	};
	readReported({ parsed, outline, facts, tests, regression, baseline, cleanRoom, section, standard, lexicon });
	return facts;
}

/** The files that a RESULTS document lists (BHS, Results File). */
export function extractFiles(
	parsed: ParsedDocument,
	headings: readonly Heading[],
	standard: Standard,
): readonly FileClaim[] {
	const lexicon = lexiconOf(standard);
	const outline = withBoldHeadings(parsed, headings, standard.sections.results, lexicon);
	const open = (heading: Heading | undefined) => heading && sectionOf(parsed, outline, heading, lexicon);
	const read = (action: FileAction, section: Section | undefined) => (section ? [{ action, section }] : []);
	const opening = (key: string) => outline.find(({ keys }) => keys.includes(key));
	const [created, modified] = toldApart([open(opening("filesCreated")), open(opening("filesModified"))], lexicon);
	const changes = modified && !created ? read("create", modified) : [];
	const deleted = outline.filter(({ title }) => lexicon.is("deletedFiles", normalise(title)));
	return fileClaims(
		parsed,
		[
			...read("create", created),
			...changes.filter(({ section }) => isDivided(section, lexicon)),
			...read("modify", modified),
			...read("archive", open(opening("archivesBuilt"))),
			...deleted.flatMap((heading) => read("delete", open(heading))),
		],
		lexicon,
	);
}

/** The status that a sentence before the first section gives to the whole handoff. */
function toldStatus(header: readonly Block[], standard: Standard): readonly Said[] {
	return header.flatMap(({ statements }) =>
		statements.flatMap(({ prose, line }) => {
			const text = statusTold(prose, standard);
			return text === null ? [] : [{ text, line }];
		}),
	);
}

/** Adds what the status line says of the tests ("PASS (28/28)") where the section is silent, or says the same in all or in parts. */
function completed(
	facts: Facts,
	status: Fact<string>,
	said: readonly Said[],
	tests: readonly Section[],
	lexicon: Lexicon,
): Facts {
	const remark = statusRemark(status, said);
	const counts = remark ? readCounts(remark, lexicon)?.counts : undefined;
	const passed = facts["tests.passed"];
	if (!counts?.total || !counts.passed || !remark || !("value" in counts.total) || !("value" in counts.passed))
		return facts;
	const same =
		passed && "value" in passed
			? passed.value === counts.passed.value
			: tests.length === 0 || sumsUp({ total: counts.total, passed: counts.passed }, remark.line, tests, lexicon);
	if (!same) return facts;
	const stated = (value: number) => ({ state: "stated", value, line: remark.line, scope: "status line" }) as const;
	const empty = (fact: Fact<number> | undefined) => fact?.state === "not-stated";
	return {
		...facts,
		...(empty(facts["tests.total"]) ? { "tests.total": stated(counts.total.value) } : {}),
		...(empty(facts["tests.passed"]) ? { "tests.passed": stated(counts.passed.value) } : {}),
	};
}

/** Whether figures are those of all parts of the tests together: "PASS 36/36" above three packages with 14, 12 and 10. */
function sumsUp(counts: Counts, line: number, tests: readonly Section[], lexicon: Lexicon): boolean {
	const parts = tests.flatMap((section) => runsOf(section, lexicon).parts);
	const own = parts.filter(({ name }) => !lexicon.startsWith("regressionRun", normalise(name)));
	return isSumOf(place(counts, line), own);
}

/** Adds the runs that the document tells of elsewhere, for a kind of run that it has no section for and no figure of. */
function withToldRuns(
	facts: Facts,
	tests: readonly Section[],
	regression: readonly Section[],
	read: () => ToldRuns,
	lexicon: Lexicon,
): Facts {
	const open = (kind: keyof ToldRuns) => countKeys.every((key) => facts[`${kind}.${key}`]?.state === "not-stated");
	const wanted = {
		tests: tests.every(isLineWithoutFigure) && open("tests"),
		regression: regression.length === 0 && open("regression"),
	};
	if (!wanted.tests && !wanted.regression) return facts;
	const told = read();
	// "Tests: 83/83" in a summary is the regression again, where that has as many.
	const passed = told.tests?.figures.passed;
	const isRegression = passed && "value" in passed && passed.value === factValue(facts["regression.passed"]);
	return {
		...facts,
		...(wanted.tests && !isRegression && figureFacts("tests", told.tests, undefined, lexicon)),
		...(wanted.regression && figureFacts("regression", told.regression, undefined, lexicon)),
	};
}

/** "tests: all green": a labelled line that stands for a section and counts nothing. */
function isLineWithoutFigure({ heading, blocks }: Section): boolean {
	return heading.slug === "" && !blocks.some(({ statements }) => statements.some(({ prose }) => /\d/.test(prose)));
}

/** What the first place says that says anything of a date; those after it are not read. */
function firstOf(...places: readonly (() => readonly Said[])[]): readonly Said[] {
	for (const read of places) {
		const said = read();
		if (dateFact(said).state !== "not-stated") return said;
	}
	return [];
}

/** The first of the readings that finds anything. */
function firstStated(...readings: readonly (() => Fact<number>)[]): Fact<number> {
	for (const read of readings) {
		const fact = read();
		if (fact.state !== "not-stated") return fact;
	}
	return notStated;
}

/** What the first place says that says anything. */
function firstSaid(...places: readonly (() => readonly Said[])[]): readonly Said[] {
	for (const read of places) {
		const said = read();
		if (said.length > 0) return said;
	}
	return [];
}
