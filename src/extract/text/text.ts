import type { Nodes } from "mdast";

/** The text a reader sees in a node: Markdown marks gone, code and raw HTML kept as written, line breaks as spaces. */
export function textOf(node: Nodes): string {
	switch (node.type) {
		case "text":
		case "inlineCode":
		case "code":
		case "html":
			return node.value;
		case "image":
		case "imageReference":
			return node.alt ?? "";
		case "break":
			return " ";
		default:
			return "children" in node ? node.children.map(textOf).join("") : "";
	}
}

// Link targets, comments and images in a heading are none of its words; "Result<T>" is.
const anchorTags = /<!--[^<>]{0,300}-->|<\/?(?:a|img|br|span)(?:\s[^<>]*)?\/?>/gi;

/** The words of a heading. */
export function titleOf(node: Nodes): string {
	const text = textOf(node);
	return (text.includes("<") ? text.replace(anchorTags, "") : text).replace(/\s+/g, " ").trim();
}

const marks = /\p{Extended_Pictographic}|[\u200d\ufe0e\ufe0f\u20e3]/gu;

/**
 * A wording reduced to what two spellings of it share: lower case, words only, "&", "+", "/" and "," read as "and",
 * apostrophes and emoji dropped.
 */
export function normalise(text: string): string {
	if (text.length > longestKept) return normalised(text);
	const known = kept.get(text);
	if (known !== undefined) return known;
	const words = normalised(text);
	if (kept.size >= mostKept) kept.clear();
	kept.set(text, words);
	return words;
}

// Labels, titles and phrases come again and again, in every document; sentences do not.
const longestKept = 60;
const mostKept = 20_000;
const kept = new Map<string, string>();

function normalised(text: string): string {
	const words = plainWords(text) ?? anyWords(text);
	const single = words.includes("and and") ? words.replace(/\band(?: and)+\b/g, "and") : words;
	return single.startsWith("and") || single.endsWith("and") ? single.replace(/^and(?: |$)|(?: |^)and$/g, "") : single;
}

const [gapPart, joinerPart, droppedPart, otherPart] = [0, 1, 2, 3] as const;

/** What a character is to `plainWords`: the code of its small letter, or a gap, read as "and", dropped, or beyond it. */
function partOf(code: number): number {
	const character = String.fromCharCode(code);
	if (/[a-zA-Z0-9]/.test(character)) return character.toLowerCase().charCodeAt(0);
	if ("&+/,".includes(character)) return joinerPart;
	if ("'`´’".includes(character)) return droppedPart;
	return code < 128 || isMark(code) ? gapPart : otherPart;
}

const asciiParts = Uint8Array.from({ length: 128 }, (_, code) => partOf(code));
const ascii = new TextDecoder();
const [space, letterA, letterN, letterD] = [0x20, 0x61, 0x6e, 0x64] as const;
/** A character makes four at most: " and". */
const mostPerCharacter = 4;
const shared = new Uint8Array(4096);

// Most texts hold nothing but ASCII and typographic marks: one pass, no regular expressions. Null where there is more. What
// documents hold is in 16-bit characters where one of them has to be; words are in 8 bits, which all that follows reads faster.
function plainWords(text: string): string | null {
	const { length } = text;
	const words = length * mostPerCharacter > shared.length ? new Uint8Array(length * mostPerCharacter) : shared;
	let end = 0;
	let isGap = false;
	for (let at = 0; at < length; at++) {
		const code = text.charCodeAt(at);
		const part = code < 128 ? (asciiParts[code] ?? gapPart) : partOf(code);
		if (part > otherPart) {
			if (isGap) words[end++] = space;
			isGap = false;
			words[end++] = part;
		} else if (part === gapPart) isGap = end > 0;
		else if (part === otherPart) return null;
		else if (part === joinerPart) {
			if (end > 0) words[end++] = space;
			words[end++] = letterA;
			words[end++] = letterN;
			words[end++] = letterD;
			isGap = true;
		}
	}
	return ascii.decode(words.subarray(0, end));
}

// General punctuation, arrows, technical and geometric marks, dingbats, and the mark that stands for blanked code.
function isMark(code: number): boolean {
	return (
		code === 0xa0 ||
		code === 0xa7 ||
		code === 0xb7 ||
		(code >= 0x2010 && code <= 0x2027) ||
		(code >= 0x2190 && code <= 0x27bf) ||
		code === 0xfe0f ||
		code === 0xfffc
	);
}

function anyWords(text: string): string {
	return text
		.normalize("NFKC")
		.replace(marks, " ")
		.toLowerCase()
		.replace(/['’`´]/g, "")
		.replace(/[&+/,]/g, " and ")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** 1-based line on which a node starts; 1 for a node without a position. */
export function lineOf(node: Nodes): number {
	return node.position?.start.line ?? 1;
}
