/** How high an item of each section mostly is on a phone, in rem; somewhat more, because too little makes sections overlap. */
const perItem = { verdict: 17, findings: 15.5, facts: 5.6, files: 4.6 } as const;

/** How much a character of a document takes there, blank lines and heads shared out. */
const perCharacter = 0.06;

/** The head of a section and what stands below its list, in rem. */
const around = 8;

/**
 * The room, in whole rem, that a section of so many items is taken to need until a browser lays it out: a page is as long
 * then as it will be, and what is far below is not taken for near.
 */
export function roomFor(section: keyof typeof perItem, items: number): number {
	return Math.ceil(around + items * perItem[section]);
}

/** The same for the text of a document, by its characters. */
export function roomForText(characters: number): number {
	return Math.ceil(around + characters * perCharacter);
}
