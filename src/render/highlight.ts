import type { ElementContent } from "hast";
import type { Emitter } from "highlight.js";
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import diff from "highlight.js/lib/languages/diff";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import shell from "highlight.js/lib/languages/shell";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import type { HighlightCache } from "./options.ts";

const grammars = { bash, diff, ini, javascript, json, markdown, python, shell, sql, typescript, xml, yaml };
const highlighter = hljs.newInstance();
for (const [name, grammar] of Object.entries(grammars)) highlighter.registerLanguage(name, grammar);
highlighter.registerAliases(["jsonl", "ndjson"], { languageName: "json" });

/** The kinds of token that have a colour, by the scopes that grammars use. A scope not named here stays plain. */
const kinds: Readonly<Record<string, string>> = {
	addition: "add",
	attr: "name",
	attribute: "name",
	built_in: "builtin",
	bullet: "keyword",
	comment: "comment",
	deletion: "del",
	doctag: "comment",
	keyword: "keyword",
	literal: "number",
	meta: "meta",
	name: "keyword",
	number: "number",
	quote: "comment",
	regexp: "string",
	section: "title",
	string: "string",
	symbol: "number",
	tag: "keyword",
	title: "title",
	type: "builtin",
	variable: "name",
};

/** The classes of the kinds, as short as can be: code is full of tokens. */
const classes: ReadonlyMap<string, string> = new Map([
	["add", "ha"],
	["builtin", "hb"],
	["comment", "hc"],
	["del", "hd"],
	["keyword", "hk"],
	["meta", "hm"],
	["name", "hn"],
	["number", "hu"],
	["string", "hs"],
	["title", "ht"],
]);

export const tokenClasses: readonly string[] = [...classes.values()];

interface Run {
	length: number;
	readonly kind: string;
}

/** Takes tokens from highlight.js as runs, where its own emitter makes HTML. Of nested scopes the innermost that has a colour wins. */
class RunEmitter implements Emitter {
	readonly #runs: Run[] = [];
	readonly #open: string[] = [];

	addText(text: string): void {
		this.#add(text.length, this.#open.at(-1) ?? "");
	}

	startScope(scope: string): void {
		this.#open.push(kinds[scope.replace(/\..*$/, "")] ?? this.#open.at(-1) ?? "");
	}

	endScope(): void {
		this.#open.pop();
	}

	/** The same two by the names that continued and nested scopes use. */
	openNode(scope: string): void {
		this.startScope(scope);
	}

	closeNode(): void {
		this.endScope();
	}

	/** Code of another language within the code. */
	__addSublanguage(emitter: Emitter): void {
		if (!(emitter instanceof RunEmitter)) return;
		for (const { length, kind } of emitter.#runs) this.#add(length, kind || (this.#open.at(-1) ?? ""));
	}

	finalize(): void {}

	toHTML(): string {
		return "";
	}

	runs(): Runs {
		return this.#runs.map(({ length, kind }) => `${length}:${kind}`).join(" ");
	}

	#add(length: number, kind: string): void {
		const last = this.#runs.at(-1);
		if (length === 0) return;
		if (last?.kind === kind) last.length += length;
		else this.#runs.push({ length, kind });
	}
}

highlighter.configure({ __emitter: RunEmitter });

/** The grammar of a fence's language, or undefined for a language that is not known here. */
export function grammarOf(lang: string): string | undefined {
	return lang !== "" && highlighter.getLanguage(lang) ? lang : undefined;
}

/** Stretches of a code text: a length, and the kind of token or nothing, as in "3:keyword 1: 5:title". */
type Runs = string;

/**
 * Colours code. The text of the result is the given code, whatever a grammar or a cache says: tokens are only lengths
 * into it, and lengths that do not add up are not used.
 */
export function highlight(code: string, lang: string, cache: HighlightCache | undefined): ElementContent[] {
	const key = `${lang}\n${code}`;
	const kept = cache?.get(key);
	if (kept !== undefined) {
		const known = spans(code, kept);
		if (known) return known;
	}
	const runs = tokenise(code, lang);
	cache?.set(key, runs);
	return spans(code, runs) ?? [{ type: "text", value: code }];
}

function tokenise(code: string, lang: string): Runs {
	const { _emitter } = highlighter.highlight(code, { language: lang, ignoreIllegals: true });
	return _emitter instanceof RunEmitter ? _emitter.runs() : "";
}

function spans(code: string, runs: Runs): ElementContent[] | null {
	const parts: ElementContent[] = [];
	let from = 0;
	for (const run of runs.split(" ")) {
		const colon = run.indexOf(":");
		const length = Number(run.slice(0, colon));
		const className = classes.get(run.slice(colon + 1));
		const value = code.slice(from, from + length);
		if (!(length > 0) || value.length !== length) return null;
		const text = { type: "text", value } as const;
		parts.push(
			className === undefined
				? text
				: { type: "element", tagName: "i", properties: { className: [className] }, children: [text] },
		);
		from += length;
	}
	return from === code.length ? parts : null;
}
