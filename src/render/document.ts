import type { Root as HastRoot } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { toHast } from "mdast-util-to-hast";
import type { DocumentRecord } from "#model/documents.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { blockHandlers } from "./blocks.ts";
import { type RenderContext, renderContext } from "./context.ts";
import { element } from "./element.ts";
import { inlineHandlers } from "./inline.ts";
import { showHidden } from "./invisible.ts";
import type { RenderedDocument, RenderOptions } from "./options.ts";
import { schemaFor } from "./schema.ts";
import { searchSections } from "./search.ts";

/**
 * Renders a parsed document as the HTML of its page part and as text for the search index.
 *
 * Everything the document holds is on the page: raw HTML, comments, definitions, front matter and addresses that may not be
 * linked are shown as text. Nothing of it can act: the HTML holds only what `schemaFor` allows. Never throws on a document.
 */
export function renderDocument(
	parsed: ParsedDocument,
	record: DocumentRecord,
	options: RenderOptions,
): RenderedDocument {
	const context = renderContext(parsed, record, options);
	const tree = context.tooDeep ? asSource(parsed) : toElements(parsed, context);
	context.counts.characters = showHidden(tree);
	const { html, links, characters } = context.counts;
	return {
		html: toHtml(sanitize(tree, schemaFor(options.idPrefix))),
		searchSections: searchSections(parsed, record, context),
		neutralised: { html, links, characters },
	};
}

function toElements({ tree }: ParsedDocument, context: RenderContext): HastRoot {
	const result = toHast(tree, { handlers: { ...inlineHandlers(context), ...blockHandlers(context) } });
	return result.type === "root" ? result : { type: "root", children: [] };
}

function asSource({ source }: ParsedDocument): HastRoot {
	return { type: "root", children: [element("pre", { className: ["code"], tabIndex: 0 }, [source.text])] };
}
