import type { Element, ElementContent } from "hast";
import type {
	FootnoteReference,
	Html,
	Image,
	ImageReference,
	InlineCode,
	Link,
	LinkReference,
	Parents,
	Strong,
	Text,
} from "mdast";
import type { State } from "mdast-util-to-hast";
import { writtenOut } from "#model/hidden.ts";
import { asWritten, type RenderContext } from "./context.ts";
import { element } from "./element.ts";
import { fileNamedBy, isFileName, linkFileNames, markedFile } from "./file-names.ts";
import { judgeLink } from "./links.ts";
import { linkMentions, mentionedBy } from "./mentions.ts";
import { dunderName } from "./plain-text.ts";

/** Handlers of the nodes that stand in running text. */
export function inlineHandlers(context: RenderContext) {
	return {
		text(_: State, node: Text): ElementContent[] {
			const { mentions, insideLink } = context;
			const { position } = node;
			if (insideLink || !position) return [{ type: "text", value: node.value }];
			return linkFileNames(node.value, context.options, (text) =>
				mentions
					? linkMentions(text, mentions, position.start.line, position.end.line)
					: [{ type: "text", value: text }],
			);
		},
		inlineCode: (_: State, node: InlineCode) => inlineCode(context, node),
		strong(state: State, node: Strong) {
			const name = dunderName(node, context.text);
			return name === null ? element("strong", {}, state.all(node)) : ({ type: "text", value: name } as const);
		},
		link: (state: State, node: Link) => linked(context, labelOf(context, state, node), node.url, node.title),
		linkReference(state: State, node: LinkReference) {
			const definition = context.survey.definitions.get(node.identifier);
			const label = labelOf(context, state, node);
			if (!definition) return [{ type: "text", value: asWritten(node, context.text) }] satisfies ElementContent[];
			return linked(context, label, definition.url, definition.title);
		},
		image: (_: State, node: Image) => image(context, node.alt, node.url, node.title),
		imageReference(_: State, node: ImageReference) {
			const definition = context.survey.definitions.get(node.identifier);
			if (!definition) return { type: "text", value: asWritten(node, context.text) } as const;
			return image(context, node.alt, definition.url, definition.title);
		},
		footnoteReference: (_: State, node: FootnoteReference) => footnoteCall(context, node),
	};
}

/** Code in running text; one that is nothing but an id or a file's name leads there, and is copied as it stands. */
function inlineCode({ insideLink, mentions, options }: RenderContext, { value, position }: InlineCode): Element {
	const code = element("code", {}, [value]);
	if (insideLink || !position) return code;
	const href =
		(mentions && mentionedBy(value, mentions, position.start.line, position.end.line)) ??
		fileNamedBy(value, options.resolveLink);
	if (href !== null) return element("a", { href }, [code]);
	return options.markFiles && isFileName(value) ? markedFile(code) : code;
}

/** The one piece of raw HTML that is not shown but done: a table cell has no other way to break a line. */
export function isLineBreak({ value }: Html): boolean {
	return /^<br\s*\/?>$/i.test(value);
}

/** Raw HTML in running text, shown as written. */
export function inlineHtml(context: RenderContext, node: Html): Element {
	if (isLineBreak(node)) return element("br", {});
	context.counts.html++;
	return element("code", { className: ["raw"] }, [node.value]);
}

function labelOf(context: RenderContext, state: State, node: Parents): ElementContent[] {
	const before = context.insideLink;
	context.insideLink = true;
	const label = state.all(node) as ElementContent[];
	context.insideLink = before;
	return label;
}

/** The href that a page may carry for an address, else null. `outside` where it leaves the site. */
function hrefOf(context: RenderContext, url: string): { href: string; outside: boolean } | null {
	const verdict = judgeLink(url);
	const { idPrefix, resolveLink } = context.options;
	switch (verdict.kind) {
		case "external":
			return { href: verdict.href, outside: true };
		case "fragment": {
			const { fragment } = verdict;
			const anchor = context.slugs.get(fragment) ?? context.slugs.get(fragment.toLowerCase());
			return anchor === undefined ? null : { href: `#${encodeURIComponent(idPrefix + anchor)}`, outside: false };
		}
		case "path": {
			const href = resolveLink?.({ kind: "path", url }) ?? null;
			return href === null ? null : { href, outside: false };
		}
		case "refused":
			context.counts.links++;
			return null;
	}
}

/** A link where its address may be linked; else its label with the address as text. Its title is shown, not hidden in a tooltip. */
function linked(context: RenderContext, label: ElementContent[], url: string, title: string | null | undefined) {
	const target = context.insideLink ? null : hrefOf(context, url);
	const words = textOf(label).trim();
	const parts: ElementContent[] = [anchor(target, words === "" ? [{ type: "text", value: url }] : label, url)];
	if (!target && words !== "" && words !== url) parts.push({ type: "text", value: " " }, element("code", {}, [url]));
	if (title) parts.push({ type: "text", value: " " }, element("span", { className: ["link-title"] }, [title]));
	return parts;
}

function anchor(target: { href: string; outside: boolean } | null, label: ElementContent[], url: string): Element {
	if (!target) return element("span", { className: ["unlinked"] }, label);
	const properties = target.outside
		? { href: target.href, rel: ["noopener", "noreferrer", "nofollow"] }
		: { href: target.href, title: writtenOut(url) };
	return element("a", properties, label);
}

/** An image is never loaded: its alternative text and address stand in its place. */
function image(context: RenderContext, alt: string | null | undefined, url: string, title: string | null | undefined) {
	const target = context.insideLink ? null : hrefOf(context, url);
	const address = target ? anchor(target, [{ type: "text", value: url }], url) : element("code", {}, [url]);
	const own: (ElementContent | string)[] = [alt ? `${alt} ` : "", address];
	if (title) own.push(" ", element("span", { className: ["link-title"] }, [title]));
	const { words, speech } = context.told;
	const parts: readonly (string | readonly (ElementContent | string)[])[] = speech.parts(words.image, { image: own });
	return element("span", { className: ["image"] }, parts.flat());
}

function footnoteCall(context: RenderContext, { identifier, label }: FootnoteReference): ElementContent {
	const shown = label ?? identifier;
	if (!context.survey.footnotes.has(identifier)) return { type: "text", value: `[^${shown}]` };
	if (context.insideLink) return element("sup", {}, [shown]);
	const call = (context.footnoteCalls.get(identifier) ?? 0) + 1;
	context.footnoteCalls.set(identifier, call);
	const href = `#${encodeURIComponent(`${context.options.idPrefix}fn:${identifier}`)}`;
	const id = call === 1 ? `fnref:${identifier}` : `fnref:${identifier}:${call}`;
	return element("sup", {}, [
		element("a", { href, id, ariaLabel: context.told.speech.say(context.told.words.footnote, { label: shown }) }, [
			shown,
		]),
	]);
}

function textOf(nodes: readonly ElementContent[]): string {
	let text = "";
	for (const node of nodes)
		text += node.type === "text" ? node.value : node.type === "element" ? textOf(node.children) : "";
	return text;
}
