import { splitParentheses } from "../text/numbers.ts";

/** A file by its ending or its well-known name; ".gitignore" is all name, ".py" alone an ending. */
export const fileName =
	/[\p{L}\p{N}_-]\.[A-Za-z][A-Za-z0-9]{0,9}(?![\p{L}\p{N}.(])|(?:^|[\s`"'(])(?:Makefile|Dockerfile|LICENSE|Procfile|Justfile|\.[a-z]{2,20}(?:ignore|rc)|\.editorconfig|\.gitattributes|\.gitmodules)\b/u;
// One character before the slash is enough, and keeps long words linear.
const path = /[\p{L}\p{N}_.<>*-]\//u;

/** Whether a text holds a file name or a path. */
export function namesFile(text: string): boolean {
	return fileName.test(text) || path.test(text);
}

/** Whether running words hold a file; "core/shared" may be two words. */
export function mentionsFile(text: string): boolean {
	return fileName.test(text) || text.split(/\s+/).some((word) => path.test(word) && !twoWords.test(word));
}

const twoWords = /^\p{L}+\/\p{L}+$/u;

/** What an entry says before its remarks: up to a dash, a colon or a bracket. */
export function firstWords(text: string): string {
	return splitParentheses(text).main.split(/\s(?:—|–|--?)\s|:\s/)[0] ?? "";
}

/** Whether an entry opens with a file, behind its box where it has one. */
export function startsWithFile(text: string): boolean {
	return namesFile(
		text
			.replace(/^\[[ xX]\]\s*/, "")
			.trim()
			.split(/\s/, 1)[0] ?? "",
	);
}

/** The files an item names before its remarks: "a.py, b.py and c.py — parsers" names three. */
export function namesIn(text: string): readonly string[] {
	const head = firstWords(text)
		.replace(/[.;]\s*$/, "")
		.split(/,\s+(?:and\s+)?|\s+and\s+|\s+&\s+/);
	const isFile = (piece: string) => fileName.test(piece) && !/\s/.test(piece.trim());
	const end = head.findIndex((piece) => !isFile(piece));
	const files = end === -1 ? head : head.slice(0, end);
	// "a.py and b.py were changed": the last one has the verb behind it.
	const [last = ""] = (end > 0 && head[end]?.trim().split(/\s/u, 1)) || [];
	// Where further sentences name more, what was done with these is not that.
	const isAll = !fileName.test(head.slice(end).join(" ").replace(last, " "));
	if (isFile(last) && isAll) return [...files, last];
	if (files.length > 0 && files.length === head.length) return files;
	// "Modified: a.py": the name stands behind a label.
	const first = firstFile(firstWords(text));
	if (namesFile(first)) return [first];
	const aside = filesInAside(text);
	return aside.length > 0 ? aside : [firstFile(text)];
}

/** The files of a bracket that holds nothing else: "manifests of both packages (`a/manifest.json`, `b/manifest.json`)". */
export function filesInAside(text: string): readonly string[] {
	if (!text.includes("(")) return [];
	const lists = splitParentheses(text).asides.map((aside) => aside.split(/,\s+(?:and\s+)?|\s+and\s+/));
	return lists.find((files) => files.every((file) => fileName.test(file) && !/\s/.test(file.trim()))) ?? [];
}

/** The first word that is a file or a path, else the first word. */
export function firstFile(text: string): string {
	const words = text.trim().split(/\s+/);
	return words.find((word) => namesFile(word)) ?? words[0] ?? "";
}

/** A line with a file apart from the bracket behind it: "src/a.test.ts(new - 14 tests)". */
export function withBracketApart(text: string): string {
	return text.replace(/(?<=\.\p{L}{1,5})\((?=\p{L}+(?:\s+[—–-]|\)))/u, " (");
}
