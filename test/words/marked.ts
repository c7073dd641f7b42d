/** A word of the site, told from all others by its letters: ASCII letters stand as full-width ones, places stay. */
export function marked(value: unknown): unknown {
	if (typeof value === "string")
		return value.replace(/\{\w+\}|<\/?\w+>|[A-Za-z]/g, (part) =>
			part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + 0xfee0),
		);
	return Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, marked(part)]));
}

/** Words in a row, without the marks of Markdown; quotes, ids and the words of statuses part them. */
export function rowsOf(text: string): string[][] {
	const plain = text
		.replace(/’/g, "'")
		.replace(/\S*…|["“”]|\b[A-Z]{2,}\b/g, " . ")
		.replace(/[`*_|>#\s]+/g, " ");
	return [...plain.matchAll(/(?<![A-Za-z'])[A-Za-z][A-Za-z']*(?: [A-Za-z][A-Za-z']*)+/g)].map(([row]) =>
		row.split(" "),
	);
}

/** So many words next to each other, from each word on. */
export function tuplesOf(row: readonly string[], size = Math.min(3, row.length)): string[] {
	return row.slice(size - 1).map((_, at) => row.slice(at, at + size).join(" "));
}

/** The words of a sentence that are neither marked nor, in this order, those of a text. */
export function strangersIn(sentence: string, own: string): string[] {
	const known = ` ${own.replace(/\\[nt]/g, " ").replace(/[^A-Za-z]+/g, " ")} `;
	const rows = sentence.match(/(?<![\w./-])[A-Za-z]+(?: [A-Za-z]+)*(?![\w/-])/g) ?? [];
	return rows.flatMap((row) => (known.includes(` ${row} `) ? [] : [`"${row}" in ${sentence}`]));
}
