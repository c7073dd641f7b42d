/**
 * What the native parser and remark read differently and no correction of the tree can mend, as seen in the text.
 * Each entry was found by the differential test; all are rare in real documents.
 */
export function hasTextGap(text: string): boolean {
	return (
		text.includes("\uFEFF") ||
		text.includes("![^") ||
		delimitersOnly.test(text) ||
		urlBeforePipe(text, "://") ||
		urlBeforePipe(text, "www.") ||
		emailBehindSlash(text)
	);
}

/** Emphasis marks beside an escaped one, or around nothing but other marks. */
const delimitersOnly = /\\[*_~][*_~]|[*~]_+[*~]|_[*~]+_/;

/** A bare URL that runs into a table's `|`: remark ends the cell there, the native parser takes it into the URL. */
function urlBeforePipe(text: string, mark: string): boolean {
	for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at)) {
		at += mark.length;
		while (isUrlCharacter(text.charCodeAt(at))) at++;
		if (text[at] === "|") return true;
	}
	return false;
}

function isUrlCharacter(code: number): boolean {
	return code > 0x20 && code !== 0x7c;
}

/** An e-mail address directly behind a slash, or behind a character beyond the basic plane: only remark links it. */
function emailBehindSlash(text: string): boolean {
	for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
		if (!isLocalPart(text.charCodeAt(at - 1)) || !isLocalPart(text.charCodeAt(at + 1))) continue;
		let start = at - 1;
		while (isLocalPart(text.charCodeAt(start - 1))) start--;
		const before = text.charCodeAt(start - 1);
		if (before === 0x2f || (before >= 0xdc00 && before <= 0xdfff)) return true;
	}
	return false;
}

/** `-`, `.`, `+`, `_`, letters and digits. */
function isLocalPart(code: number): boolean {
	return (
		(code >= 0x30 && code <= 0x39) ||
		(code >= 0x41 && code <= 0x5a) ||
		(code >= 0x61 && code <= 0x7a) ||
		code === 0x2d ||
		code === 0x2e ||
		code === 0x2b ||
		code === 0x5f
	);
}
