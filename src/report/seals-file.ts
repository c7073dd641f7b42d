import type { SealsFile } from "#model/seals.ts";
import { jsonText } from "./text.ts";

/** The seals file's text: a line for each seal, so that a validation shows as the line it adds. */
export function sealsText({ seals, ruleSets }: Pick<SealsFile, "seals" | "ruleSets">): string {
	const lines = seals.map((seal) => `\t\t${jsonText(seal)}`);
	const sets = Object.entries(ruleSets).map(([digest, rules]) => `\t\t${jsonText(digest)}: ${jsonText(rules)}`);
	return `{\n\t"version": 1,\n\t"seals": [\n${lines.join(",\n")}\n\t],\n\t"ruleSets": {\n${sets.join(",\n")}\n\t}\n}\n`;
}
