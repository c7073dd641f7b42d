import type { output as ZodOutput, ZodType } from "zod";
import type { TextFile, TextProblem } from "#model/source.ts";
import { lineStartsOf, pointInLines } from "./lines.ts";
import { conflict, conflictAt } from "./yaml/words.ts";
import { readYaml, validate } from "./yaml.ts";

const unlimited = { maxLength: Number.POSITIVE_INFINITY, maxAliasCount: 0, maxProblems: 20 } as const;

/**
 * Reads JSON text that the program wrote, and validates it. Never throws: what is wrong comes back as problems with line and
 * column, unknown keys with the nearest known one.
 */
export function parseJson<Schema extends ZodType>(
	{ path, text }: TextFile,
	schema: Schema,
): { readonly value: ZodOutput<Schema> } | { readonly problems: readonly TextProblem[] } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		const left = conflictAt(text);
		const message = error instanceof Error ? error.message : String(error);
		const reason = left === -1 ? `this is no JSON: ${message.replace(/ \(line .*$| in JSON.*$/, "")}` : conflict.term;
		return {
			problems: [
				{ path, ...pointInLines(lineStartsOf(text), left === -1 ? offsetIn(message, text) : left), message: reason },
			],
		};
	}
	const read = schema.safeParse(value);
	if (read.success) return { value: read.data };
	// JSON is YAML: the positions come from there, and only for a file that is wrong.
	const { document } = { document: null, ...readYaml(path, text, unlimited) };
	const placed = document && validate(document, value, schema);
	if (placed && "problems" in placed) return { problems: placed.problems.slice(0, unlimited.maxProblems) };
	return { problems: read.error.issues.map(({ message }) => ({ path, line: 1, column: 1, message })) };
}

/** The engine names the position of what it did not expect; what it missed at the end is missed at the end. */
function offsetIn(message: string, text: string): number {
	const named = /at position (\d+)/.exec(message)?.[1];
	return named === undefined ? text.trimEnd().length : Number(named);
}
