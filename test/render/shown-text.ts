import type { Nodes } from "mdast";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { writtenOut } from "#model/hidden.ts";
import type { ParsedDocument } from "#parse/markdown.ts";

type Html = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Every element of a piece of HTML, as a browser's parser sees it, in document order. */
export function elementsOf(html: string): HtmlElement[] {
	const found: HtmlElement[] = [];
	const collect = (nodes: readonly Html[]) => {
		for (const node of nodes) {
			if (!("tagName" in node)) continue;
			found.push(node);
			collect(node.childNodes);
		}
	};
	collect(parseFragment(html).childNodes);
	return found;
}

/** An element's attributes by name. */
export function attributes(element: HtmlElement): Readonly<Record<string, string>> {
	return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

/** The text of a piece of HTML, without a word of the page's own: line numbers, anchors, summaries, back links. */
export function textOfHtml(html: string): string {
	return parseFragment(html).childNodes.map(shown).join("");
}

function shown(node: Html): string {
	if ("value" in node) return node.value;
	if (!("tagName" in node)) return "";
	const { class: className, href, title, "aria-label": label } = attributes(node);
	if (className === "src" || node.tagName === "summary" || label?.startsWith("Back to")) return "";
	const text = node.childNodes.map(shown).join("");
	if (className === "image") return plain(node).replace(/^Image: /, "");
	if (node.tagName !== "a" || label !== undefined) return text;
	const address = title ?? inSource(href ?? "");
	return normalised(text) === address ? text : `${text} ${address} `;
}

function plain(node: Html): string {
	return "value" in node ? node.value : "tagName" in node ? node.childNodes.map(plain).join("") : "";
}

function inSource(href: string): string {
	return href.startsWith("#") ? `#${decodeURIComponent(href).replace(/^#[a-z]+-/, "")}` : href;
}

/** Every value that a Markdown tree holds, in document order: text, code, raw HTML, addresses, titles, labels, info strings. */
export function valuesOf({ tree, source }: ParsedDocument): string[] {
	const values: string[] = [];
	const definitions = new Map<string, { url: string; title?: string | null | undefined; node: Nodes }>();
	const used = new Set<string>();
	walk(tree, (node) => {
		if (node.type === "definition" && !definitions.has(node.identifier))
			definitions.set(node.identifier, { url: node.url, title: node.title, node });
		if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
	});
	const link = (label: readonly Nodes[], url: string, title: string | null | undefined) => {
		const before = values.length;
		label.forEach(add);
		if (normalised(values.slice(before).join("")) !== normalised(url)) values.push(normalised(url));
		values.push(title ?? "");
	};
	const add = (node: Nodes) => {
		switch (node.type) {
			case "text":
			case "inlineCode":
			case "yaml":
				if (node.type === "yaml") values.push("yaml");
				values.push(node.value);
				break;
			case "html":
				if (!/^<br\s*\/?>$/i.test(node.value)) values.push(node.value);
				break;
			case "code":
				values.push(node.lang ?? "", node.meta ?? "", node.value);
				break;
			case "link":
				link(node.children, node.url, node.title);
				break;
			case "image":
				values.push(node.alt ?? "", node.url, node.title ?? "");
				break;
			case "linkReference":
			case "imageReference": {
				const definition = definitions.get(node.identifier);
				if (node.type === "linkReference") link(node.children, definition?.url ?? "", definition?.title);
				else values.push(node.alt ?? "", definition?.url ?? "", definition?.title ?? "");
				break;
			}
			case "definition":
				if (!used.has(node.identifier) || definitions.get(node.identifier)?.node !== node)
					values.push(source.text.slice(node.position?.start.offset, node.position?.end.offset));
				break;
			case "footnoteReference":
				values.push(node.label ?? "");
				break;
			case "footnoteDefinition":
				values.push(node.label ?? "");
				node.children.forEach(add);
				break;
			case "listItem":
				if (typeof node.checked === "boolean") values.push(node.checked ? "[x]" : "[ ]");
				node.children.forEach(add);
				break;
			default:
				if ("children" in node) node.children.forEach(add);
		}
	};
	add(tree);
	return values.map(writtenOut);
}

function normalised(url: string): string {
	return /^https?:|^mailto:/i.test(url) && URL.canParse(url) ? new URL(url).href : url;
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
	visit(node);
	if ("children" in node) for (const child of node.children) walk(child, visit);
}

/**
 * The first value that is not shown, or is shown out of order, or has text before it that the document does not hold;
 * null where the text is complete. Space does not count, nor do the underscores of names such as `__init__`.
 */
export function firstLost(values: readonly string[], html: string): string | null {
	const text = condensed(textOfHtml(html));
	let from = 0;
	for (const value of values.map(condensed)) {
		if (value === "") continue;
		const at = text.indexOf(value, from);
		if (at === -1 || !/^_*$/.test(text.slice(from, at)))
			return `${JSON.stringify(value.slice(0, 200))}, where the page goes on with ${JSON.stringify(text.slice(from, from + 200))}`;
		from = at + value.length;
	}
	return null;
}

function condensed(text: string): string {
	return text.replace(/\s+/g, "");
}
