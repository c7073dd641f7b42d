import type { ElementContent } from "hast";
import type { DocumentRecord, Mention } from "#model/documents.ts";
import { element } from "./element.ts";
import type { RenderOptions } from "./options.ts";

/** The ids a document mentions that lead somewhere. */
export interface MentionLinks {
	/** The lines that hold any: the words of others need not be looked at. */
	readonly lines: ReadonlySet<number>;
	/**
	 * By the first word of their text as written ("Follow-Up" for "Follow-Up #2A"), longest first: one look-up per word of
	 * the document, however many ids there are.
	 */
	readonly byWord: ReadonlyMap<string, readonly MentionLink[]>;
}

interface MentionLink {
	readonly text: string;
	readonly href: string;
	readonly className: readonly string[];
	readonly lines: Set<number>;
}

/** Prepares the mentions of a record that the resolver knows; null where there are none. */
export function mentionLinks(record: DocumentRecord, resolveLink: RenderOptions["resolveLink"]): MentionLinks | null {
	if (!resolveLink) return null;
	const links = new Map<string, MentionLink>();
	const collect = (mention: Mention, kind: "handoff" | "package") => {
		const known = links.get(mention.text);
		if (known) {
			known.lines.add(mention.line);
			return;
		}
		if (kind === "handoff" && mention.id === record.handoff) return;
		const href = resolveLink({ kind, id: mention.id });
		if (href === null) return;
		links.set(mention.text, {
			text: mention.text,
			href,
			className: kind === "handoff" ? ["nowrap"] : ["mono", "nowrap"],
			lines: new Set([mention.line]),
		});
	};
	for (const mention of record.mentions) collect(mention, "handoff");
	for (const mention of record.packageMentions) collect(mention, "package");
	if (links.size === 0) return null;
	const byWord = new Map<string, MentionLink[]>();
	for (const link of links.values()) {
		const word = /^[\w-]+/.exec(link.text)?.[0];
		if (word !== undefined) byWord.set(word, [...(byWord.get(word) ?? []), link]);
	}
	for (const sameWord of byWord.values()) sameWord.sort((a, b) => b.text.length - a.text.length);
	return { byWord, lines: new Set([...links.values()].flatMap(({ lines }) => [...lines])) };
}

/** More links than this in one stretch of text help nobody, and trees are built by passing siblings as arguments. */
const mostLinks = 5_000;

/** Splits a text that stands at these lines of the file into plain text and links of the ids it mentions. */
export function linkMentions(text: string, mentions: MentionLinks, first: number, last: number): ElementContent[] {
	if (!isAnyBetween(mentions.lines, first, last)) return [{ type: "text", value: text }];
	const parts: ElementContent[] = [];
	const word = /[\w-]+/g;
	let from = 0;
	for (let match = word.exec(text); match && parts.length < mostLinks; match = word.exec(text)) {
		const at = match.index;
		const link = mentions.byWord
			.get(match[0])
			?.find(({ text: name, lines }) => standsAt(text, name, at) && somewhereBetween(lines, first, last));
		if (!link) continue;
		if (at > from) parts.push({ type: "text", value: text.slice(from, at) });
		parts.push(element("a", { href: link.href, className: [...link.className] }, [link.text]));
		from = at + link.text.length;
		word.lastIndex = from;
	}
	if (from < text.length || parts.length === 0) parts.push({ type: "text", value: text.slice(from) });
	return parts;
}

/** The page of the id that is all of a text, standing at these lines of the file; null where it is none. */
export function mentionedBy(text: string, mentions: MentionLinks, first: number, last: number): string | null {
	const word = /^[\w-]+/.exec(text)?.[0];
	const links = word === undefined ? undefined : mentions.byWord.get(word);
	return links?.find(({ text: name, lines }) => name === text && somewhereBetween(lines, first, last))?.href ?? null;
}

function standsAt(text: string, name: string, at: number): boolean {
	return text.startsWith(name, at) && !/[\w-]/.test(text[at + name.length] ?? "");
}

function isAnyBetween(lines: ReadonlySet<number>, first: number, last: number): boolean {
	for (let line = first; line <= last; line++) if (lines.has(line)) return true;
	return false;
}

function somewhereBetween(lines: ReadonlySet<number>, first: number, last: number): boolean {
	for (const line of lines) if (line >= first && line <= last) return true;
	return false;
}
