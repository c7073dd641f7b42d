import type { CollectionEntry } from "astro:content";
import { placeWords, states } from "../words.ts";

type Entry = CollectionEntry<"documents">["data"];
type Part = CollectionEntry<"handoffs">["data"]["documents"][number];
type Finding = Entry["findings"][number];

/** A document as a part of a twin: its own text, between lines that say where it begins and how many lines it has. */
export function partOfTwin(
	{ key, path, source }: Pick<Part, "key" | "path" | "source">,
	sourceOf: (name: string) => string,
): string {
	const text = source === "" ? "" : sourceOf(source);
	return `<!-- ${key}: ${oneLine(path)}, ${linesOf(text)} lines -->\n${text.endsWith("\n") || text === "" ? text : `${text}\n`}<!-- end of ${key} -->\n`;
}

function linesOf(text: string): number {
	return text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** Findings as a list. */
export function findingLines(findings: readonly Finding[]): string[] {
	return findings.map(({ state, rule, place, message, remedy }) => {
		const mend = remedy === null ? "" : ` To mend: ${oneLine(remedy)}`;
		return `- ${states[state].word}: \`${rule}\` at ${oneLine(placeWords(place))}: ${oneLine(message)}${mend}`;
	});
}

/** Words that stay in the line they are put in, and cannot end a comment. */
export function oneLine(words: string): string {
	return words.replace(/\s+/gu, " ").replaceAll("-->", "--\u200B>").trim();
}

/** The page of a document of no handoff, as Markdown. Its first bytes are always a heading: no browser takes it for a page. */
export function documentTwin({ title, path, document, findings }: Entry, sourceOf: (name: string) => string): string {
	return [
		`# ${oneLine(title)}`,
		"",
		`Document \`${oneLine(path)}\`, which belongs to no handoff.`,
		"",
		...(findings.length > 0 ? ["## Findings", "", ...findingLines(findings), ""] : []),
		...(document ? ["## Document", "", partOfTwin(document, sourceOf)] : []),
	].join("\n");
}
