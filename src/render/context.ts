import GithubSlugger from "github-slugger";
import type { Heading as HeadingNode, Nodes } from "mdast";
import type { DocumentRecord } from "#model/documents.ts";
import { writtenOut } from "#model/hidden.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { rendered, speech } from "#words/en/index.ts";
import { speechOf } from "#words/speech.ts";
import { type MentionLinks, mentionLinks } from "./mentions.ts";
import type { LineAnchor, RenderOptions, RenderTold } from "./options.ts";
import { plainText } from "./plain-text.ts";
import { type Survey, survey } from "./survey.ts";

/** No reader follows a tree deeper than this, and recursion has a limit. */
const deepest = 200;

const english: RenderTold = { words: rendered, speech: speechOf("en", speech.and) };

/** What the handlers of one document share while it is rendered. */
export interface RenderContext {
	readonly text: string;
	readonly options: RenderOptions;
	readonly told: RenderTold;
	readonly survey: Survey;
	/** Whether the tree is too deep to be walked by recursion; it is then shown as its source. */
	readonly tooDeep: boolean;
	readonly anchors: ReadonlyMap<HeadingNode, Anchor>;
	/** Anchors on the page by the anchors that Markdown's own links use. */
	readonly slugs: ReadonlyMap<string, string>;
	readonly mentions: MentionLinks | null;
	/** The blocks that a link can lead to, in document order. */
	readonly lineAnchors: LineAnchor[];
	/** How often each footnote was called so far. */
	readonly footnoteCalls: Map<string, number>;
	readonly footnotesShown: Set<string>;
	readonly counts: { html: number; links: number; characters: number; regions: number };
	/** Whether the node being rendered stands inside a link. */
	insideLink: boolean;
	/** The heading that the node being rendered stands under. */
	currentTitle: string;
	/** The level of the heading rendered last, so that no level is left out on the page. */
	currentLevel: number;
}

interface Anchor {
	/** As Markdown's own links name it. */
	readonly slug: string;
	/** As the page names it. */
	readonly anchor: string;
	readonly title: string;
	readonly line: number;
}

/** The level of the heading that a document stands under on its page. */
export const partLevel = 2;

/** What rendering a document starts with: its anchors and what its tree holds are known, nothing is rendered. */
export function renderContext(parsed: ParsedDocument, record: DocumentRecord, options: RenderOptions): RenderContext {
	const surveyed = survey(parsed.tree);
	const anchors = anchorsOf(surveyed.headings, record, parsed.source.text);
	return {
		text: parsed.source.text,
		options,
		told: options.told ?? english,
		survey: surveyed,
		anchors,
		slugs: new Map([...anchors.values()].map(({ slug, anchor }) => [slug, anchor])),
		mentions: mentionLinks(record, options.resolveLink),
		lineAnchors: [],
		footnoteCalls: new Map(),
		footnotesShown: new Set(),
		tooDeep: surveyed.depth > deepest,
		counts: { html: 0, links: 0, characters: 0, regions: 0 },
		insideLink: false,
		currentTitle: record.title ?? "",
		currentLevel: partLevel,
	};
}

/** The anchors of a document's headings: the record's where it has them, else made the same way. */
function anchorsOf(
	headings: readonly HeadingNode[],
	{ outline }: DocumentRecord,
	text: string,
): ReadonlyMap<HeadingNode, Anchor> {
	const byLine = new Map(outline.map((heading) => [heading.line, heading]));
	const taken = new Set(outline.flatMap(({ slug, anchor }) => [slug, anchor]));
	const slugger = new GithubSlugger();
	const anchors = new Map<HeadingNode, Anchor>();
	for (const node of headings) {
		const line = node.position?.start.line ?? 0;
		const title = plainText(node, text);
		const known = byLine.get(line);
		let slug = known?.slug ?? slugger.slug(title || "section");
		if (!known) while (taken.has(slug)) slug = slugger.slug(title || "section");
		taken.add(slug);
		anchors.set(node, { slug, anchor: known?.anchor ?? slug, title, line });
	}
	return anchors;
}

/**
 * The id of a block by its line ("L47"), as properties; none for a block that starts on the line of one already marked.
 * Ask before the block's children are rendered, so that the outer block has it.
 */
export function lineId(context: RenderContext, node: Nodes): { id?: string } {
	const line = node.position?.start.line;
	if (line === undefined || line <= (context.lineAnchors.at(-1)?.line ?? 0)) return {};
	const id = `L${line}`;
	context.lineAnchors.push({ line, id });
	return { id };
}

/** The name of a region, which no other region of the page has: "Test Plan: table 2 (spec)". */
export function regionLabel(context: RenderContext, what: keyof RenderTold["words"]["regions"]): string {
	const { words, speech } = context.told;
	context.counts.regions++;
	return speech.say(words.region, {
		section: writtenOut(context.currentTitle),
		what: words.regions[what],
		number: String(context.counts.regions),
		part: context.options.idPrefix.replace(/\W+$/, ""),
	});
}

/** A node's own text in the file, as written; empty for a node without a position. */
export function asWritten(node: Nodes, text: string): string {
	const from = node.position?.start.offset;
	const to = node.position?.end.offset;
	return from === undefined || to === undefined ? "" : text.slice(from, to);
}
