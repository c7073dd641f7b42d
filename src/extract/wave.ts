import type { DocumentWave } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { normalise } from "./text/text.ts";
import { hasPhrase, labelsOf, wordsOf } from "./text/vocabulary.ts";

/** A document's header ends with its first section, and is looked at no further than this. */
const longestHeader = 60;

/**
 * The wave that a document says it is part of (BHS, Multi-Package Builds): in its front matter or on a label line of its
 * header. For an integration handoff also where it states what such a handoff must do. Null where no wave is stated.
 */
export function waveOf(parsed: ParsedDocument, standard: Standard): DocumentWave | null {
	const { source } = parsed;
	const header: string[] = [];
	for (let line = 1; line <= Math.min(longestHeader, source.lineStarts.length); line++) {
		const text = lineText(source, line);
		if (/^##\s/u.test(text)) break;
		header.push(text);
	}
	const labels = labelsOf(standard, "wave");
	const closing = labelsOf(standard, "integratesWave");
	const phrases = wordsOf(standard, "integrationHandoff");
	for (const [index, text] of header.entries()) {
		const colon = text.search(/[:|]/u);
		if (colon === -1) continue;
		const [label, value] = text.startsWith("|") ? cellsOf(text) : [text.slice(0, colon), text.slice(colon + 1)];
		const said = normalise(label ?? "");
		const closes = closing.includes(said);
		if (!closes && !labels.includes(said)) continue;
		const name = nameIn(value ?? "");
		if (name === "" || wordsOf(standard, "noneValues").includes(normalise(name))) return null;
		const integrates = closes || header.some((line) => hasPhrase(normalise(line), phrases));
		return { name, line: index + 1, integration: integrates ? stepsIn(parsed, standard) : null };
	}
	return null;
}

function cellsOf(row: string): readonly string[] {
	return row.split("|").slice(1, 3);
}

/** "W1" of "**Wave:** W1 (with H-8)". */
function nameIn(value: string): string {
	const words = value.replace(/[*_`"]/gu, " ").split(/[(,;—–]/u)[0] ?? "";
	return words
		.trim()
		.replace(/^wave\s+/iu, "")
		.slice(0, 60);
}

function stepsIn({ source }: ParsedDocument, standard: Standard): NonNullable<DocumentWave["integration"]> {
	const words = source.lineStarts.map((_, index) => normalise(lineText(source, index + 1)));
	const lineWith = (list: string) => {
		const phrases = wordsOf(standard, list);
		const index = words.findIndex((line) => hasPhrase(line, phrases));
		return index === -1 ? null : index + 1;
	};
	return {
		entrypoint: lineWith("integrationEntrypoint"),
		lifecycle: lineWith("integrationLifecycle"),
		smokeTest: lineWith("integrationSmokeTest"),
	};
}
