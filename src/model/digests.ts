/** Digests of 32 and more hexadecimal digits, with the name of their algorithm. */
const digests = /(?:\bsha\d*:)?\b[0-9a-f]{32,}\b/giu;

/** What a digest leaves behind where it stood in marks of its own: "``", "()", "(SHA256: )". */
const emptied = /(?<!`)``(?!`)|(?<=^|\s)\(\s*(?:sha-?\d*[\p{L} ]{0,20}:?)?\s*(?:``)?\s*\)/giu;

/** A text without digests: nobody searches them word by word, and they would drown the words. */
export function withoutDigests(text: string): string {
	const told = text.replace(digests, "");
	return told === text ? text : told.replace(emptied, "");
}
