import { withoutDigests } from "#model/digests.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { IndexedText } from "./memory.ts";

/** A document's own lines under its headings, as they stand in the file, for an index that leads back to lines. */
export function linesUnderHeadings(record: DocumentRecord, text: string): IndexedText {
	return {
		key: record.path,
		sections: stretches(record, text).map(({ id, title, lines }) => ({ id, title, text: lines.join("\n") })),
	};
}

/** The line of the file on which a word of a document's indexed text stands. */
export function lineOfWord(record: DocumentRecord, text: string, at: number): number {
	let passed = 0;
	for (const { line, title, lines } of stretches(record, text)) {
		passed += countWords(title);
		if (at < passed) return Math.max(1, line);
		for (const [index, own] of lines.entries()) {
			passed += countWords(own);
			if (at < passed) return line + index + 1;
		}
	}
	return 1;
}

interface Stretch {
	readonly id: string;
	readonly title: string;
	/** Line of the heading; 0 for what stands before the first one. */
	readonly line: number;
	readonly lines: readonly string[];
}

function stretches({ outline, secrets = [] }: DocumentRecord, text: string): readonly Stretch[] {
	const lines = text.split(/\r\n?|\n/u);
	// Lines with credentials are not for showing.
	for (const { range } of secrets)
		for (let line = range.start.line; line <= range.end.line; line++) lines[line - 1] = "";
	const first = outline[0]?.line ?? lines.length + 1;
	const start = first > 1 ? [{ id: "", title: "", line: 0, lines: worded(lines.slice(0, first - 1)) }] : [];
	return [
		...start,
		...outline.map(({ slug, title, line }, index) => ({
			id: slug,
			title,
			line,
			lines: worded(lines.slice(line, (outline[index + 1]?.line ?? lines.length + 1) - 1)),
		})),
	];
}

/** Lines between the rows of a table and under headings: signs that nobody reads out. */
const ruled = /^\s*[|:+=-][\s|:+=-]*$/u;
const row = /^\s*\|(.*)\|\s*$/u;
/** Lines and shades of a drawing in a text; the words between them are what it says. */
const drawn = /[\u2500-\u259F]+/gu;
const bars = /(?<=\s)\|(?=\s)/gu;
const strong = /(?<![\w*])\*\*(?=\S)([^*]+)(?<=\S)\*\*(?![\w*])/gu;

/** Lines as they are read, word by word: without digests, and without the signs that only lay words out. */
function worded(lines: readonly string[]): readonly string[] {
	return lines.map((line) => {
		if (ruled.test(line)) return "";
		const bare = withoutDigests(line.replace(drawn, " "));
		return bare.replace(strong, "$1").replace(row, (_, cells: string) => cells.replace(bars, "·"));
	});
}

function countWords(text: string): number {
	return text.split(/\s+/u).filter(Boolean).length;
}
