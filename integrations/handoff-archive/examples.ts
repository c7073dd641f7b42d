import { rules } from "#rules/index.ts";
import type { ExampleSlice, RuleEntry } from "./entries.ts";

/** Lines shown before and after the line that decides. */
const context = 2;
/** More lines of one file than this show a document, not what the rule is about. */
const most = 12;

type Files = Readonly<Record<string, string>>;
type Part = ExampleSlice["parts"][number];

/** The examples of a rule of this product, cut to the lines that decide; none for a rule of somebody else's. */
export function examplesOf(id: string): RuleEntry["examples"] {
	const examples = rules.find((rule) => rule.id === id)?.examples;
	if (!examples) return { valid: [], invalid: [] };
	const broken = examples.invalid.map(({ files }) => files);
	const kept = examples.valid.map(({ files }) => files);
	return {
		valid: examples.valid.map(({ title, files }) => ({ title, parts: difference(files, broken) })),
		invalid: examples.invalid.map(({ title, files, findings = [] }) => {
			const found = findings.map((finding) => foundPart(finding, files));
			const isShown = found.some(({ lines }) => lines.length > 0);
			return { title, parts: isShown ? found : [...found, ...difference(files, kept)] };
		}),
	};
}

/** The lines around a finding that an example writes as "path:line:column message", or "path message". */
function foundPart(finding: string, files: Files): Part {
	const path = pathOf(finding, files);
	const rest = finding.slice(path.length);
	const [at, line] = /^:(\d+):\d+ /.exec(rest) ?? [" "];
	const message = rest.slice(at.length);
	const text = files[path];
	if (line === undefined || text === undefined) return { path, lines: [], message };
	const number = Number(line);
	return { path, lines: linesOf(text, number - context, number + context, new Set([number])), message };
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
		.map((line, index) => ({ number: first + index, text: line, isMarked: marked.has(first + index) }));
}
