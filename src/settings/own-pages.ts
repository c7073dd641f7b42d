import { z } from "zod";
import type { TextFile, TextProblem } from "#model/source.ts";
import { lineStartsOf, pointInLines } from "#parse/lines.ts";
import { didYouMean } from "#parse/nearest.ts";
import { parseYaml } from "#parse/yaml.ts";

/** What a page of the team's own says of itself. */
const frontMatter = z.strictObject({ title: z.string().min(1), description: z.string().min(1) });

/** What such a page may show without importing it. */
export const ownComponents = ["HandoffCard", "HandoffQuery", "Timeline", "VerdictSheet"] as const;

/** What is wrong with pages of the team's own before they are built: their front matter, and components that nobody knows. */
export function problemsOfOwnPages(pages: readonly TextFile[]): readonly TextProblem[] {
	return pages.flatMap((page) => {
		const text = page.text.replace(/^\uFEFF/u, "");
		const [whole, told] = /^---[ \t]*\r?\n(.*?)^---[ \t]*$/msu.exec(text) ?? [];
		if (whole === undefined || told === undefined)
			return [
				{
					path: page.path,
					line: 1,
					column: 1,
					message: 'has no front matter: begin with "---", `title`, `description`, "---"',
				},
			];
		// One line lies before it.
		const read = parseYaml(page.path, `\n${told}`, frontMatter);
		return [...("problems" in read ? read.problems : []), ...unknownComponents(page.path, text)];
	});
}

/** Code, comments, expressions and values of attributes hold no components that are meant here; blanks keep all others in their place. */
const notMarkup =
	/^(`{3,}|~{3,}).*?^\1|(`+)(?!`).*?(?<!`)\2(?!`)|\{\/\*.*?\*\/\}|\{[^{}]*\}|(?<==)"[^"]*"|(?<==)'[^']*'/gmsu;

function unknownComponents(path: string, text: string): readonly TextProblem[] {
	const bare = text.replace(notMarkup, (code) => code.replace(/[^\n]/gu, " "));
	const bound = new Set<string>(ownComponents);
	for (const [statement] of text.matchAll(/^(?:import\b.*?["'][^"'\n]+["']|export\b[^\n]*)/gmsu))
		for (const [name] of statement.matchAll(/\b[A-Z]\w*/gu)) bound.add(name);
	const lines = lineStartsOf(text);
	return [...bare.matchAll(/<([A-Z]\w*)/gu)].flatMap(({ 1: name = "", index }) =>
		bound.has(name)
			? []
			: [
					{
						path,
						...pointInLines(lines, index),
						message: `shows <${name}>, which it neither imports nor may show without: ${didYouMean(name, ownComponents)}`,
					},
				],
	);
}
