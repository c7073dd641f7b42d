import type { Standard } from "#model/standard.ts";
import { normalise } from "../text.ts";

/** The four figures of a test run. */
export const countKeys = ["total", "passed", "failed", "skipped"] as const;
export type CountKey = (typeof countKeys)[number];

/** The standard's label wordings and word lists, ready to match. */
export interface Lexicon {
	/** Whether a normalised label is one of the field's wordings; `*` in a wording stands for any words. */
	isLabel(field: string, label: string): boolean;
	/** Whether a normalised label is a wording of any field. */
	isKnownLabel(label: string): boolean;
	countKey(label: string): CountKey | null;
	/** Whether a normalised text is exactly one of the list's entries. */
	is(list: string, text: string): boolean;
	/** Whether a normalised text holds an entry of the list as whole words. */
	has(list: string, text: string): boolean;
	/** Whether a normalised text starts with an entry of the list. */
	startsWith(list: string, text: string): boolean;
	/** The regular expression alternatives of a list of words, for building patterns. */
	pattern(list: string): string;
	/** The list's entries as patterns in which `{n}` is a number. */
	phrases(list: string): readonly RegExp[];
}

const known = new WeakMap<Standard, Lexicon>();

/** Compiles the `fields` and `vocabulary` of a standard; once per standard. */
export function lexiconOf(standard: Standard): Lexicon {
	const made = known.get(standard) ?? compile(standard);
	known.set(standard, made);
	return made;
}

const headerFields: ReadonlySet<string> = new Set(["status", "date"]);

interface Labels {
	readonly exact: ReadonlySet<string>;
	readonly loose: readonly RegExp[];
}

function compile({ fields, vocabulary }: Standard): Lexicon {
	// A dotted key is a figure of a RESULTS document; the others are labels of specs and prompts.
	const read = Object.entries(fields).filter(([field]) => field.includes(".") || headerFields.has(field));
	const labels = new Map(read.map(([field, words]) => [field, labelsOf(words)]));
	const matches = ({ exact, loose }: Labels, label: string) =>
		exact.has(label) || loose.some((pattern) => pattern.test(label));
	const lists = new Map(Object.entries(vocabulary).map(([name, words]) => [name, listOf(words)]));
	const list = (name: string) => lists.get(name) ?? nothing;
	const phrases = new Map<string, readonly RegExp[]>();
	const isLabel = (field: string, label: string) => {
		const words = labels.get(field);
		return words !== undefined && matches(words, label);
	};
	return {
		isLabel,
		isKnownLabel: (label) => [...labels.values()].some((words) => matches(words, label)),
		countKey: (label) => countKeys.find((key) => isLabel(`tests.${key}`, label)) ?? null,
		is: (name, text) => list(name).entries.has(text),
		has: (name, text) => list(name).anywhere.test(text),
		startsWith: (name, text) => list(name).start.test(text),
		pattern: (name) => list(name).alternatives,
		phrases(name) {
			const made = phrases.get(name) ?? (vocabulary[name] ?? []).map(phrasePattern);
			phrases.set(name, made);
			return made;
		},
	};
}

function labelsOf(words: readonly string[]): Labels {
	const loose = words.filter((word) => word.includes("*"));
	return {
		exact: new Set(words.filter((word) => !word.includes("*")).map(normalise)),
		loose: loose.map((word) => new RegExp(`^${word.split("*").map(looseWords).join(".*")}$`, "u")),
	};
}

function looseWords(words: string): string {
	const pattern = escapePattern(normalise(words));
	return pattern === "" ? "" : `(?<![p{L}p{N}])${pattern}(?![p{L}p{N}])`;
}

interface WordList {
	readonly entries: ReadonlySet<string>;
	readonly alternatives: string;
	readonly anywhere: RegExp;
	readonly start: RegExp;
}

const never = "(?!)";
const nothing: WordList = { entries: new Set(), alternatives: never, anywhere: /(?!)/, start: /(?!)/ };

function listOf(words: readonly string[]): WordList {
	const entries = words.map(normalise).filter(Boolean);
	if (entries.length === 0) return nothing;
	const alternatives = [...entries]
		.sort((a, b) => b.length - a.length)
		.map(escapePattern)
		.join("|");
	return {
		entries: new Set(entries),
		alternatives,
		anywhere: new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "u"),
		start: new RegExp(`^(?:${alternatives})(?![\\p{L}\\p{N}])`, "u"),
	};
}

function phrasePattern(phrase: string): RegExp {
	const words = phrase.split(/\s+/).map((word) => (word === "{n}" ? "(\\d+)" : escapePattern(word)));
	return new RegExp(`(?<![\\w.,/~≈-])${words.join("\\s+")}(?![\\p{L}\\p{N}])`, "iu");
}

function escapePattern(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
