import { type SealsFile, sealsSchema } from "#model/seals.ts";
import type { TextFile, TextProblem } from "#model/source.ts";
import { parseJson } from "./json-file.ts";

/** Reads a seals file. Never throws: what is wrong comes back as problems with their place. */
export function readSeals(
	file: TextFile,
): { readonly seals: SealsFile } | { readonly problems: readonly TextProblem[] } {
	const read = parseJson(file, sealsSchema);
	return "problems" in read ? read : { seals: read.value };
}
