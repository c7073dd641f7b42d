import type { Element, ElementContent } from "hast";
import type {
	Blockquote,
	Definition,
	FootnoteDefinition,
	Heading,
	Html,
	List,
	ListItem,
	Paragraph,
	Parents,
	Table,
	Yaml,
} from "mdast";
import type { State } from "mdast-util-to-hast";
import { oncePer } from "#model/once-per.ts";
import { codeBlock, fold, frontMatter } from "./code-block.ts";
import { asWritten, lineId, partLevel, type RenderContext } from "./context.ts";
import { element, onLines } from "./element.ts";
import { inlineHtml, isLineBreak } from "./inline.ts";
import { table } from "./table.ts";

/** Handlers of the nodes that stand on lines of their own. */
export function blockHandlers(context: RenderContext) {
	return {
		heading: (state: State, node: Heading) => heading(context, state, node),
		paragraph(state: State, node: Paragraph, parent: Parents | undefined) {
			const properties = parent?.type === "listItem" ? {} : lineId(context, node);
			return element("p", properties, state.all(node) as ElementContent[]);
		},
		blockquote: (state: State, node: Blockquote) =>
			element("blockquote", {}, onLines(state.all(node) as ElementContent[])),
		list(state: State, node: List, parent: Parents | undefined) {
			const start = node.ordered && typeof node.start === "number" && node.start !== 1 ? { start: node.start } : {};
			const list = element(node.ordered ? "ol" : "ul", start, onLines(state.all(node) as ElementContent[]));
			return foldHashes(context, node, parent, list);
		},
		listItem: (state: State, node: ListItem, parent: Parents | undefined) => listItem(context, state, node, parent),
		code: (_: State, node: Parameters<typeof codeBlock>[1]) => codeBlock(context, node),
		table: (state: State, node: Table, parent: Parents | undefined) =>
			foldHashes(context, node, parent, table(context, state, node)),
		html: (_: State, node: Html, parent: Parents | undefined) =>
			isFlow(parent) && !isLineBreak(node) ? rawBlock(context, node) : inlineHtml(context, node),
		yaml: (_: State, node: Yaml) => frontMatter(context, "yaml", node),
		toml: (_: State, node: Yaml) => frontMatter(context, "toml", node),
		definition: (_: State, node: Definition) => definition(context, node),
		footnoteDefinition: (state: State, node: FootnoteDefinition) => footnote(context, state, node),
	};
}

function heading(context: RenderContext, state: State, node: Heading): Element | undefined {
	const { options, anchors } = context;
	const known = anchors.get(node);
	if (!known) return undefined;
	const { anchor, title, line } = known;
	context.currentTitle = title;
	context.lineAnchors.push({ line, id: anchor });
	const level = Math.min(6, Math.max(partLevel + 1, node.depth + partLevel - 1), context.currentLevel + 1);
	context.currentLevel = level;
	const own = `#${encodeURIComponent(options.idPrefix + anchor)}`;
	return element(`h${level}`, { id: anchor }, [
		...(state.all(node) as ElementContent[]),
		" ",
		element("a", { className: ["src"], href: own }, [`L${line}`]),
	]);
}

/** A list item; in a tight list its paragraphs are no blocks. A task's box is shown as it is written. */
function listItem(context: RenderContext, state: State, node: ListItem, parent: Parents | undefined): Element {
	const loose = parent?.type === "list" ? isLoose(parent) : false;
	const properties = lineId(context, node);
	const children: (ElementContent | string)[] = [];
	if (typeof node.checked === "boolean")
		children.push(element("code", { className: ["task"] }, [node.checked ? "[x]" : "[ ]"]), " ");
	const parts = state.all(node) as ElementContent[];
	const [only] = parts;
	if (!loose && parts.length === 1 && isPlainParagraph(only))
		return element("li", properties, [...children, ...only.children]);
	for (const child of parts)
		if (!loose && isPlainParagraph(child)) for (const part of [...child.children, "\n"]) children.push(part);
		else children.push(child, "\n");
	return element("li", properties, children);
}

function isPlainParagraph(node: ElementContent | undefined): node is Element {
	return node?.type === "element" && node.tagName === "p" && node.properties.className === undefined;
}

const isLoose = oncePer((list: List): boolean =>
	list.children.some(({ spread, children }) => spread ?? children.length > 1),
);

const flowParents: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);

function isFlow(parent: Parents | undefined): boolean {
	return parent === undefined || flowParents.has(parent.type);
}

/** Lists and tables with at least this many SHA-256 values are folded. */
const manyHashes = 8;

/** Folds a list or table of the document's own level that holds many SHA-256 values. */
function foldHashes(context: RenderContext, node: List | Table, parent: Parents | undefined, shown: Element): Element {
	if (parent?.type !== "root" && parent !== undefined) return shown;
	const written = asWritten(node, context.text);
	const hashes = written.length < manyHashes * 64 ? 0 : (written.match(/\b[0-9a-f]{64}\b/gi)?.length ?? 0);
	return hashes < manyHashes
		? shown
		: fold(context, "hashes", context.told.speech.say(context.told.words.hashCount, { count: hashes }), [shown]);
}

/** Raw HTML on lines of its own, shown as written. */
function rawBlock(context: RenderContext, node: Html): Element {
	context.counts.html++;
	return element(
		"pre",
		{ className: ["code", "raw"], role: "group", ariaLabel: "HTML as written", tabIndex: 0, ...lineId(context, node) },
		[element("code", {}, [node.value])],
	);
}

/** A link reference definition is shown where no link shows it: unused, or hidden by an earlier one of the same name. */
function definition(context: RenderContext, node: Definition): Element | undefined {
	const used =
		context.survey.references.has(node.identifier) && context.survey.definitions.get(node.identifier) === node;
	return used
		? undefined
		: element("p", { className: ["definition"], ...lineId(context, node) }, [
				element("code", {}, [asWritten(node, context.text)]),
			]);
}

/** A footnote stays where it is written, whether or not the text calls it. */
function footnote(context: RenderContext, state: State, node: FootnoteDefinition): Element {
	const label = node.label ?? node.identifier;
	const first = !context.footnotesShown.has(node.identifier);
	context.footnotesShown.add(node.identifier);
	const called = first && context.survey.footnoteCalls.has(node.identifier);
	const back = `#${encodeURIComponent(`${context.options.idPrefix}fnref:${node.identifier}`)}`;
	const { words, speech } = context.told;
	return element("div", { className: ["footnote"], ...(first ? { id: `fn:${node.identifier}` } : {}) }, [
		element("sup", {}, [label]),
		" ",
		...(state.all(node) as ElementContent[]),
		...(called ? [element("a", { href: back, ariaLabel: speech.say(words.footnoteBack, { label }) }, ["↩"])] : []),
	]);
}
