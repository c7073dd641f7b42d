import { z } from "zod";
import { parts } from "../phrase.ts";
import { readingProblemCodes } from "../source.ts";

export const text = z.string();
export const line = z.int().positive().describe("Line of the file, counted from 1.");
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
export const figures = z
	.record(z.string(), z.union([z.string(), z.number()]))
	.describe("The figures and words a message is made from.");

const point = z.strictObject({
	line,
	column: z.int().positive().describe("Column in UTF-16 code units, counted from 1."),
});
export const range = z.strictObject({ start: point, end: point.describe("The first point after the range.") });
export const place = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("range"), path: text, range }),
	z.strictObject({ kind: z.literal("file"), path: text }),
]);

export const problem = z.strictObject({
	code: z.enum(readingProblemCodes),
	path: text,
	range: range.exactOptional(),
	data: figures,
});

function fact<Value extends z.ZodType>(value: Value) {
	const scope = z.string().exactOptional().describe("What the figure counts, in the document's own words.");
	return z
		.discriminatedUnion("state", [
			z.strictObject({ state: z.literal("stated"), value, line, scope }),
			z.strictObject({
				state: z.literal("derived"),
				value,
				line,
				from: text.describe("The stated parts it is computed from."),
				said: parts.describe("What that is made of."),
				scope,
			}),
			z.strictObject({ state: z.literal("verified"), value, line }),
			z.strictObject({
				state: z.literal("not-stated"),
				instead: z
					.strictObject({ text, line })
					.exactOptional()
					.describe("What stands at its place and is no value of the standard."),
			}),
			z.strictObject({
				state: z.literal("unclear"),
				line,
				reason: text,
				said: parts.describe("What the reason is made of."),
			}),
		])
		.exactOptional();
}

const count = fact(z.int().nonnegative());
const word = fact(text);
const words = fact(list(text));

export const facts = z
	.strictObject({
		status: word,
		date: word,
		"tests.total": count,
		"tests.passed": count,
		"tests.failed": count,
		"tests.skipped": count,
		"tests.command": word,
		"regression.total": count,
		"regression.passed": count,
		"regression.failed": count,
		"regression.skipped": count,
		"regression.command": word,
		"regression.newFailures": word,
		"baseline.packagesInstalled": count,
		"baseline.totalTests": count,
		"cleanRoom.packagesInstalled": count,
		"cleanRoom.installOrder": words,
		"cleanRoom.allTestsPass": fact(z.boolean()),
		filesCreated: count,
		filesModified: count,
		"hashes.valid": count,
		"hashes.bare": count,
		"hashes.truncated": count,
		packages: words,
		plannedTests: count,
		contractVersion: word,
		questions: count,
		adversarialQuestions: count,
	})
	.describe("What was read out of the document. A key that does not apply to its kind is absent.");
