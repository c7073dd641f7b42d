import { z } from "zod";

const key = z.string().min(1);

/** What the standard asks of a package's manifest, a JSON file in the package's folder (BHS, Critical Constraints, 3). */
export const manifestForm = z.strictObject({
	name: z.string().describe("The manifest's file name."),
	required: z.array(key).default([]).describe("Fields that must state something."),
	dependencies: key.describe("The field that lists the packages it depends on."),
	assets: key.describe("The field that lists the package's files."),
	assetPath: key.describe("The field of an asset that holds its path, from the manifest's folder."),
	assetHash: z.array(key).min(1).describe("Fields of an asset that may hold its hash; the first that is there counts."),
	former: z
		.record(z.string(), z.string())
		.default({})
		.describe("Fields that must not be there any more, and the field that takes the place of each."),
});

export type ManifestForm = z.output<typeof manifestForm>;
