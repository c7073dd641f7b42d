import { valuesOf } from "./results-documents.ts";

/** The figures of a run as facts have them; those that are not given are not stated. */
export const run = (total?: number, passed?: number, failed?: number, skipped?: number) =>
	Object.fromEntries(Object.entries({ total, passed, failed, skipped }).filter(([, value]) => value !== undefined));

/** What is read of a test run, but for its command. */
export function figuresOf(text: string, prefix: "tests." | "regression."): Record<string, unknown> {
	const { command: _, ...counts } = valuesOf(text, prefix);
	return counts;
}
