import type { ReportedState } from "#model/baselines.ts";
import type { Heading } from "#model/documents.ts";
import type { Facts } from "#model/facts.ts";
import { fileEntries } from "../files/files.ts";
import type { Section } from "../text/blocks.ts";
import type { ResultsReading } from "./results-reading.ts";
import { namedIn, type Tally } from "./tallies.ts";

/** Tests that a document says were added, and the package they are of; "" where it is not known, null for the system. */
export interface AddedTests {
	readonly count: number;
	readonly of: string | null;
	readonly line: number;
}

/** Headings of other sections that count the tests below them ("New Tests Added (12)"). */
export function namedElsewhere({ outline, section, lexicon }: ResultsReading, read: readonly Section[]): Tally[] {
	const within = (line: number) => read.some(({ heading }) => heading.line <= line && line <= heading.endLine);
	return outline
		.filter(({ title, line, keys }) => keys.length === 0 && /\(\d+[^()]*\)\s*$/.test(title) && !within(line))
		.flatMap((heading) => namedIn(section(heading), lexicon).slice(0, 1));
}

/** Packages installed against the packages named. */
export function listTallies(
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
export function failureTallies({ facts, regression }: ResultsReading, failures: ReportedState["failures"]): Tally[] {
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
export function fileTallies(facts: Facts, outline: readonly Heading[]): Tally[] {
	return (["filesCreated", "filesModified"] as const).flatMap((key): Tally[] => {
		const heading = outline.find(({ keys }) => keys.includes(key) && keys.length === 1);
		const stated = heading?.title.match(/\((\d{1,6})(?:\s+files?)?\)\s*$/i)?.[1];
		const fact = facts[key];
		if (!heading || stated === undefined || fact?.state !== "derived" || fact.value === 0) return [];
		const { line } = heading;
		return [{ kind: "list", what: "files", stated: Number(stated), counted: fact.value, line, listLine: fact.line }];
	});
}

/** "Archives Built (3)" against the archives listed. */
export function archiveTally({ outline, section, lexicon }: ResultsReading): Tally[] {
	const heading = outline.find(({ keys }) => keys.includes("archivesBuilt"));
	const stated = heading?.title.match(/\((\d{1,6})(?:\s+archives?)?\)\s*$/i)?.[1];
	if (!heading || stated === undefined) return [];
	const entries = fileEntries(section(heading), "create", lexicon);
	const counted = entries.reduce((sum, entry) => sum + entry.count, 0);
	const { line } = heading;
	const listLine = entries[0]?.line ?? line;
	return counted === 0 ? [] : [{ kind: "list", what: "archives", stated: Number(stated), counted, line, listLine }];
}

const newPackages =
	/(?<![\d.,+])(\d{1,4})\s+new\s+packages?\b|(?<!\d)\d{1,4}\s+[\p{L}-]+\s*\+\s*(\d{1,4})\s+new\b(?!\s+tests?)/iu;

/** How many packages are new, where titles and lines say so more than once. */
export function newPackagesTally(sections: readonly Section[]): Tally[] {
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
export function addedTally(added: readonly AddedTests[]): Tally[] {
	const whole = added.filter(({ of }) => of === null);
	const single = added.filter(({ of }) => of !== null && of !== "");
	const [total] = whole;
	const [first] = single;
	if (!total || !first || single.length < 2 || new Set(single.map(({ of }) => of)).size !== single.length) return [];
	const counted = single.reduce((sum, { count }) => sum + count, 0);
	return [{ kind: "parts", what: "new tests", stated: total.count, counted, line: total.line, listLine: first.line }];
}
