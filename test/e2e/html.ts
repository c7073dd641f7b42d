import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:recommended"] }));

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
