const codes = {
	bold: [1, 22],
	dim: [2, 22],
	red: [31, 39],
	yellow: [33, 39],
	blue: [34, 39],
	green: [32, 39],
} as const;

export type Colour = keyof typeof codes;

/** Wraps text in terminal colours, or leaves it as it is where colour is off. */
export function painter(colour: boolean): (name: Colour, text: string) => string {
	return (name, text) => (colour ? `\u001B[${codes[name][0]}m${text}\u001B[${codes[name][1]}m` : text);
}
