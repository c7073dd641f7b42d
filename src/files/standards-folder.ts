import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextFile, TextProblem } from "#model/source.ts";
import { compareText } from "#model/text-order.ts";
import { isProtocolText } from "#parse/protocol.ts";
import { reasonOf } from "./reason.ts";

/** The standards that come with the product. */
export const ownStandardsFolder = fileURLToPath(new URL("../../content/standards", import.meta.url));

/**
 * Reads the texts of the standards (`*.yaml`, `*.yml`) in a folder, or of one such file, in name order. Never throws:
 * what cannot be read is a problem.
 */
export function readStandardTexts(path: string = ownStandardsFolder): {
	readonly texts: readonly TextFile[];
	readonly problems: readonly TextProblem[];
} {
	const texts: TextFile[] = [];
	const problems: TextProblem[] = [];
	const problem = (at: string, message: string) => problems.push({ path: at, line: 1, column: 1, message });
	let files: readonly string[];
	try {
		files = isYaml(path)
			? [path]
			: readdirSync(path)
					.filter(isYaml)
					.sort((a, b) => compareText(withoutEnding(a), withoutEnding(b)))
					.map((name) => join(path, name));
	} catch (error) {
		problem(path, `cannot be read as a folder of standards: ${reasonOf(error)}`);
		return { texts, problems };
	}
	if (files.length === 0) problem(path, "holds no standard (no .yaml file)");
	for (const file of files) {
		try {
			const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
			// A protocol may lie beside the standards; it is none.
			if (!isProtocolText(text)) texts.push({ path: file, text });
		} catch (error) {
			problem(file, `cannot be read: ${reasonOf(error)}`);
		}
	}
	return { texts, problems };
}

/** "standard" comes before "standard-flat", which extends it. */
function withoutEnding(name: string): string {
	return name.replace(/\.[^.]*$/u, "");
}

function isYaml(name: string): boolean {
	return /\.ya?ml$/i.test(name);
}
