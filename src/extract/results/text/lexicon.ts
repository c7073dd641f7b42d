import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { escaped } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";

/** The four figures of a test run. */
export const countKeys = ["total", "passed", "failed", "skipped"] as const;
export type CountKey = (typeof countKeys)[number];

/** The standard's label wordings and word lists, ready to match. */
export interface Lexicon {
	/** The regular expression of a package id, as a source. */
	readonly packageId: string;
	/** Whether a normalised label is one of the field's wordings; `*` in a wording stands for any words. */
	isLabel(field: string, label: string): boolean;
	/** Whether a normalised label is a wording of any field. */
	isKnownLabel(label: string): boolean;
	countKey(label: string): CountKey | null;
	/** Whether a label without a value introduces a part of its own ("Attempt 2:", "Full regression:"). */
	introduces(label: string): boolean;
	/** Whether a normalised text is exactly one of the list's entries. */
	is(list: string, text: string): boolean;
	/** Whether a normalised text holds an entry of the list as whole words. */
	has(list: string, text: string): boolean;
	/** Whether a normalised text starts with an entry of the list. */
	startsWith(list: string, text: string): boolean;
	/** The list's entries, in its order. */
	entries(list: string): readonly string[];
	/** The regular expression alternatives of a list of words, for building patterns. */
	pattern(list: string): string;
	/** Where the list's entries stand in a text, in the list's order; `{n}` in an entry is a number, the match's first group, and `*` up to three words. */
	phrasesIn(list: string, text: string): Iterable<RegExpMatchArray>;
}

/** Compiles the `fields` and `vocabulary` of a standard; once per standard. */
export const lexiconOf = oncePer(({ fields, vocabulary, packageId }: Standard): Lexicon => {
	// A dotted key is a figure of a RESULTS document; the others are labels of specs and prompts.
	const read = Object.entries(fields).filter(([field]) => field.includes(".") || headerFields.has(field));
	const labels = new Map(read.map(([field, words]) => [field, labelsOf(words)]));
	const everyLabel = labelsOf(read.flatMap(([, words]) => words));
	const lists = new Map<string, WordList>();
	const list = (name: string) => {
		const made = lists.get(name) ?? listOf(vocabulary[name] ?? []);
		lists.set(name, made);
		return made;
	};
	const phrases = new Map<string, readonly Phrase[]>();
	const isLabel = (field: string, label: string) => matches(labels.get(field), label);
	const countLabels = countKeys.map((key) => ({ key, wordings: labels.get(`tests.${key}`) }));
	const countKey = remembered((label) => countLabels.find(({ wordings }) => matches(wordings, label))?.key ?? null);
	const isKnownLabel = remembered((label) => matches(everyLabel, label));
	return {
		packageId,
		introduces: (label) => !isKnownLabel(label) || (isLabel("cleanRoom.testRun", label) && countKey(label) === null),
		isLabel,
		isKnownLabel,
		countKey,
		is: (name, text) => list(name).entries.has(text),
		has: (name, text) => list(name).within.test(text),
		startsWith: (name, text) => list(name).opening.test(text),
		entries: (name) => vocabulary[name] ?? [],
		pattern: (name) => list(name).alternatives,
		*phrasesIn(name, text) {
			const made = phrases.get(name) ?? (vocabulary[name] ?? []).map(phraseOf);
			phrases.set(name, made);
			const said = normalise(text);
			for (const phrase of made) {
				const match = phrase.words.every((word) => said.includes(word)) ? phrase.pattern().exec(text) : null;
				if (match) yield match;
			}
		},
	};
});

/** The documents of an archive share most of their labels, and each is asked about by many readers. */
function remembered<Answer>(answer: (label: string) => Answer): (label: string) => Answer {
	const known = new Map<string, Answer>();
	return (label) => {
		const before = known.get(label);
		if (before !== undefined) return before;
		const found = answer(label);
		if (known.size < mostLabels) known.set(label, found);
		return found;
	};
}

const mostLabels = 5_000;

function matches(labels: Labels | undefined, label: string): boolean {
	return labels !== undefined && (labels.exact.has(label) || labels.loose.some((pieces) => fits(pieces, label)));
}

const headerFields: ReadonlySet<string> = new Set(["status", "date"]);

interface Labels {
	readonly exact: ReadonlySet<string>;
	/** Wordings with gaps, cut at the gaps. */
	readonly loose: readonly (readonly string[])[];
}

function labelsOf(words: readonly string[]): Labels {
	return {
		exact: new Set(words.filter((word) => !word.includes("*")).map(normalise)),
		loose: words.filter((word) => word.includes("*")).map((word) => word.split("*").map(normalise)),
	};
}

/** Whether a label begins and ends as a wording with gaps does and holds what stands between its gaps. */
function fits(pieces: readonly string[], label: string): boolean {
	const first = pieces[0] ?? "";
	const last = pieces.at(-1) ?? "";
	if (!label.startsWith(first) || !isEnd(label, first.length) || !label.endsWith(last)) return false;
	if (last !== "" && label.length > last.length && label[label.length - last.length - 1] !== " ") return false;
	const middle = pieces.slice(1, -1).filter(Boolean);
	return label.length >= first.length + last.length && middle.every((piece) => ` ${label} `.includes(` ${piece} `));
}

interface WordList {
	readonly entries: ReadonlySet<string>;
	/** An entry as whole words of a normalised text, anywhere and at its start. */
	readonly within: RegExp;
	readonly opening: RegExp;
	readonly alternatives: string;
}

function listOf(words: readonly string[]): WordList {
	const entries = words.map(normalise).filter(Boolean);
	const alternatives = [...entries]
		.sort((a, b) => b.length - a.length)
		.map(escaped)
		.join("|");
	const anyEntry = alternatives || "(?!)";
	return {
		entries: new Set(entries),
		within: new RegExp(`(?:^| )(?:${anyEntry})(?: |$)`),
		opening: new RegExp(`^(?:${anyEntry})(?: |$)`),
		alternatives: anyEntry,
	};
}

function isEnd(text: string, at: number): boolean {
	return at === 0 || at >= text.length || text[at] === " ";
}

/** A phrase with `{n}` in it, to be looked for where all its words are there: compiling its expression takes milliseconds. */
interface Phrase {
	readonly words: readonly string[];
	readonly pattern: () => RegExp;
}

function phraseOf(phrase: string): Phrase {
	// An "and" may be dropped by `normalise`.
	const words = phrase.split(/\s+/).flatMap((word) => {
		const said = word === "{n}" || word === "*" ? "" : normalise(word);
		return said === "" || said.includes("and") ? [] : [said];
	});
	let pattern: RegExp | null = null;
	return {
		words,
		pattern: () => {
			pattern ??= phrasePattern(phrase);
			return pattern;
		},
	};
}

function phrasePattern(phrase: string): RegExp {
	const pieces = phrase.split(" * ").map((piece) =>
		piece
			.split(/\s+/)
			.map((word) => (word === "{n}" ? "(\\d+)" : escaped(word)))
			.join("\\s+"),
	);
	const whole = pieces.join("\\s+(?:[\\p{L}'’-]+\\s+){0,3}?");
	return new RegExp(`(?<![\\w.,/~≈-])${whole}(?![\\p{L}\\p{N}]|[.,/-]\\d)`, "iu");
}
