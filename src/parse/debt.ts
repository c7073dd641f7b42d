import type { TextFile, TextProblem } from "#model/source.ts";
import { type Debt, debtSchema } from "#model/waivers.ts";

/** Reads a debt file. Never throws: what is wrong comes back as problems, at the line where JSON says so, else at the first. */
export function readDebt({
	path,
	text,
}: TextFile): { readonly debt: Debt } | { readonly problems: readonly TextProblem[] } {
	const problem = (message: string): TextProblem => ({ path, line: 1, column: 1, message });
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { problems: [problem(`is no JSON: ${error instanceof Error ? error.message : String(error)}`)] };
	}
	const read = debtSchema.safeParse(value);
	if (read.success) return { debt: read.data.debt };
	return {
		problems: read.error.issues
			.slice(0, 20)
			.map(({ path: keys, message }) => problem(`${keys.map(String).join(" > ") || "the file"}: ${message}`)),
	};
}
