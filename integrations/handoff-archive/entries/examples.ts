import { rules } from "#rules/index.ts";
import { filledIn, reasonIn, type Telling } from "#words/reason.ts";
import type { ExampleSlice, RuleEntry } from "./schemas.ts";

/** Lines shown before and after the line that decides. */
const context = 2;
/** Characters of a line that are shown: more of them show a size, not what the rule is about. */
const longest = 240;
/** More lines of one file than this show a document, not what the rule is about. */
const most = 12;

type Files = Readonly<Record<string, string>>;
type Part = ExampleSlice["parts"][number];

/** The examples of a rule of this product, cut to the lines that decide; none for a rule of somebody else's. */
export function examplesOf(id: string, telling: Telling | null): RuleEntry["examples"] {
	const rule = rules.find((one) => one.id === id);
	if (!rule) return { valid: [], invalid: [] };
	const { examples, messages } = rule;
	const texts = telling?.rules[id];
	const titled = (title: string) =>
		telling && texts ? filledIn(texts.examples[title] ?? title, {}, telling.speech) : title;
	const said = (message: string) => reasonIn({ reason: message, said: madeOf(id, messages, message) }, telling);
	const broken = examples.invalid.map(({ files }) => files);
	const kept = examples.valid.map(({ files }) => files);
	return {
		valid: examples.valid.map(({ title, files }) => ({ title: titled(title), parts: difference(files, broken) })),
		invalid: examples.invalid.map(({ title, files, findings = [] }) => {
			const found = findings.map((finding) => foundPart(finding, files, said));
			const isShown = found.some(({ lines }) => lines.length > 0);
			return { title: titled(title), parts: isShown ? found : [...found, ...difference(files, kept)] };
		}),
	};
}

/** The lines around a finding that an example writes as "path:line:column message", or "path message". */
function foundPart(finding: string, files: Files, said: (message: string) => string): Part {
	const path = pathOf(finding, files);
	const rest = finding.slice(path.length);
	const [at, line] = /^:(\d+):\d+ /.exec(rest) ?? [" "];
	const message = said(rest.slice(at.length));
	const text = files[path];
	if (line === undefined || text === undefined) return { path, lines: [], message };
	const number = Number(line);
	return { path, lines: linesOf(text, number - context, number + context, new Set([number])), message };
}

/** The message of a rule, with the values in its places, that a text is; undefined where it is none. */
function madeOf(rule: string, messages: Readonly<Record<string, string>>, text: string) {
	for (const [message, template] of Object.entries(messages)) {
		const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
		const form = template
			.split(/\{\w+\}/)
			.map(RegExp.escape)
			.join("(.*)");
		const values = new RegExp(`^${form}$`, "s").exec(text)?.slice(1);
		if (values)
			return [{ rule, message, values: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""])) }];
	}
	return undefined;
}

/** Paths may hold spaces, so the longest that an example's file has is taken. */
function pathOf(finding: string, files: Files): string {
	const known = Object.keys(files).filter((path) => finding.startsWith(path));
	return known.sort((a, b) => b.length - a.length)[0] ?? /^(.*?)(?::\d+:\d+)? /.exec(finding)?.[1] ?? "";
}

/** What sets an example apart from the most similar of others: of the first file that differs, the lines that do. */
function difference(files: Files, others: readonly Files[]): Part[] {
	const differing = others.flatMap((other) =>
		Object.entries(files)
			.filter(([path, text]) => other[path] !== undefined && other[path] !== text)
			.map(([path, text]) => ({ path, text, ...changed(text, other[path] ?? "") })),
	);
	const [closest] = differing.sort((a, b) => a.last - a.first - (b.last - b.first));
	if (closest) {
		const { path, text, first, last } = closest;
		const marked = new Set(Array.from({ length: last - first + 1 }, (_, index) => first + index));
		return [{ path, lines: linesOf(text, first - context, last + context, marked), message: null }];
	}
	return Object.entries(files)
		.filter(([path]) => !others.some((other) => other[path] !== undefined))
		.map(([path, text]) => ({ path, lines: linesOf(text, 1, 2 * context, new Set()), message: null }));
}

/** The first and the last line of a text that are not also in the other, counted from both ends. */
function changed(text: string, other: string): { readonly first: number; readonly last: number } {
	const lines = text.split("\n");
	const others = other.split("\n");
	const shorter = Math.min(lines.length, others.length);
	let before = 0;
	while (before < shorter && lines[before] === others[before]) before++;
	let after = 0;
	while (after < shorter - before && lines.at(-1 - after) === others.at(-1 - after)) after++;
	return { first: before + 1, last: lines.length - after };
}

function linesOf(text: string, from: number, to: number, marked: ReadonlySet<number>): Part["lines"] {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	const first = Math.max(1, from);
	return lines
		.slice(first - 1, Math.min(to, first + most - 1))
		.map((line, index) => ({ number: first + index, text: shortened(line), isMarked: marked.has(first + index) }));
}

function shortened(line: string): string {
	return line.length > longest ? `${line.slice(0, longest).toWellFormed()} …` : line;
}
