import type { ElementContent, Root as HastRoot } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { type State, toHast } from "mdast-util-to-hast";
import type { DocumentRecord } from "#model/documents.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { blockHandlers } from "./blocks.ts";
import { type RenderContext, renderContext } from "./context.ts";
import { element, onLines } from "./element.ts";
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
 * @throws RangeError for an empty `idPrefix`, which would let a document take ids that scripts look for.
 */
export function renderDocument(
	parsed: ParsedDocument,
	record: DocumentRecord,
	options: RenderOptions,
): RenderedDocument {
	if (options.idPrefix === "") throw new RangeError("idPrefix must not be empty");
	const context = renderContext(parsed, record, options);
	const tree = context.tooDeep ? asSource(parsed) : toElements(parsed, context);
	context.counts.characters = showHidden(tree);
	const { html, links, characters } = context.counts;
	return {
		html: toHtml(sanitize(tree, schemaFor(options.idPrefix))),
		lineAnchors: context.lineAnchors,
		searchSections: searchSections(parsed, record, context),
		neutralised: { html, links, characters },
	};
}

/**
 * The conversion starts at an empty root that stands for the tree: mdast-util-to-hast looks through the tree it is given for
 * definitions, which the survey has done already (measured: half of the conversion's time), and copies positions, which
 * nothing after it reads.
 */
function toElements({ tree }: ParsedDocument, context: RenderContext): HastRoot {
	const root = (state: State) => {
		state.patch = () => {};
		return element("div", {}, onLines(state.all(tree) as ElementContent[]));
	};
	const handlers = { ...inlineHandlers(context), ...blockHandlers(context), root };
	const result = toHast({ type: "root", children: [] }, { handlers });
	return { type: "root", children: "children" in result ? result.children : [] };
}

function asSource({ source }: ParsedDocument): HastRoot {
	return { type: "root", children: [element("pre", { className: ["code"], tabIndex: 0 }, [source.text])] };
}
