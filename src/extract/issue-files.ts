import type { DocumentRecord } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { pathsIn } from "./plan/assets.ts";

/** The files that RESULTS speaks of under Issues Encountered, each with its first line (BHS, Results File). */
export function issueFiles(
	parsed: ParsedDocument,
	outline: DocumentRecord["outline"],
	standard: Standard,
): Pick<DocumentRecord, "issueFiles"> {
	const found = new Map<string, number>();
	for (const { line, endLine } of outline.filter(({ keys }) => keys.includes("issuesEncountered")))
		for (let at = line + 1; at <= endLine; at++)
			for (const { path } of pathsIn(lineText(parsed.source, at), standard)) if (!found.has(path)) found.set(path, at);
	return found.size > 0 ? { issueFiles: [...found].map(([path, line]) => ({ path, line })) } : {};
}
