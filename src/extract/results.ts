import type { FileAction, FileClaim, Heading } from "#model/documents.ts";
import type { Facts } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { fileClaims } from "./results/files/claims.ts";
import { toldApart } from "./results/files/divisions.ts";
import { fileFacts } from "./results/files/file-facts.ts";
import { isDivided } from "./results/files/files.ts";
import { hashFacts } from "./results/files/hashes.ts";
import { readReported } from "./results/reported/reported.ts";
import { commandFact } from "./results/runs/commands.ts";
import { completed, withToldRuns } from "./results/runs/completed.ts";
import { newFailuresFact, testFacts } from "./results/runs/test-facts.ts";
import { toldRuns } from "./results/runs/told-runs.ts";
import { withBoldHeadings } from "./results/sections/bold-headings.ts";
import { fileSections } from "./results/sections/file-sections.ts";
import { dateFact, type Said, statusFact } from "./results/sections/header.ts";
import { headless, labelledParts, noHeading } from "./results/sections/labelled.ts";
import { ownWords } from "./results/sections/own-words.ts";
import { sectionsIn } from "./results/sections/sections-in.ts";
import { cleanRoomFacts } from "./results/system/clean-room.ts";
import { baselineFacts, toldBaseline } from "./results/system/system-facts.ts";
import { headerOf, type Section, sectionOf, withHeadings } from "./results/text/blocks.ts";
import { lexiconOf } from "./results/text/lexicon.ts";
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
	const said = ownWords({ parsed, outline, header, section }, standard, lexicon);
	saidStatuses.set(parsed, said.status);
	const status = statusFact(said.status, header, standard.statuses);
	const tests = opened("testResults");
	const regression = opened("fullRegression");
	const headedCleanRoom = opened("cleanRoomVerification");
	const cleanRoom = headedCleanRoom.length > 0 ? headedCleanRoom : toldLines("cleanRoomVerification");
	const files = toldApart(
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
	const counts = withTold(completed(testFacts(tests, regression, lexicon), status, said.status, tests, lexicon));
	const facts: Facts = {
		status,
		date: dateFact(said.date),
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
		...fileFacts(parsed, files, told, standard, lexicon),
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
