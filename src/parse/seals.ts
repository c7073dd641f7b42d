import { type SealsFile, sealsSchema } from "#model/seals.ts";
import type { TextFile, TextProblem } from "#model/source.ts";

/** Reads a seals file. Never throws: what is wrong comes back as problems, with the seal that is meant. */
export function readSeals({
	path,
	text,
}: TextFile): { readonly seals: SealsFile } | { readonly problems: readonly TextProblem[] } {
	const problem = (message: string): TextProblem => ({ path, line: 1, column: 1, message });
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { problems: [problem(`is no JSON: ${error instanceof Error ? error.message : String(error)}`)] };
	}
	const read = sealsSchema.safeParse(value);
	if (read.success) return { seals: read.data };
	return {
		problems: read.error.issues
			.slice(0, 20)
			.map(({ path: keys, message }) => problem(`${keys.map(String).join(" > ") || "the file"}: ${message}`)),
	};
}
