import type { Fact } from "#model/facts.ts";
import { why } from "#words/because.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { spelledDigits, splitParentheses } from "../text/numbers.ts";
import type { Statement } from "../text/statements.ts";
import { actionOf, type FileKind } from "./file-actions.ts";
import { fileName } from "./file-names.ts";

/**
 * The files of a section that is one sentence about them: "Six components changed: `A.tsx`, `B.tsx` …". Null where several
 * sentences name files, where other words stand between the names, or where the sentence denies something or counts
 * otherwise.
 */
export function filesTold(statements: readonly Statement[], lexicon: Lexicon): Fact<number> | null {
	const sentences = statements
		.filter(({ kind }) => kind === "paragraph")
		.flatMap(({ text, line }) => text.split(/[.;](?:\s+(?=[\p{Lu}\p{N}])|\s*$)/u).map((said) => ({ said, line })));
	const [only, ...others] = sentences.filter(({ said }) => fileName.test(said));
	if (!only || others.length > 0) return null;
	const { main } = splitParentheses(only.said);
	const names = listed(main);
	if (names.length === 0 || new Set(names).size < names.length) return null;
	const words = names.reduce((text, name) => text.replace(name, " "), main);
	if (["negations", "unchanged", "except"].some((list) => lexicon.has(list, normalise(words)))) return null;
	const figures = [...numbered(words, lexicon).matchAll(/\d+/gu)].map(([figure]) => Number(figure));
	if (figures.some((figure) => figure !== names.length)) return null;
	const count = names.length;
	const { reason: from, said } = why(count === 1 ? "fileNamed" : "filesNamed", { count });
	return { state: "derived", value: count, line: only.line, from, said };
}

// "By eleven lines" counts no files.
function numbered(words: string, lexicon: Lexicon): string {
	const measures = patternFrom(`\\d+\\s+(?:${lexicon.pattern("measureWords")})(?!\\p{L})`, "giu");
	return spelledDigits(words, lexicon).replace(measures, " ");
}

/** The file names of a sentence, where they stand in one list. */
function listed(sentence: string): readonly string[] {
	const pieces = sentence.split(/([^\s,;:()]+)/u);
	const isName = (piece: string) => fileName.test(piece);
	const list = pieces.slice(pieces.findIndex(isName), pieces.findLastIndex(isName) + 1);
	const between = list.filter((piece) => !isName(piece));
	return between.every((piece) => /^(?:[\s,]*|and|&)$/u.test(piece)) ? list.filter(isName) : [];
}

/**
 * How many files a line counts of a kind: "12 files changed"; of "6 files deleted, 10 files modified" those that were modified.
 * Null where several lines count some.
 */
export function countTold(
	lines: readonly Pick<Statement, "prose" | "line">[],
	kind: FileKind,
	lexicon: Lexicon,
): Extract<Fact<number>, { readonly state: "stated" }> | null {
	const counted = lines.flatMap(({ prose, line }) =>
		spelledDigits(prose, lexicon)
			.split(/[,;]\s+/u)
			.flatMap((clause, at) => {
				const [, count, action = ""] = filesOfClause.exec(clause) ?? [];
				return count === undefined ? [] : [{ value: Number(count), action: actionOf(action, lexicon), line, at }];
			}),
	);
	const divided = new Set(counted.map(({ action }) => action)).size > 1;
	// "3 files fixed", "2 files created": parts of a whole that is not told.
	const told = counted.filter(({ action, at }) => (divided ? action === kind : at === 0 && action !== "other"));
	const [only, ...others] = told;
	return only && others.length === 0 ? { state: "stated", value: only.value, line: only.line } : null;
}

const filesOfClause = /^\W*(\d+)\s+(?:\p{L}+\s+){0,2}files?\b\s*(\p{L}*)/u;
