import type { Stretch } from "./nodes.ts";

/** A document that holds one block list and nothing else, at its root or under one key. */
export interface YamlListing {
	/** The key that the list stands under; null where it stands at the root. */
	readonly key: Stretch | null;
	/** How far the dashes are indented. */
	readonly indent: number;
	/** Whole lines, from each item's dash to the next one's. */
	readonly items: readonly Stretch[];
}

const marker = /^---(?=\s|$)/gm;
const isMarker = /---(?=\s|$)/y;

/** The documents of a YAML stream, each from its marker on: a line that starts with three dashes starts one wherever it stands. */
export function documentsIn(text: string): readonly Stretch[] {
	// Directives belong to the marker after them.
	if (text.startsWith("%") || text.includes("\n%")) return [{ start: 0, end: text.length }];
	const starts: number[] = [];
	for (const { index } of text.matchAll(marker)) starts.push(index);
	// What stands before the first marker is a document only where there is something beside comments.
	if (starts[0] === undefined || (starts[0] > 0 && !isBlank(text.slice(0, starts[0])))) starts.unshift(0);
	else starts[0] = 0;
	return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function isBlank(text: string): boolean {
	return text.split("\n").every((line) => /^[ \t\r]*(?:#|$)/.test(line));
}

const keyLine = /[A-Za-z_][\w-]*(?=:[ \t]*(?:#.*)?\r?$)/my;
const contentAtStart = /(?:[^\s#-][^\n]*:(?:\s|$)|\.\.\.(?:\s|$))/y;

/**
 * Where the items of a document are that is one long list, as a log is: in block style each item starts with a dash in the
 * column of the first, and nothing inside an item can stand there. So each can be read by itself, and one that is broken takes
 * no other along. Null for any other document.
 */
export function listingIn(text: string, document: Stretch): YamlListing | null {
	let key: Stretch | null = null;
	let indent = -1;
	const starts: number[] = [];
	for (let start = document.start; start < document.end; ) {
		const newline = text.indexOf("\n", start);
		const next = newline === -1 || newline >= document.end ? document.end : newline + 1;
		let at = start;
		while (text.charCodeAt(at) === 0x20) at++;
		const first = at < next ? text[at] : "\n";
		const spaces = at - start;
		const isItem = first === "-" && /[\s]/.test(text[at + 1] ?? "\n") && (indent === -1 || spaces === indent);
		if (isItem) {
			indent = spaces;
			starts.push(start);
		} else if (indent === -1) {
			const isIdle = first === "\n" || first === "\r" || first === "#";
			if (!isIdle && !isBareMarker(text, start, next, document)) {
				if (key !== null || spaces > 0) return null;
				keyLine.lastIndex = start;
				const name = keyLine.exec(text)?.[0];
				if (name === undefined) return null;
				key = { start, end: start + name.length };
			}
		} else if (spaces === 0) {
			contentAtStart.lastIndex = start;
			if (contentAtStart.test(text)) return null;
		}
		start = next;
	}
	if (starts.length === 0) return null;
	return { key, indent, items: starts.map((start, index) => ({ start, end: starts[index + 1] ?? document.end })) };
}

function isBareMarker(text: string, start: number, next: number, document: Stretch): boolean {
	isMarker.lastIndex = start;
	return start === document.start && isMarker.test(text) && isBlank(text.slice(start + 3, next));
}
