import { type RelationType, relationTypes } from "#model/documents.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { escaped } from "../text/patterns.ts";
import { normalise } from "../text/text.ts";

/** A relation that words state. */
export type WordedRelation = Exclude<RelationType, "mentions">;

/** The words that relations are stated with, compiled from the standards' vocabulary. */
export interface RelationWords {
	/** All phrases as one alternation, and the relation that each of them states, by its bare words. */
	readonly phrases: RegExp;
	readonly stated: ReadonlyMap<string, WordedRelation>;
	readonly labels: ReadonlyMap<string, WordedRelation>;
	readonly negation: RegExp;
	readonly self: RegExp;
	readonly fillers: ReadonlySet<string>;
	/** Words that speak of a document as a whole, as subject of a sentence about it. */
	readonly wholes: ReadonlySet<string>;
	/** Labels of a document's state. */
	readonly states: ReadonlySet<string>;
	readonly none: readonly string[];
	readonly packageId: RegExp;
}

const worded = relationTypes.filter((type): type is WordedRelation => type !== "mentions");

/** The words of these standards; compiled once for the same list of them. */
export const relationWords = oncePer((standards: readonly Standard[]): RelationWords => {
	const list = (name: string) => [...new Set(standards.flatMap(({ vocabulary }) => vocabulary[name] ?? []))];
	const byLength = (words: readonly string[]) =>
		[...words]
			.sort((a, b) => b.length - a.length)
			.map(phraseSource)
			.join("|") || "(?!)";
	// Longer phrases first over all types, so that "does not depend on" is not read as "depend on".
	const all = worded.flatMap((type) => list(`relation.${type}`).map((phrase) => ({ type, phrase })));
	all.sort((a, b) => b.phrase.length - a.phrase.length);
	return {
		phrases: new RegExp(
			`(?<![\\p{L}\\p{N}_-])(?:${all.map(({ phrase }) => phraseSource(phrase)).join("|") || "(?!)"})(?![\\p{L}\\p{N}_-])`,
			"giu",
		),
		// Of two types that share a phrase the first one has it, as in the alternation.
		stated: new Map(all.map(({ type, phrase }) => [bareWords(phrase), type] as const).reverse()),
		labels: new Map(
			worded.flatMap((type) =>
				[...list(`relation.${type}`), ...list(`relationLabel.${type}`)].map(
					(label) => [normalise(label), type] as const,
				),
			),
		),
		negation: new RegExp(
			`(?<![\\p{L}\\p{N}_])(?:${byLength(list("negations"))})\\s+(?!only\\b)(?:[\\p{L}]+\\s+){0,2}$`,
			"iu",
		),
		self: new RegExp(`(?<![\\p{L}\\p{N}_])(?:${byLength(list("selfWords"))})(?![\\p{L}\\p{N}_])`, "iu"),
		fillers: new Set(list("relationFillers").map(normalise)),
		wholes: new Set(["relationFillers", "selfWords", "documentWords", "statusWords"].flatMap(list).map(normalise)),
		states: new Set(list("statusWords").map(normalise)),
		none: list("noneValues").map(normalise),
		packageId: new RegExp(`[(]?(?:${standards.map(({ packageId }) => packageId).join("|")})[(]?`, "gu"),
	};
});

/** A phrase as written, without what `phraseSource` lets differ: case, white space and hyphens. */
function bareWords(phrase: string): string {
	return phrase
		.trim()
		.toLowerCase()
		.replace(/[\s-]+/gu, " ");
}

/** The relation that a phrase found in prose states. */
export function statedBy(text: string, words: RelationWords): WordedRelation | undefined {
	return words.stated.get(bareWords(text)) ?? typeOf(text, words);
}

/** The type of a phrase in letters that only the expression takes for those of the vocabulary. */
function typeOf(text: string, { stated }: RelationWords): WordedRelation | undefined {
	for (const [phrase, type] of stated) if (new RegExp(`^${phraseSource(phrase)}$`, "iu").test(text)) return type;
	return undefined;
}

function phraseSource(phrase: string): string {
	return escaped(phrase.trim()).replace(/[\s-]+/gu, "[\\s-]+");
}
