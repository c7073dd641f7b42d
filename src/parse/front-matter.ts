import type { ReadingProblem } from "#model/source.ts";
import { dataOf, term } from "#words/because.ts";
import { readYaml } from "./yaml.ts";

export interface FrontMatter {
	/** The YAML between the `---` lines. */
	readonly yaml: string;
	readonly data: Readonly<Record<string, unknown>> | null;
	readonly problems: readonly ReadingProblem[];
}

/**
 * Reads the front matter at the head of a document; null where there is none: no `---` in the first line, none that
 * closes it, or Markdown between two thematic breaks. Broken YAML is a problem at its place in the file.
 */
export function frontMatterOf(path: string, text: string): FrontMatter | null {
	const yaml = blockOf(text);
	if (yaml === null || !looksLikeYaml(yaml)) return null;
	const read = readYaml(path, yaml);
	// The YAML starts in the file's second line. What is missed at the end of a line stands on no character of it.
	const place = (line: number, column: number) => {
		const { length = 0 } = yaml.split(/\r\n|\r|\n/)[line - 1] ?? "";
		return { start: { line: line + 1, column }, end: { line: line + 1, column: Math.min(column, length) + 1 } };
	};
	if ("problems" in read)
		return {
			yaml,
			data: null,
			problems: read.problems.map(({ line, column, message, said }) => ({
				code: "front-matter",
				path,
				range: place(line, column),
				data: { reason: message },
				...(said && { terms: { reason: said } }),
			})),
		};
	const { value } = read.document;
	if (value === null) return { yaml, data: null, problems: [] };
	if (typeof value === "object" && !Array.isArray(value))
		return { yaml, data: value as Readonly<Record<string, unknown>>, problems: [] };
	const { line, column } = read.document.pointOf([]);
	const problem: ReadingProblem = {
		code: "front-matter",
		path,
		range: place(line, column),
		...dataOf({ reason: term("noMapping") }),
	};
	return { yaml, data: null, problems: [problem] };
}

/** Front matter that is opened and closed by nothing: the lines that follow are keys with their values, up to the first blank one. */
export function unclosedFrontMatter(path: string, text: string): ReadingProblem | null {
	const rest = afterOpening(text);
	if (rest === null || blockOf(text) !== null) return null;
	const lines = rest.split(/\r\n|\r|\n/, mostKeys);
	const blank = lines.findIndex((line) => line.trim() === "");
	const [first, ...others] = blank === -1 ? lines : lines.slice(0, blank);
	if (first === undefined || !keyed.test(first) || !others.every((line) => keyed.test(line) || nested.test(line)))
		return null;
	const range = { start: { line: 1, column: 1 }, end: { line: 1, column: "---".length + 1 } };
	return { code: "front-matter", path, range, ...dataOf({ reason: term("noLineCloses") }) };
}

/** So many lines of keys are looked at, and no more. */
const mostKeys = 200;
const keyed = /^[A-Za-z][\w-]*:(?:[ \t]|$)/;
const nested = /^(?:[ \t]+\S|-[ \t]|#)/;

function blockOf(text: string): string | null {
	const rest = afterOpening(text);
	if (rest === null) return null;
	const closing = /(?:^|\r\n|\n|\r)---[ \t]*(?=[\r\n]|$)/.exec(rest);
	return closing ? rest.slice(0, closing.index) : null;
}

/** What follows a first line of three hyphens. */
function afterOpening(text: string): string | null {
	if (!text.startsWith("---")) return null;
	const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0];
	return opening === undefined ? null : text.slice(opening.length);
}

/** The first line that is neither blank nor a comment holds a key, or nothing that Markdown would open with. */
function looksLikeYaml(yaml: string): boolean {
	if (/^\s*$/.test(yaml)) return true;
	const first = /^(?![ \t]*(?:#|[\r\n]|$)).*/m.exec(yaml)?.[0];
	return first !== undefined && (first.includes(":") || /^[\t{[&!%@"'?]/.test(first));
}
