import type { LinkEdit } from "#model/migration.ts";
import { lineStartsOf } from "#parse/lines.ts";

/**
 * A document with the addresses of some links changed, and no other byte; links whose address does not stand in the text as it
 * is read (escaped, for example), and those of a document that is no valid UTF-8, are left.
 */
export function withLinks(
	bytes: Uint8Array,
	edits: readonly LinkEdit[],
): { readonly bytes: Uint8Array; readonly left: readonly LinkEdit[] } {
	const whole = exactText(bytes);
	if (whole === null) return { bytes, left: edits };
	const mark = whole.startsWith("\uFEFF") ? 1 : 0;
	const text = whole.slice(mark);
	const lineStarts = lineStartsOf(text);
	const left: LinkEdit[] = [];
	const parts = [whole.slice(0, mark)];
	let read = 0;
	for (const edit of edits.toSorted((a, b) => a.line - b.line || a.column - b.column)) {
		const start = Math.max(read, (lineStarts[edit.line - 1] ?? 0) + edit.column - 1);
		const at = text.indexOf(edit.url, start);
		// A link never runs over a blank line.
		if (at === -1 || /\n\s*\n/u.test(text.slice(start, at))) {
			left.push(edit);
			continue;
		}
		parts.push(text.slice(read, at), edit.newUrl);
		read = at + edit.url.length;
	}
	return { bytes: new TextEncoder().encode(parts.join("") + text.slice(read)), left };
}

function exactText(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}
