import type { TextFile, TextProblem } from "#model/source.ts";
import { type Debt, debtSchema } from "#model/waivers.ts";
import { parseJson } from "./json-file.ts";

/** Reads a debt file. Never throws: what is wrong comes back as problems with their place. */
export function readDebt(file: TextFile): { readonly debt: Debt } | { readonly problems: readonly TextProblem[] } {
	const read = parseJson(file, debtSchema);
	return "problems" in read ? read : { debt: read.value.debt };
}
