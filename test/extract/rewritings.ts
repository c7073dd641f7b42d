/** Writes a document another way that says the same. */
export type Rewriting = (text: string) => string;

const fence = /^\s*(`{3,}|~{3,})/u;

/** Rewrites the lines outside of code. */
export function lines(rewrite: (line: string) => string): Rewriting {
	return (text) => {
		let open = "";
		const rewritten = text.split("\n").map((line) => {
			const mark = fence.exec(line)?.[1] ?? "";
			if (mark === "") return open === "" ? rewrite(line) : line;
			if (open === "") open = mark;
			else if (line.trim().startsWith(open)) open = "";
			return line;
		});
		return rewritten.join("\n");
	};
}

const isHeading = (line: string) => /^#{1,6} /u.test(line);

export const headings = (rewrite: (line: string) => string): Rewriting =>
	lines((line) => (/^#{2,6} /u.test(line) ? rewrite(line) : line));

/** Rewrites the lines that are neither headings nor rows of tables. */
export const body = (rewrite: (line: string) => string): Rewriting =>
	lines((line) => (isHeading(line) || /^\s*\|/u.test(line) ? line : rewrite(line)));

/** A bullet that is a label and its value. */
const labelled = /^- (?:\*\*)?([^:*|`]{2,40}?)(?:\*\*)?:(?:\*\*)? ([^|]+)$/u;

export const labels = (write: (label: string, value: string) => string): Rewriting =>
	lines((line) => line.replace(labelled, (_, label: string, value: string) => write(label, value)));

/** Rewrites lists that are nothing but labels and values, of two items or more. */
export function lists(
	write: (pairs: readonly (readonly [label: string, value: string])[]) => readonly string[],
): Rewriting {
	return (text) => {
		const out: string[] = [];
		let run: string[] = [];
		let isCode = false;
		const flush = () => {
			const pairs = run
				.map((line) => labelled.exec(line))
				.map((found) => [found?.[1] ?? "", found?.[2] ?? ""] as const);
			out.push(...(run.length > 1 ? write(pairs) : run));
			run = [];
		};
		const all = text.split("\n");
		for (const [index, line] of all.entries()) {
			if (fence.test(line)) isCode = !isCode;
			const goesOn = /^\s+\S/u.test(all[index + 1] ?? "");
			if (!isCode && labelled.test(line) && !goesOn) {
				run.push(line);
				continue;
			}
			flush();
			out.push(line);
		}
		flush();
		return out.join("\n");
	};
}

/** Writes the sections of the second level in the opposite order. */
export function reversed(text: string): string {
	const parts: string[][] = [[]];
	let isCode = false;
	for (const line of text.split("\n")) {
		if (fence.test(line)) isCode = !isCode;
		if (!isCode && /^## /u.test(line)) parts.push([]);
		parts.at(-1)?.push(line);
	}
	const [head = [], ...sections] = parts;
	return [...head, ...sections.reverse().flatMap((section) => [...section, ""])].join("\n");
}

/** Numbers the sections of the second level that have no number. */
export function numbered(number: (order: number) => string): Rewriting {
	return (text) => {
		let order = 0;
		return headings((line) => line.replace(/^## (?!\d)/u, () => `## ${number(++order)} `))(text);
	};
}

/** Puts a text at the end of the first section, of the second or third level, whose heading is meant. */
export function addedTo(heading: RegExp, added: string): Rewriting {
	return (text) => {
		const all = text.split("\n");
		const levels: number[] = [];
		let isCode = false;
		for (const line of all) {
			if (fence.test(line)) isCode = !isCode;
			levels.push(isCode ? 0 : (/^#+(?= )/u.exec(line)?.[0].length ?? 0));
		}
		const start = all.findIndex((line, at) => [2, 3].includes(levels[at] ?? 0) && heading.test(line));
		if (start === -1) return text;
		const level = levels[start] ?? 0;
		const next = levels.findIndex((other, at) => at > start && other > 0 && other <= level);
		const end = next === -1 ? all.length : next;
		return [...all.slice(0, end), "", added, "", ...all.slice(end)].join("\n");
	};
}
