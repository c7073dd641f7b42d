import { blank, type Line } from "./statements.ts";

/**
 * The lines of a paragraph or item with what of their last sentence stands on the lines below: "… and none" above "failed.".
 * Text wrapped by an editor then says what the same text says on one line. A line that opens something of its own, as
 * `opens` tells, and lines of a list without marks stay as they are.
 */
export function wholeSentences(lines: readonly Line[], opens: (prose: string) => boolean): readonly Line[] {
	if (!lines.some(({ wrapped }) => wrapped) || !isRunning(lines)) return lines;
	const made: Line[] = [];
	let before: Line | undefined;
	for (const line of lines) {
		const above = made.at(-1);
		const goesOn =
			above &&
			before &&
			line.wrapped &&
			above.prose.length <= longestSentence &&
			(isOpen(before.prose) || (before.prose.trimEnd().endsWith(":") && codeTells.test(line.prose))) &&
			!opens(line.prose);
		before = line;
		if (!goesOn || !proseStart.test(line.prose)) {
			made.push({ ...line });
			continue;
		}
		const end = sentenceEnd.exec(line.prose);
		const to = end ? end.index + end[0].trimEnd().length : line.prose.length;
		above.text += ` ${line.text.slice(0, to)}`;
		above.prose += ` ${line.prose.slice(0, to)}`;
		const from = end ? end.index + end[0].length : line.prose.length;
		if (line.prose.length > from) made.push({ ...line, text: line.text.slice(from), prose: line.prose.slice(from) });
	}
	return made;
}

/** Whether a line stops in the middle of a sentence; shorter ones end where their writer wanted them to. */
function isOpen(prose: string): boolean {
	const end = prose.trimEnd().slice(-lastCharacters);
	return (
		(prose.length >= leastWidth && openEnd.test(end) && !digestEnd.test(end)) ||
		openFigures.test(end) ||
		linkEnd.test(end)
	);
}

const leastWidth = 40;
const lastCharacters = 16;
// What goes on for longer is no sentence.
const longestSentence = 1_000;

/** Whether lines are running text: one goes on in the middle of a sentence, or holds the end of one. */
function isRunning(lines: readonly Line[]): boolean {
	return lines.some(
		({ prose, wrapped }) =>
			(wrapped && (/^\p{Ll}/u.test(prose) || codeTells.test(prose))) ||
			sentenceEnd.test(prose) ||
			openFigures.test(prose.slice(-lastCharacters)) ||
			linkEnd.test(prose.slice(-lastCharacters)),
	);
}

const openEnd = /[^.!?:;|"'’”)\]\s]["'’”)\]]*\s*$/;
// The hash of a file ends what is said of it.
const digestEnd = /^[0-9a-f]{16}$/u;
// "PKG-A-001 →", "PKG-A-001 >", "1) PKG-A-001, 2)": a chain goes on below.
const linkEnd = /(?:\s(?:[>→⟶➜]|[-=]>)|[,;]\s\(?\d{1,3}[.)])\s*$/u;
// "5037 passed | 18 failed |": the figures of a run go on below.
const openFigures = /\d \p{Ll}{1,9} \|\s*$/u;
// "The full gate passed:" above "`make test` reported 81 tests".
const codeTells = new RegExp(`^${blank}{2,200}\\s+\\p{Ll}`, "u");
const proseStart = new RegExp(`^[\\p{L}\\p{N}("'‘“$§${blank}]`, "u");

// "e.g. this" and "approx. 5" end no sentence: the next one begins with a capital, a figure or code.
const sentenceEnd = new RegExp(
	`(?<!\\b(?:approx|ca|cf|e\\.g|i\\.e|no|vs|\\p{Lu}))[.!?]["'’”)\\]]*\\s+(?=["'‘“(]?[\\p{Lu}\\p{N}${blank}])`,
	"u",
);
