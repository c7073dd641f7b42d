import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(
	new StaticConfigLoader({
		extends: ["html-validate:recommended"],
		rules: {
			// Both are valid, and keep a matrix of thousands of cells small.
			"attr-quotes": "off",
			"no-implicit-close": "off",
			// The matrix is laid out in ways that make browsers forget that it is a table; its roles say so again.
			"no-redundant-role": "off",
			// A box that scrolls has to be reachable and named, and is no section of the text.
			"prefer-native-element": "off",
			// Filters take hold as they are ticked: nothing is there to submit.
			"wcag/h32": "off",
			// Lengths that search engines cut at; HTML knows none, and a title that is cut says less.
			"long-title": "off",
			// Ids hold file names, whose dots HTML allows.
			"valid-id": ["error", { relaxed: true }],
			// Boxes that are ticked apart are one field with several values.
			"form-dup-name": ["error", { shared: ["radio", "button", "reset", "submit", "checkbox"] }],
		},
	}),
);

/** What is not valid in pages of a site, a line each: page, place, what and by which rule. */
export async function htmlProblems(folder: string, files: readonly string[]): Promise<string[]> {
	const problems: string[] = [];
	for (const file of files) {
		const { results } = await validator.validateString(readFileSync(join(folder, file), "utf8"), file);
		for (const { line, column, message, ruleId } of results.flatMap(({ messages }) => messages))
			problems.push(`${file}:${line}:${column} ${message} (${ruleId})`);
	}
	return problems;
}
