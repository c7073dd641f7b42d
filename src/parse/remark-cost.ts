/** How much remark can be given before it takes longer than anyone waits: its time grows with the square of these. */
export interface RemarkLimits {
	readonly lines: number;
	/** Characters that may open or close emphasis, links or code, between two blank lines. */
	readonly marksPerBlock: number;
}

/** For a document that the native parser has read already: remark only refines the tree. */
export const refiningLimits: RemarkLimits = { lines: 3000, marksPerBlock: 1500 };

/** For a document that nothing else can read. */
export const readingLimits: RemarkLimits = { lines: 100_000, marksPerBlock: 8000 };

/** The offset from which on a text is too much for remark, or null where it is not. */
export function remarkExcess(text: string, lineStarts: readonly number[], limits: RemarkLimits): number | null {
	const tooManyLines = lineStarts[limits.lines];
	if (tooManyLines !== undefined) return tooManyLines;
	if (text.length <= limits.marksPerBlock) return null;
	let marks = 0;
	let isBlank = true;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x0a) {
			if (isBlank) marks = 0;
			isBlank = true;
		} else if (code > 0x20) {
			isBlank = false;
			if (isMark(code) && ++marks > limits.marksPerBlock) return at;
		}
	}
	return null;
}

/** One of ! ( * < [ _ ` ~ */
function isMark(code: number): boolean {
	return (
		code === 0x21 ||
		code === 0x28 ||
		code === 0x2a ||
		code === 0x3c ||
		code === 0x5b ||
		code === 0x5f ||
		code === 0x60 ||
		code === 0x7e
	);
}
