import type { Element, ElementContent } from "hast";
import { type State, toHast } from "mdast-util-to-hast";
import type { DocumentRecord } from "#model/documents.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { blockHandlers } from "./blocks.ts";
import { type RenderContext, renderContext } from "./context.ts";
import { element, onLines } from "./element.ts";
import { toHtml } from "./html.ts";
import { inlineHandlers } from "./inline.ts";
import { mayHide, showHidden } from "./invisible.ts";
import type { RenderedDocument, RenderOptions } from "./options.ts";
import { searchSections } from "./search.ts";

/**
 * Renders a parsed document as the HTML of its page part and as text for the search index.
 *
 * Everything the document holds is on the page: raw HTML, comments, definitions, front matter and addresses that may not be
 * linked are shown as text. Nothing of it can act: the HTML holds only what `allowedElements` names. Never throws on a document.
 * @throws RangeError for an empty `idPrefix`, which would let a document take ids that scripts look for.
 */
export function renderDocument(
	parsed: ParsedDocument,
	record: DocumentRecord,
	options: RenderOptions,
): RenderedDocument {
	if (options.idPrefix === "") throw new RangeError("idPrefix must not be empty");
	const context = renderContext(parsed, record, options);
	const page = element("div", {}, context.tooDeep ? [asSource(parsed)] : toElements(parsed, context));
	if (mayHide(parsed.source.text)) context.counts.characters = showHidden(page);
	const { html, links, characters } = context.counts;
	return {
		html: toHtml(page.children, options.idPrefix),
		lineAnchors: context.lineAnchors,
		searchSections: searchSections(parsed, record, context),
		neutralised: { html, links, characters },
	};
}

/** Made once: V8 takes a function that is made where it becomes a property for one that stays, and the tree beside it with it. */
const copyNothing = () => undefined;

/**
 * The conversion starts at an empty root that stands for the tree: mdast-util-to-hast looks through the tree it is given for
 * definitions, which the survey has done already (measured: half of the conversion's time), and copies positions, which
 * nothing after it reads.
 */
function toElements({ tree }: ParsedDocument, context: RenderContext): ElementContent[] {
	const root = (state: State) => {
		state.patch = copyNothing;
		return element("div", {}, onLines(state.all(tree) as ElementContent[]));
	};
	const handlers = { ...inlineHandlers(context), ...blockHandlers(context), root };
	const result = toHast({ type: "root", children: [] }, { handlers });
	return result.type === "element" ? result.children : [];
}

function asSource({ source }: ParsedDocument): Element {
	return element("pre", { className: ["code"], tabIndex: 0 }, [element("code", {}, [source.text])]);
}
