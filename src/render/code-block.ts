import type { Element, ElementContent } from "hast";
import type { Code } from "mdast";
import type { RenderContext } from "./context.ts";
import { element } from "./element.ts";
import { fenceKind, lineCount } from "./fences.ts";
import { grammarOf, highlight } from "./highlight.ts";

/** A fenced or indented code block: highlighted code, a drawing, or a log that folds when it is long. */
export function codeBlock(context: RenderContext, node: Code): Element[] {
	const lang = node.lang ?? "";
	const kind = fenceKind(lang, node.value);
	const caption = captionOf(lang, node.meta ?? "");
	const lines = lineCount(node.value);
	const above = caption === "" ? [] : [element("p", { className: ["fence"] }, [caption])];
	if (kind === "log" && lines >= (context.options.foldLines ?? 60))
		return [...above, fold(`Log or output`, `${lines} lines`, element("pre", {}, [node.value]))];
	const properties =
		kind === "diagram"
			? { className: ["code", "box"], role: "group", ariaLabel: "Diagram", tabIndex: 0 }
			: {
					className: ["code"],
					role: "group",
					ariaLabel: caption === "" && lang !== "" ? `Code, ${lang}` : "Code",
					tabIndex: 0,
					...(caption === "" && lang !== "" ? { dataLang: lang } : {}),
				};
	const content = kind === "code" ? coloured(context, lang.toLowerCase(), node.value) : [node.value];
	return [
		...above,
		element("div", { className: ["copy"] }, [element("pre", properties, [element("code", {}, content)])]),
	];
}

/** Front matter, shown as the code it is. */
export function frontMatter(context: RenderContext, lang: string, value: string): Element {
	return element("div", { className: ["copy"] }, [
		element("pre", { className: ["code"], role: "group", ariaLabel: "Front matter", tabIndex: 0, dataLang: lang }, [
			element("code", {}, coloured(context, lang, value)),
		]),
	]);
}

/** A disclosure for what is long and seldom read. */
export function fold(title: string, remark: string, content: Element): Element {
	return element("details", { className: ["fold"] }, [
		element("summary", {}, [`${title} `, element("span", { className: ["muted"] }, [remark])]),
		element("div", { className: ["hashes"], role: "region", ariaLabel: `${title}, ${remark}`, tabIndex: 0 }, [content]),
	]);
}

/** The info string where it says more than a plain language name. */
function captionOf(lang: string, meta: string): string {
	if (meta === "" && /^[\w+#.-]{0,20}$/.test(lang)) return "";
	return meta === "" ? lang : `${lang} ${meta}`;
}

function coloured(context: RenderContext, lang: string, value: string): (ElementContent | string)[] {
	const limit = context.options.highlightLimit ?? 20_000;
	const grammar = value === "" || value.length > limit ? undefined : grammarOf(lang);
	return grammar === undefined ? [value] : highlight(value, grammar, context.options.highlightCache);
}
