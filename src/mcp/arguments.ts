import { z } from "zod";
import { documentKinds } from "#model/documents.ts";

/** So long a question or name may be: longer ones are no question, and cost time. */
const longest = { query: 300, name: 120, path: 500 };

const noControls = /^[^\p{Cc}]*$/u;
const words = (most: number) =>
	z.string().trim().min(1, "must not be empty").max(most, `must have at most ${most} characters`).regex(noControls, {
		error: "must not hold control characters",
	});
const name = words(longest.name).regex(/^[^/\\]*$/u, { error: "must be a name, not a path" });
const limit = (most: number, usual: number) => z.int().min(1).max(most).default(usual);

/** What each tool takes. Nothing else gets through: unknown keys are refused. */
export const toolArguments = {
	search: z.strictObject({
		query: words(longest.query).describe(
			'Words, an id, a package, a path or the start of a hash; "quoted words" stay together.',
		),
		kind: z.enum(documentKinds).optional().describe("Only documents of this kind."),
		limit: limit(20, 8).describe("How many handoffs to return."),
	}),
	handoff: z.strictObject({ id: name.describe("Id of the handoff, or any name it goes by: H-18B, Follow-Up #18B.") }),
	verdicts: z.strictObject({
		id: name.describe("Id of the handoff."),
		all: z.boolean().default(false).describe("Also the rules that pass or do not apply."),
	}),
	baseline: z.strictObject({
		id: name.optional().describe("Id of the handoff. Without it: the latest that states a baseline."),
	}),
	decisions: z.strictObject({
		words: words(longest.query).optional().describe("Only decisions that hold all of these words."),
		handoff: name.optional().describe("Only decisions of this handoff."),
		package: name.optional().describe("Only decisions about this package."),
		limit: limit(100, 20),
	}),
	document: z.strictObject({
		path: words(longest.path).describe("Path of a document as search, handoff and decisions return it."),
		from: z.int().min(1).default(1).describe("First line."),
		lines: limit(400, 200).describe("How many lines."),
	}),
} as const;

export type ToolName = keyof typeof toolArguments;
export type ToolArguments<Name extends ToolName> = z.output<(typeof toolArguments)[Name]>;
