import type { Element, ElementContent } from "hast";
import { element } from "./element.ts";
import type { RenderOptions } from "./options.ts";

/** Where the ending of a file's name may begin; only there are the words around looked at. */
const ending = /\.[A-Za-z]/g;
const pathEnd = /[\w@.+/-]*/y;
const ofPath = /[\w@.+/-]/;
const isPath = /^[^\s<>&"]+$/;
const fileEnding = /[^./]\.[A-Za-z][A-Za-z0-9]{0,9}$/;
/** No file is called like this any more; patterns stay quick. */
const longestName = 300;

/**
 * Splits a text into plain text and links of the files that it names and the site shows; the others are marked where that is asked
 * for. `plain` makes what lies between; it is given the text as it stands.
 */
export function linkFileNames(
	text: string,
	{ resolveLink, markFiles = false }: Pick<RenderOptions, "resolveLink" | "markFiles">,
	plain: (text: string) => ElementContent[],
): ElementContent[] {
	if (!resolveLink || !text.includes(".")) return plain(text);
	const parts: ElementContent[] = [];
	let from = 0;
	let next = 0;
	while (true) {
		ending.lastIndex = next;
		const dot = ending.exec(text)?.index;
		if (dot === undefined) break;
		let start = dot;
		while (start > next && ofPath.test(text.charAt(start - 1))) start--;
		pathEnd.lastIndex = dot;
		const word = text.slice(start, dot) + (pathEnd.exec(text)?.[0] ?? "");
		next = start + word.length;
		const name = word.replace(/\.$/, "");
		const href = fileNamedBy(name, resolveLink);
		const isMarked = href === null && markFiles && isFileName(name) && plain(name).length === 1;
		if (href === null && !isMarked) continue;
		if (start > from) parts.push(...plain(text.slice(from, start)));
		parts.push(href === null ? markedFile(name) : element("a", { href }, [name]));
		from = start + name.length;
	}
	if (from === 0) return plain(text);
	if (from < text.length) parts.push(...plain(text.slice(from)));
	return parts;
}

/** The page of the file that a text names and nothing else; null where it names none, or the site does not show it. */
export function fileNamedBy(text: string, resolveLink: RenderOptions["resolveLink"]): string | null {
	if (!resolveLink || !isFileName(text)) return null;
	return resolveLink({ kind: "file", name: text });
}

/** Whether a text is the name of a file and nothing else, as far as its form tells. */
export function isFileName(text: string): boolean {
	return text.length <= longestName && fileEnding.test(text) && isPath.test(text);
}

/** The name of a file whose page, if it has one, is known only later. */
export function markedFile(content: string | Element): Element {
	return element("a", { dataFile: "" }, [content]);
}
