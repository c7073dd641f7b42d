import type { Stretch, YamlComment, YamlEntry, YamlNode } from "./nodes.ts";

const word = String.raw`[A-Za-z](?:[\w./@+()'",;-]| (?=[\w./@+()'"-])|:(?=[\w/]))*`;
const moment = String.raw`\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)`;
const whole = String.raw`(?:0|[1-9]\d{0,14})(?=[ \r\n]|$)`;
const quoted = String.raw`"[^"\\\r\n\t]*"|'[^'\r\n\t]*'`;
const value = `${quoted}|${moment}|${whole}|${word}`;
const lineEnd = String.raw`[ ]*(?:\r?\n|$)`;

const idleLine = /[ ]*(?:#[^\r\n]*)?(?:\r?\n|$)/y;
const fieldLine = new RegExp(
	String.raw`( *)(-[ ]+)?([A-Za-z_][\w-]*):(?: +(?:(${value})|\[ *((?:${quoted})(?: *, *(?:${quoted}))*)? *\]))?${lineEnd}`,
	"y",
);
const itemLine = new RegExp(`( *)(-[ ]+)(${value})${lineEnd}`, "y");
const eachQuoted = new RegExp(quoted, "g");
const notText = /^(?:null|true|false)$/i;

/**
 * Reads an item of a list that is written as nearly all are: keys with a value on their line, a word, a number, a moment, text
 * in quotes without escapes, or a list of such. A hundred times as fast as the parser, and the same tree. Null for everything
 * else, which the parser decides.
 */
export function plainItem(
	text: string,
	item: Stretch,
): { readonly node: YamlNode; readonly comments: readonly YamlComment[] } | null {
	const entries: YamlEntry[] = [];
	const comments: YamlComment[] = [];
	const names = new Set<string>();
	let column = -1;
	for (let at = item.start; at < item.end; ) {
		const idle = matchAt(idleLine, text, at, item.end);
		if (idle) {
			if (idle[0] === "") break;
			const comment = commentOf(idle[0], at);
			if (comment) comments.push(comment);
			at += idle[0].length;
			continue;
		}
		const field = matchAt(fieldLine, text, at, item.end);
		if (!field) return null;
		const [line, indent = "", dash = "", name = "", scalar, list] = field;
		const keyAt = at + indent.length + dash.length;
		if ((dash !== "") !== (column === -1) || names.has(name)) return null;
		if (column === -1) column = keyAt - at;
		else if (keyAt - at !== column) return null;
		names.add(name);
		const key = { start: keyAt, end: keyAt + name.length };
		at += line.length;
		const rest = key.end + 1;
		if (scalar !== undefined) {
			const node = scalarAt(scalar, text.indexOf(scalar, rest));
			if (!node) return null;
			entries.push({ key: name, keyAt: key, value: node });
			continue;
		}
		const open = text.indexOf("[", rest);
		if (open !== -1 && open < at) {
			const close = text.lastIndexOf("]", at);
			entries.push({
				key: name,
				keyAt: key,
				value: flowList(list ?? "", text.indexOf(list ?? "]", open), open, close),
			});
			continue;
		}
		const block = blockList(text, at, item.end, column);
		if (!block) return null;
		entries.push({ key: name, keyAt: key, value: block.node });
		at = block.next;
	}
	const [first] = entries;
	const last = entries.at(-1);
	if (!first || !last) return null;
	return { node: { kind: "map", entries, start: first.keyAt.start, end: last.value.end }, comments };
}

function matchAt(pattern: RegExp, text: string, at: number, end: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	const found = pattern.exec(text);
	return found && pattern.lastIndex <= end ? found : null;
}

function commentOf(line: string, at: number): YamlComment | null {
	const sign = line.indexOf("#");
	if (sign === -1) return null;
	const written = line.slice(sign).replace(/\r?\n$/, "");
	return { text: written.slice(1).trim(), start: at + sign, end: at + sign + written.length };
}

function scalarAt(written: string, start: number): YamlNode | null {
	const at = { start, end: start + written.length };
	if (/^["']/.test(written)) {
		const inner = written.slice(1, -1);
		return { kind: "scalar", value: inner, text: inner, ...at };
	}
	if (/^\d+$/.test(written)) return { kind: "scalar", value: Number(written), text: written, ...at };
	return notText.test(written) ? null : { kind: "scalar", value: written, text: written, ...at };
}

function flowList(inner: string, start: number, open: number, close: number): YamlNode {
	const items: YamlNode[] = [];
	for (const { 0: written, index } of inner.matchAll(eachQuoted)) {
		const node = scalarAt(written, start + index);
		if (node) items.push(node);
	}
	return { kind: "list", items, start: open, end: close + 1 };
}

/** The lines of a list below its key. */
function blockList(text: string, from: number, end: number, column: number): { node: YamlNode; next: number } | null {
	const items: YamlNode[] = [];
	let indent = -1;
	let start = from;
	let at = from;
	for (let line = matchAt(itemLine, text, at, end); line; line = matchAt(itemLine, text, at, end)) {
		const [whole, spaces = "", dash = "", written = ""] = line;
		if (indent === -1) {
			indent = spaces.length;
			start = at + indent;
		}
		const node = scalarAt(written, at + spaces.length + dash.length);
		if (!node || spaces.length !== indent || indent < column) return null;
		items.push(node);
		at += whole.length;
	}
	const last = items.at(-1);
	return last ? { node: { kind: "list", items, start, end: last.end }, next: at } : null;
}
