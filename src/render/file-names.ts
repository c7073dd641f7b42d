import type { ElementContent } from "hast";
import { element } from "./element.ts";
import type { RenderOptions } from "./options.ts";

const pathWord = /[\w@.+/-]+/g;
const fileEnding = /[^./]\.[A-Za-z][A-Za-z0-9]{0,9}$/;
/** No file is called like this any more; patterns stay quick. */
const longestName = 300;

/**
 * Splits a text into plain text and links of the files that it names and the site shows. `plain` makes what lies between; it is
 * given the text as it stands.
 */
export function linkFileNames(
	text: string,
	resolveLink: RenderOptions["resolveLink"],
	plain: (text: string) => ElementContent[],
): ElementContent[] {
	if (!resolveLink || !text.includes(".")) return plain(text);
	const parts: ElementContent[] = [];
	let from = 0;
	for (const match of text.matchAll(pathWord)) {
		const name = match[0].replace(/\.$/, "");
		const href = fileNamedBy(name, resolveLink);
		if (href === null) continue;
		if (match.index > from) parts.push(...plain(text.slice(from, match.index)));
		parts.push(element("a", { href }, [name]));
		from = match.index + name.length;
	}
	if (from === 0) return plain(text);
	if (from < text.length) parts.push(...plain(text.slice(from)));
	return parts;
}

/** The page of the file that a text names and nothing else; null where it names none, or the site does not show it. */
export function fileNamedBy(text: string, resolveLink: RenderOptions["resolveLink"]): string | null {
	if (!resolveLink || text.length > longestName || !fileEnding.test(text)) return null;
	return resolveLink({ kind: "file", name: text });
}
