import { valuesOf } from "./documents.ts";

/** The figures of a run as facts have them; those that are not given are not stated. */
export const run = (total?: number, passed?: number, failed?: number, skipped?: number) =>
	Object.fromEntries(Object.entries({ total, passed, failed, skipped }).filter(([, value]) => value !== undefined));

/** What is read of a test run, but for its command. */
export function figuresOf(text: string, prefix: "tests." | "regression."): Record<string, unknown> {
	const { command: _, ...counts } = valuesOf(text, prefix);
	return counts;
}

const sections = {
	tests: "Test Results — THIS PACKAGE",
	regression: "Full Regression Test — ALL STAGED PACKAGES",
	baseline: "Baseline Snapshot (AFTER this agent's work)",
	cleanRoom: "Clean-Room Verification",
};

/** The sections whose facts are asked for by their texts. */
export type Kind = keyof typeof sections;

/** What a section with this text states. */
export function stated(kind: Kind, body: string): Record<string, unknown> {
	const { command: _, ...values } = valuesOf(`# R\n\n## ${sections[kind]}\n\n${body}\n`, `${kind}.`);
	return values;
}

/** A block of code with this text. */
export const fence = (text: string, lang = "") => `\`\`\`${lang}\n${text}\n\`\`\``;
