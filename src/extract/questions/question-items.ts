/** A numbered item of a prompt: a line of a list, a heading, a row. */
export interface Item {
	readonly number: number;
	readonly text: string;
	readonly indent: number;
	readonly adversarial: boolean;
	/** Its number says that it is a question, the first one: "Q1". */
	readonly opens: boolean;
}

const numbered =
	/^(?<indent>\s*)(?:>\s*)*(?:[-*+]\s+(?:\[[ xX]\]\s*)?)?(?:#{2,6}\s+)?[*_`([]*(?<prefix>(?:Question|Adversarial|Verification|[QAV]{1,2})[ #.-]?)?(?<number>\d{1,2})(?<close>[*_`\])]*)(?<sign>\s?[.):\]](?!\d)|\s[—–-](?=\s)|(?=\s|$))[*_`]*\s*(?<text>.*)$/u;
const tableRow = /^\s*\|\s*[*_]*(?<prefix>[QAV]{1,2}[ #.-]?)?(?<number>\d{1,2})[*_.]*\s*\|(?<text>.*)$/u;

/** The numbered item that a line is; null where it is none. */
export function itemOf(line: string): Item | null {
	if (!/\d/.test(line)) return null;
	const row = tableRow.exec(line)?.groups;
	if (row) {
		const { text = "", prefix = "" } = row;
		const number = Number(row.number);
		return { number, text, indent: 0, adversarial: prefix.startsWith("A"), opens: isFirst(prefix, number) };
	}
	const found = numbered.exec(line)?.groups;
	if (!found) return null;
	const { prefix = "", close = "", sign = "" } = found;
	const text = (found.text ?? "").trim();
	if (prefix === "" && sign === "" && (close === "" || text === "")) return null;
	const indent = (found.indent ?? "").replaceAll("\t", "    ").length;
	const number = Number(found.number);
	return { number, text, indent, adversarial: /^A/u.test(prefix), opens: isFirst(prefix, number) };
}

function isFirst(prefix: string, number: number): boolean {
	return number === 1 && /^Q/u.test(prefix);
}

/** The remark that ends an item or stands in its last cell: "Why? (adversarial)", "Why? | adversarial |". */
export function remarkOf(text: string): string {
	const { aside, mark, cell } = remark.exec(text.slice(-longestRemark))?.groups ?? {};
	return aside ?? mark ?? cell ?? "";
}

const longestRemark = 60;
const remark = /(?:(?:\((?<aside>[^()|]+)\)|\[(?<mark>[^[\]|]+)\])\s*\|?|\|(?<cell>[^|]+)\|)[\s*_.?]*$/u;

/** Questions that a list must open with to be taken for a list of them. */
const leastAsked = 3;

/** Where a numbered list begins whose first items all end in a question mark; null where none does. */
export function firstAsked(lines: readonly string[]): number | null {
	let start = 0;
	let asked = 0;
	for (const [index, line] of lines.entries()) {
		const item = itemOf(line);
		if (!item) continue;
		const isAsked = /\?[*_`\s]*$/u.test(item.text);
		if (item.number === 1) start = index;
		asked = isAsked && item.number === (item.number === 1 ? 1 : asked + 1) ? item.number : 0;
		if (asked === leastAsked) return start;
	}
	return null;
}
