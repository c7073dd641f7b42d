// Not from "astro:content", which brings the whole runtime of the pages with it.
import { defineCollection } from "astro/content/config";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { ownPagesLoader } from "../integrations/handoff-archive/astro/loader.ts";

const guide = z.strictObject({
	title: z.string(),
	description: z.string(),
	order: z.int().describe("Position in the list of standards."),
	abbreviation: z
		.string()
		.optional()
		.describe("What rules call what it explains, where no standard has that abbreviation."),
	standard: z
		.string()
		.optional()
		.describe("Id of the standard it explains; it is shown where that standard is in force."),
});

const ownPage = z.strictObject({ title: z.string(), description: z.string() });

export const collections = {
	/** Pages of the team itself, from the folder that the settings name. */
	pages: defineCollection({ loader: ownPagesLoader(), schema: ownPage }),
	guides: defineCollection({ loader: glob({ pattern: "*.mdx", base: "content/standards" }), schema: guide }),
};
