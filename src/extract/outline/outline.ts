import type { Heading as HeadingNode, Nodes } from "mdast";
import type { Heading } from "#model/documents.ts";
import { oncePer } from "#model/once-per.ts";
import type { SectionForm } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineOf, normalise, titleOf } from "../text/text.ts";
import { anchorsOf } from "./anchors.ts";
import { uniqueSlugs } from "./slugs.ts";

/**
 * All headings of a document in order, each with the standard's sections it opens. `#` lines in code are no headings, and
 * headings inside a quotation belong to the quoted document. Each section is opened once: by the heading that matches it
 * best, the first of equals.
 */
export function outlineOf(parsed: ParsedDocument, sections: readonly SectionForm[]): readonly Heading[] {
	const slugs = uniqueSlugs();
	const headings = headingNodes(parsed.tree, []).map((node) => {
		const title = titleOf(node);
		return { title, slug: slugs(title), depth: node.depth, line: lineOf(node) };
	});
	const keys = keysByHeading(
		headings.map(({ title, depth }, index) => ({
			depth,
			matches: depth === 1 ? titleMatches(title, sections, index === 0) : matchSections(title, sections),
		})),
		sections,
	);
	const ends = endLines(headings, lastLine(parsed));
	const anchors = anchorsOf(
		headings.map(({ title, depth }, index) => ({
			name: withoutNumbering(title) || title,
			depth,
			keys: keys[index] ?? [],
		})),
	);
	return headings.map((heading, index) => ({
		...heading,
		anchor: anchors[index] ?? heading.slug,
		endLine: ends[index] ?? heading.line,
		keys: keys[index] ?? [],
	}));
}

/**
 * How well a heading names a section: 5 its whole title, 4 the title without its remark or with one that starts like the title's own
 * ("(AFTER this fix)", not "(BEFORE …)"), 3 an accepted wording, 2 a wording that only a pattern covers, 1 in what follows
 * other words ("Deliverables — Files Created") that name none.
 */
export type MatchRank = 1 | 2 | 3 | 4 | 5;

/**
 * The sections that a heading's title names, without regard to case, numbering, punctuation and remarks.
 * A title such as "Baseline & Clean-Room" names two.
 */
export function matchSections(title: string, sections: readonly SectionForm[]): ReadonlyMap<string, MatchRank> {
	const known = matches(sections);
	const found = known.get(title) ?? findSections(title, sections);
	if (known.size < mostTitles) known.set(title, found);
	return found;
}

/**
 * A document's own title may end in any words ("H-6 — Architecture"), and the whole of it is below. The first of them may
 * begin so too: "Archive Report".
 */
function titleMatches(
	title: string,
	sections: readonly SectionForm[],
	isFirst: boolean,
): ReadonlyMap<string, MatchRank> {
	return new Map([...matchSections(title, sections)].filter(([, rank]) => rank > (isFirst ? 2 : 1)));
}

// The documents of an archive share most of their titles; the others need no memory.
const matches = oncePer((_: readonly SectionForm[]) => new Map<string, ReadonlyMap<string, MatchRank>>());
const mostTitles = 2_000;

function findSections(title: string, sections: readonly SectionForm[]): ReadonlyMap<string, MatchRank> {
	const found = new Map<string, MatchRank>();
	const parts = partsOf(title);
	if (parts.whole === "") return found;
	const forms = sections.map(matcherOf);
	for (const { key, rankOf } of forms) {
		const rank = rankOf(parts);
		if (rank) found.set(key, rank);
	}
	if (found.size === 0)
		for (const { key, names } of forms) if (parts.tails.some((tail) => names.has(tail))) found.set(key, 1);
	return found;
}

interface TitleParts {
	readonly whole: string;
	readonly head: string;
	/** Parentheticals and what follows a dash or colon. */
	readonly remarks: readonly string[];
	/** The latter alone. */
	readonly tails: readonly string[];
	/** The head's pieces between "and", "&" and "/", where there are several. */
	readonly pieces: readonly string[];
}

interface Matcher {
	readonly key: string;
	/** What names it behind other words; numbered sections ("Step 5: End-to-end verification") nothing does. */
	readonly names: ReadonlySet<string>;
	rankOf(parts: TitleParts): MatchRank | null;
}

const matcherOf = oncePer((section: SectionForm): Matcher => {
	const { key } = section;
	const title = partsOf(section.title);
	const names = new Set([section.title, ...section.aliases].flatMap((name) => [normalise(name), partsOf(name).head]));
	const patterns = section.patterns.map((pattern) => new RegExp(pattern, "u"));
	const covered = (text: string) => patterns.some((pattern) => pattern.test(text));
	const rankOf: Matcher["rankOf"] = ({ whole, head, remarks, pieces }) => {
		if (whole === title.whole) return 5;
		// "Test Results", where the title has a remark.
		if (whole === title.head) return 4;
		if (head === title.head && firstWord(remarks) === firstWord(title.remarks)) return 4;
		if (names.has(whole) || names.has(head) || pieces.some((piece) => names.has(piece))) return 3;
		if (covered(whole) || covered(head) || pieces.some(covered) || remarks.some((remark) => covered(`(${remark})`)))
			return 2;
		return null;
	};
	return { key, names: section.number === undefined ? names : new Set<string>(), rankOf };
});

