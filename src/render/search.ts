import type { Nodes } from "mdast";
import { withoutDigests } from "#model/digests.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { writtenOut } from "#model/hidden.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import type { RenderContext } from "./context.ts";
import { fenceKind, longLog } from "./fences.ts";
import type { SearchSection } from "./options.ts";
import { plainText } from "./plain-text.ts";

/** The words of each heading's own text: prose, tables, commands and identifiers, without hashes, lines of drawings and the middle of long logs. */
export function searchSections(
	parsed: ParsedDocument,
	record: DocumentRecord,
	context: RenderContext,
): SearchSection[] {
	const sections: SearchSection[] = [];
	let open = { slug: "", title: record.title ?? "", line: 1 };
	let parts: string[] = [];
	const close = () => {
		const text = withoutDigests(parts.join("\n")).replace(/\n\s+/g, "\n").trim();
		if (open.slug !== "" || text !== "")
			sections.push({ ...open, title: writtenOut(open.title), text: writtenOut(text) });
	};
	for (const node of blocks(parsed.tree.children, context)) {
		const anchor = node.type === "heading" ? context.anchors.get(node) : undefined;
		if (!anchor) {
			parts.push(words(node, context));
			continue;
		}
		close();
		open = { slug: anchor.anchor, title: anchor.title, line: anchor.line };
		parts = [];
	}
	close();
	return sections;
}

/** The leaf blocks in document order. */
function* blocks(nodes: readonly Nodes[], context: RenderContext): Generator<Nodes> {
	if (context.tooDeep) return;
	for (const node of nodes)
		if (containers.has(node.type) && "children" in node) yield* blocks(node.children, context);
		else yield node;
}

const containers: ReadonlySet<string> = new Set(["blockquote", "list", "listItem", "footnoteDefinition", "table"]);

const keptOfLog = { first: 20, last: 10 };

function words(node: Nodes, { text }: RenderContext): string {
	switch (node.type) {
		case "code": {
			const kind = fenceKind(node.lang, node.value);
			if (kind === "diagram") return wordsOfDrawing(node.value);
			const lines = node.value.split("\n");
			if (kind !== "log" || lines.length < longLog) return node.value;
			return [...lines.slice(0, keptOfLog.first), ...lines.slice(-keptOfLog.last)].join("\n");
		}
		case "tableRow":
			return node.children.map((cell) => plainText(cell, text)).join(" ");
		case "definition":
			return [node.label ?? node.identifier, node.url, node.title ?? ""].join(" ");
		default:
			return plainText(node, text);
	}
}

/** The words that label a drawing. */
function wordsOfDrawing(drawing: string): string {
	return drawing
		.split(/[\s\u2500-\u259F|+]+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word))
		.join(" ");
}
