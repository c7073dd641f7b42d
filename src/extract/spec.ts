import type { Heading } from "#model/documents.ts";
import { type Facts, notStated } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { sectionNear } from "./outline/near-sections.ts";
import { plannedPackages } from "./packages/packages.ts";
import { plannedTests } from "./tests/planned-tests.ts";

/** Reads the facts of a spec (BHS, Required Sections). */
export function extractSpec(parsed: ParsedDocument, outline: readonly Heading[], standard: Standard): Facts {
	const testPlan = sectionNear("testPlan", outline, standard);
	return {
		packages: plannedPackages(parsed, outline, standard),
		plannedTests: testPlan ? plannedTests(parsed, testPlan, standard) : notStated,
	};
}
