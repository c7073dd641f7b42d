import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from "diff";

/** A text and the name that a patch calls it by. */
export interface NamedText {
	readonly name: string;
	readonly text: string;
}

/** Of texts with more lines that only one of them has, the one takes the other's place as a whole: comparing takes the square of it. */
const mostDiffering = 4_000;

/** What makes one text of another one, as a unified diff; the same on every run. */
export function patchBetween(before: NamedText, after: NamedText): string {
	const options = { headerOptions: FILE_HEADERS_ONLY, maxEditLength: mostDiffering };
	return (
		createTwoFilesPatch(before.name, after.name, before.text, after.text, undefined, undefined, options) ??
		replacement(before, after)
	);
}

function replacement(before: NamedText, after: NamedText): string {
	const [gone, come] = [linesOf(before.text), linesOf(after.text)];
	const hunk = {
		oldStart: 1,
		oldLines: gone.length,
		newStart: 1,
		newLines: come.length,
		lines: [...marked("-", gone, before.text), ...marked("+", come, after.text)],
	};
	const files = { oldFileName: before.name, newFileName: after.name, oldHeader: undefined, newHeader: undefined };
	return formatPatch({ ...files, hunks: [hunk] }, FILE_HEADERS_ONLY);
}

function linesOf(text: string): readonly string[] {
	return text === "" ? [] : text.replace(/\n$/u, "").split("\n");
}

function marked(mark: string, lines: readonly string[], text: string): readonly string[] {
	const isOpen = text !== "" && !text.endsWith("\n");
	return [...lines.map((line) => mark + line), ...(isOpen ? ["\\ No newline at end of file"] : [])];
}
