import { z } from "zod";

const text = z.string();
const line = z.int().positive().describe("Line of the file, counted from 1.");
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** What a spec plans, as the export holds it. */
export const plan = z
	.strictObject({
		packages: list(
			z.strictObject({
				id: text,
				line,
				layer: text.exactOptional(),
				tier: text.exactOptional().describe("The plane_id as written."),
				assets: list(z.strictObject({ path: text, classification: text.nullable(), line })),
				dependencies: list(text),
				lines: z
					.strictObject({
						layer: line.exactOptional(),
						tier: line.exactOptional(),
						dependencies: line.exactOptional(),
					})
					.exactOptional()
					.describe("Where these are stated."),
			}),
		),
		files: list(
			z.strictObject({ path: text, action: text.nullable().describe("Key of a known action, or null."), line }),
		),
		tests: list(z.strictObject({ name: text, line })),
		removed: list(z.strictObject({ id: text, line }))
			.exactOptional()
			.describe("Packages that it says it takes away."),
	})
	.exactOptional()
	.describe("What a spec plans: packages of the package plan, rows of the files summary, tests of the test plan.");
