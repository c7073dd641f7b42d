import type { Debt } from "#model/waivers.ts";
import { jsonText } from "./text.ts";

/** The debt file's text: a line for each rule of a document, so that a change shows as the lines it touches. */
export function debtText(debt: Debt): string {
	const documents = Object.entries(debt).map(([path, rules]) => {
		const lines = Object.entries(rules).map(([rule, entry]) => `\t\t\t${jsonText(rule)}: ${jsonText(entry)}`);
		return `\t\t${jsonText(path)}: {\n${lines.join(",\n")}\n\t\t}`;
	});
	const body = documents.length === 0 ? "{}" : `{\n${documents.join(",\n")}\n\t}`;
	return `{\n\t"version": 1,\n\t"debt": ${body}\n}\n`;
}
