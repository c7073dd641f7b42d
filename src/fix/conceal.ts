import type { Secret } from "#model/documents.ts";
import { decodeSource } from "#parse/source-text.ts";

/** Blots out, in any text made of a document, the credentials that the document holds; line ends stay. */
export function concealer(path: string, bytes: Uint8Array, secrets: readonly Secret[]): (text: string) => string {
	if (secrets.length === 0) return (text) => text;
	const { text, lineStarts } = decodeSource(path, bytes);
	const offset = ({ line, column }: Secret["range"]["start"]) => (lineStarts[line - 1] ?? 0) + column - 1;
	const words = secrets.map(({ range }) => text.slice(offset(range.start), offset(range.end)));
	return (other) => words.reduce((concealed, word) => concealed.replaceAll(word, word.replace(/[^\r\n]/g, "•")), other);
}
