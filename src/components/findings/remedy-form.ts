import { remedyPlaces, remedyPlacesOf } from "virtual:handoff-archive/words";

/** A stretch of a remedy: words as they are, or what a place of it stands for. */
export interface RemedyPiece {
	readonly text: string;
	readonly isPlace: boolean;
	readonly isCode: boolean;
}

/**
 * A rule's remedy as it is before a finding fills it in: each place is told in words.
 * @param rule the rule's id
 * @param remedy its text, with places in braces and code between backticks
 */
export function remedyForm(rule: string, remedy: string): readonly RemedyPiece[] {
	const everywhere: Readonly<Record<string, string>> = remedyPlaces;
	const ofRules: Readonly<Record<string, Readonly<Record<string, string>>>> = remedyPlacesOf;
	return remedy.split(/`([^`]+)`/).flatMap((part, code) =>
		part
			.split(/\{(\w+)\}/)
			.map((text, place) => ({
				text: place % 2 === 1 ? (ofRules[rule]?.[text] ?? everywhere[text] ?? text) : text,
				isPlace: place % 2 === 1,
				isCode: code % 2 === 1,
			}))
			.filter(({ text }) => text !== ""),
	);
}
