import { z } from "zod";

/** A regular expression, as a standard writes it. */
export const pattern = z.string().superRefine((text, context) => {
	try {
		new RegExp(text, "u");
	} catch (error) {
		context.addIssue({
			code: "custom",
			message: `is not a regular expression: ${error instanceof Error ? error.message : error}`,
		});
	}
});
