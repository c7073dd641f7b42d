import { extractDocument } from "#extract/document.ts";
import { identify } from "#extract/references/identify.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { parseMarkdown } from "#parse/markdown.ts";
import { standards } from "../rules/archive.ts";

/** The record of one document, read from a string as the pipeline reads it from a file. */
export function extracted(path: string, text: string): DocumentRecord {
	const bytes = new TextEncoder().encode(text);
	const parsed = parseMarkdown(path, bytes);
	return extractDocument(parsed, identify(path, standards), standards, { bytes: bytes.length, sha256: "0".repeat(64) });
}
