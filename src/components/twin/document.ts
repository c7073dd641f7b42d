import type { DocumentEntry, HandoffEntry } from "virtual:handoff-archive/entries";
import { findingStates, twins as t } from "virtual:handoff-archive/words";
import { say } from "../say.ts";
import { placeWords } from "../words.ts";

type Entry = DocumentEntry;
type Part = HandoffEntry["documents"][number];
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
		const finding = say(t.finding, {
			state: findingStates.words[state],
			rule: `\`${rule}\``,
			place: oneLine(placeWords(place)),
			message: oneLine(message),
		});
		return `- ${remedy === null ? finding : say(t.toMend, { finding, remedy: oneLine(remedy) })}`;
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
		say(t.ofNoHandoff, { path: `\`${oneLine(path)}\`` }),
		"",
		...(findings.length > 0 ? [`## ${t.findings}`, "", ...findingLines(findings), ""] : []),
		...(document ? [`## ${t.document}`, "", partOfTwin(document, sourceOf)] : []),
	].join("\n");
}
