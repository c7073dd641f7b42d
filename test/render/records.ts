import type { DocumentRecord } from "#model/documents.ts";
import { type ParsedDocument, parseMarkdown } from "#parse/markdown.ts";
import { renderDocument } from "#render/document.ts";
import type { RenderedDocument, RenderOptions } from "#render/options.ts";

/** A record that knows nothing but what the test gives it. */
export function record(known: Partial<DocumentRecord> = {}): DocumentRecord {
	return {
		path: "H-1/H-1_BUILDER_HANDOFF.md",
		kind: "spec",
		handoff: "H-1",
		standard: null,
		title: null,
		titleLine: null,
		selfIds: [],
		bytes: 0,
		lines: 0,
		sha256: "",
		outline: [],
		facts: {},
		mentions: [],
		packageMentions: [],
		relations: [],
		problems: [],
		...known,
	};
}

export function parsed(markdown: string | Uint8Array): ParsedDocument {
	const bytes = typeof markdown === "string" ? new TextEncoder().encode(markdown) : markdown;
	return parseMarkdown("H-1/H-1_BUILDER_HANDOFF.md", bytes);
}

export function render(
	markdown: string,
	options: Partial<RenderOptions> = {},
	known: Partial<DocumentRecord> = {},
): RenderedDocument {
	return renderDocument(parsed(markdown), record(known), { idPrefix: "spec-", ...options });
}
