import { countMarks } from "#model/verdicts.ts";
import type { Matrix } from "./model.ts";

/** The matrix as CSV (RFC 4180), a row per handoff and a column per rule, for a spreadsheet. */
export function matrixCsv({ rules, handoffs }: Matrix): string {
	const rows = [
		["handoff", "title", "family", "standard", ...rules.map(({ id }) => id)],
		...handoffs.map(({ id, title, family, standard, verdicts }) => [id, title, family, standard, ...verdicts]),
	];
	return rows.map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}

/** A spreadsheet takes a text that starts like a formula for one, and titles come from documents: it is led by a quote. */
function csvField(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The matrix as JSON: the verdicts of each handoff by rule, and how many there are of each. */
export function matrixJson({ title, rules, handoffs }: Matrix): string {
	const all = handoffs.flatMap(({ verdicts }) => verdicts);
	const shown = {
		title,
		totals: countMarks(all),
		rules: rules.map(({ id, requires }) => ({ id, requires })),
		handoffs: handoffs.map(({ id, title, family, standard, href, verdicts }) => ({
			id,
			title,
			family,
			standard,
			href,
			verdicts: Object.fromEntries(rules.map((rule, index) => [rule.id, verdicts[index]])),
		})),
	};
	return `${JSON.stringify(shown, null, "\t")}\n`;
}
