import { isSameWord, keyOf } from "./terms.ts";

/** Words of one language that stand for one another in questions and documents, each line its words with blanks between them. */
export interface Thesaurus {
	/** Words that one writes where another would have written the next. */
	readonly likes: readonly string[];
	/** Forms of one word that differ by more than an ending. */
	readonly forms: readonly string[];
}

/** A word that may stand for one of a question. */
interface Other {
	readonly text: string;
	/** Whether it is the same word in another form or spelling. */
	readonly isSame: boolean;
}

/** Looks up what may stand for a word, as it is compared. */
export type Others = (key: string) => readonly Other[];

/** Each is looked up like a word of the question. */
const mostLikes = 4;

/** Opens a thesaurus. */
export function openThesaurus({ likes, forms }: Thesaurus): Others {
	const groups = likes.map((words) => words.split(" ").map((text) => ({ text, key: keyOf(text) })));
	const byForm = new Map(
		forms.flatMap((words) => {
			const own = words.split(" ");
			return own.map((form) => [form, own] as const);
		}),
	);
	return (key) => {
		const same = [...(byForm.get(key) ?? []), ...respelled(key)].filter((form) => form !== key);
		const known = [key, ...same];
		const isKnown = (other: string) => known.some((one) => isSameWord(other, one));
		const like = groups.flatMap((group) =>
			group.some((one) => isKnown(one.key)) ? group.filter((one) => !isKnown(one.key)).map(({ text }) => text) : [],
		);
		return [
			...same.map((text) => ({ text, isSame: true })),
			...[...new Set(like)].slice(0, mostLikes).map((text) => ({ text, isSame: false })),
		];
	};
}

/** Endings that British and American English spell differently. */
const spellings: readonly (readonly [one: RegExp, other: string])[] = [
	[/(?<=[a-z]{3})our(?=s?$|ed$|ing$|al$)/, "or"],
	[/(?<=col|fav|behavi|harb|hon|lab|neighb)or(?=s?$|ed$|ing$|al$)/, "our"],
	[/(?<=[a-z]{3})([iy])s(?=e[srd]?$|ing$|ations?$)/, "$1z"],
	[/(?<=[a-z]{3})([iy])z(?=e[srd]?$|ing$|ations?$)/, "$1s"],
];

/** A word in the other spelling; none for most. */
function respelled(key: string): readonly string[] {
	return spellings.flatMap(([one, other]) => (one.test(key) ? [key.replace(one, other)] : []));
}