const numbering =
	/^(?:[^\p{L}\p{N}§]*)(?:(?:section|part|§)\s*(?:\d+|[a-z]|[ivx]+)\b(?:\.\d+)*\s*[.):–—-]*\s*|\d+(?:\.\d+)*[a-z]?\s*(?:[.):–—-]+\s*|\s)|(?:[a-z]|[ivx]+)[.)]\s+)/iu;

/** A heading's title without the number before it: "3. Test Results", "IV. Status: PASS", "Section 2 — Tests". */
export function withoutNumbering(title: string): string {
	return title.replace(numbering, "");
}

/** A section's title in the standard's own words, with its number where it has one: `6. Test Plan`. */
export function numberedTitle({ number, title }: Pick<SectionForm, "number" | "title">): string {
	return number === undefined ? title : `${number}. ${title}`;
}

/** A title as written, taken apart: its numbering, the words that name the section, and the remark behind them. */
export function splitTitle(title: string): {
	readonly numbering: string;
	readonly name: string;
	readonly remark: string;
} {
	const numbers = numbering.exec(title)?.[0] ?? "";
	const named = title.slice(numbers.length);
	const end = named.search(remarkStart);
	return end === -1
		? { numbering: numbers, name: named, remark: "" }
		: { numbering: numbers, name: named.slice(0, end), remark: named.slice(end) };
}

const remarkStart = /\s*[([]|\s[-–—|]+\s|\s*—\s*|:\s+/u;
const dash = /\s[-–—|]+\s|\s*—\s*|:\s+/u;

function partsOf(title: string): TitleParts {
	const text = withoutNumbering(title);
	const remarks: string[] = [];
	const bare = text.replace(/\(([^()]*)\)|\[([^[\]]*)\]/g, (_, round?: string, square?: string) => {
		remarks.push(normalise(round ?? square ?? ""));
		return " ";
	});
	const [head = "", ...rest] = bare.split(dash);
	const tails = rest.map(normalise).filter(Boolean);
	remarks.push(...tails);
	const named = normalise(head);
	const pieces = pathInTitle.test(head) ? [] : named.split(" and ");
	return {
		whole: normalise(text),
		head: named,
		remarks: remarks.filter(Boolean),
		tails,
		pieces: pieces.length > 1 ? pieces : [],
	};
}

// "`tests/net/test_ports.py`" is no section of tests; "Created/Modified" is one of both.
const pathInTitle = /[^\s/]\/[^\s]{0,200}\.\p{L}/u;

function firstWord([remark]: readonly string[]): string | undefined {
	return remark?.split(" ")[0];
}

interface Candidate {
	readonly depth: number;
	readonly matches: ReadonlyMap<string, MatchRank>;
}

interface Best {
	readonly index: number;
	readonly rank: MatchRank;
	readonly depth: number;
	/** How many sections the heading names. */
	readonly names: number;
	/** Whether the headings since then are all below it. */
	around: boolean;
}

function keysByHeading(candidates: readonly Candidate[], sections: readonly SectionForm[]): string[][] {
	const keys: string[][] = candidates.map(() => []);
	const best = new Map<string, Best>();
	const innermost = new Set(sections.flatMap((section) => (section.innermost ? [section.key] : [])));
	candidates.forEach(({ depth, matches }, index) => {
		for (const known of best.values()) known.around &&= depth > known.depth;
		for (const [key, rank] of matches) {
			const known = best.get(key);
			const isBetter = !known || rank > known.rank || (rank === known.rank && depth < known.depth);
			// "### Unit tests" below "## Test results after the fixes" is a part of that section.
			const isPart = known?.around && rank === 3 && known.names === 1 && matches.size === 1 && !innermost.has(key);
			if (isBetter && !isPart) best.set(key, { index, rank, depth, names: matches.size, around: true });
		}
	});
	for (const { key } of sections) keys[best.get(key)?.index ?? -1]?.push(key);
	return keys;
}

function headingNodes(node: Nodes, found: HeadingNode[]): HeadingNode[] {
	if (node.type === "heading") found.push(node);
	else if (node.type === "root" || node.type === "list" || node.type === "listItem")
		for (const child of node.children) headingNodes(child, found);
	return found;
}

function endLines(headings: readonly { depth: number; line: number }[], last: number): number[] {
	const ends = headings.map(() => last);
	const open: number[] = [];
	headings.forEach(({ depth, line }, index) => {
		for (let top = open.at(-1); top !== undefined && (headings[top]?.depth ?? 0) >= depth; top = open.at(-1)) {
			ends[top] = line - 1;
			open.pop();
		}
		open.push(index);
	});
	return ends;
}

function lastLine({ source }: ParsedDocument): number {
	const lines = source.lineStarts.length;
	return lines > 1 && source.lineStarts[lines - 1] === source.text.length ? lines - 1 : lines;
}
