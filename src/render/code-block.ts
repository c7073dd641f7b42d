import type { Element, ElementContent } from "hast";
import type { Code, Yaml } from "mdast";
import { writtenOut } from "#model/hidden.ts";
import { lineId, type RenderContext, regionLabel } from "./context.ts";
import { element } from "./element.ts";
import { fenceKind, lineCount, longLog } from "./fences.ts";
import { grammarOf, highlight } from "./highlight.ts";

/** A fenced or indented code block: highlighted code, a drawing, or a log that folds when it is long. */
export function codeBlock(context: RenderContext, node: Code): Element {
	const { words, speech } = context.told;
	const lang = node.lang ?? "";
	const kind = fenceKind(lang, node.value);
	const info = node.meta ? `${lang} ${node.meta}` : lang;
	const lines = lineCount(node.value);
	const id = lineId(context, node);
	if (kind === "log" && lines >= longLog)
		return fold(
			context,
			"log",
			speech.say(words.lines, { count: lines }),
			[...infoString(info), element("pre", {}, [element("code", {}, [node.value])])],
			id,
		);
	if (kind === "diagram") return block(words.diagram, ["code", "box"], info, [node.value], id);
	const label = info === "" ? words.code : speech.say(words.codeOf, { info });
	return block(label, ["code"], info, coloured(context, lang, node.value), id);
}

/** Front matter, shown as the code it is. */
export function frontMatter(context: RenderContext, lang: string, node: Yaml): Element {
	return block(
		context.told.words.frontMatter,
		["code"],
		lang,
		coloured(context, lang, node.value),
		lineId(context, node),
	);
}

/** A block of code with its info string. */
function block(
	label: string,
	className: string[],
	info: string,
	content: (ElementContent | string)[],
	id: { id?: string },
): Element {
	return element("div", { className: ["copy"], ...id }, [
		...infoString(info),
		element("pre", { className, role: "group", ariaLabel: writtenOut(label), tabIndex: 0 }, [
			element("code", {}, content),
		]),
	]);
}

/** A plain language name stands in the block's corner, anything longer on a line of its own. */
function infoString(info: string): Element[] {
	if (info === "") return [];
	return [element("p", { className: /^[\w+#.-]{1,20}$/.test(info) ? ["fence", "lang"] : ["fence"] }, [info])];
}

/** A disclosure for what is long and seldom read. */
export function fold(
	context: RenderContext,
	what: "log" | "hashes",
	remark: string,
	content: readonly Element[],
	id: { id?: string } = {},
): Element {
	return element("details", { className: ["fold"], ...id }, [
		element("summary", {}, [`${context.told.words[what]} `, element("span", { className: ["muted"] }, [remark])]),
		element(
			"div",
			{ className: ["hashes"], role: "group", ariaLabel: regionLabel(context, what), tabIndex: 0 },
			content,
		),
	]);
}

/** Code of more characters than this is not highlighted. */
const mostHighlighted = 20_000;

function coloured(context: RenderContext, lang: string, value: string): (ElementContent | string)[] {
	const name = lang.toLowerCase();
	const grammar = value === "" || value.length > mostHighlighted ? undefined : grammarOf(name);
	return grammar === undefined ? [value] : highlight(value, grammar, context.options.highlightCache);
}
