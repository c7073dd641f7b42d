import type { ElementContent } from "hast";
import type { DocumentRecord, Mention } from "#model/documents.ts";
import { element } from "./element.ts";
import type { RenderOptions } from "./options.ts";

/** The ids a document mentions that lead somewhere, ready to be found in its text in one scan. */
export interface MentionLinks {
	readonly pattern: RegExp;
	/** By the text as written; `lines` are the lines where it means that id. */
	readonly links: ReadonlyMap<string, MentionLink>;
}

interface MentionLink {
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
			href,
			className: kind === "handoff" ? ["nowrap"] : ["mono", "nowrap"],
			lines: new Set([mention.line]),
		});
	};
	for (const mention of record.mentions) collect(mention, "handoff");
	for (const mention of record.packageMentions) collect(mention, "package");
	if (links.size === 0) return null;
	const longestFirst = [...links.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	return { pattern: new RegExp(`(?<![\\w-])(?:${longestFirst.map(escaped).join("|")})(?![\\w-])`, "g"), links };
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Splits a text that stands at these lines of the file into plain text and links of the ids it mentions. */
export function linkMentions(text: string, mentions: MentionLinks, first: number, last: number): ElementContent[] {
	const parts: ElementContent[] = [];
	let from = 0;
	for (const match of text.matchAll(mentions.pattern)) {
		const link = mentions.links.get(match[0]);
		if (!link || !somewhereBetween(link.lines, first, last)) continue;
		if (match.index > from) parts.push({ type: "text", value: text.slice(from, match.index) });
		parts.push(element("a", { href: link.href, className: [...link.className] }, [match[0]]));
		from = match.index + match[0].length;
	}
	if (from < text.length || parts.length === 0) parts.push({ type: "text", value: text.slice(from) });
	return parts;
}

function somewhereBetween(lines: ReadonlySet<number>, first: number, last: number): boolean {
	for (const line of lines) if (line >= first && line <= last) return true;
	return false;
}
