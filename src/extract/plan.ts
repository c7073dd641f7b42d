import type { DocumentRecord, Heading } from "#model/documents.ts";
import type { SpecPlan } from "#model/plan.ts";
import type { Standard } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { removedPackages } from "./packages/packages.ts";
import { type FileTable, fileTables } from "./plan/files.ts";
import { type PackageReading, readPackages } from "./plan/packages.ts";
import { namedTests } from "./tests/planned-tests.ts";

/** What a spec's plan says, in more detail than the record keeps. */
export interface PlanReading {
	readonly packages: readonly PackageReading[];
	readonly fileTables: readonly FileTable[];
}

const readings = new Derived<PlanReading>();

/** Reads the package plan and the files summary of a spec; once per document. */
export function readPlan(parsed: ParsedDocument, outline: DocumentRecord["outline"], standard: Standard): PlanReading {
	const before = readings.get(parsed);
	if (before) return before;
	const packages = sectionOf(outline, "packagePlan");
	const files = sectionOf(outline, "filesSummary");
	const reading = {
		packages: packages ? readPackages(parsed, packages, standard) : [],
		fileTables: files ? fileTables(parsed, files, standard) : [],
	};
	readings.set(parsed, reading);
	return reading;
}

/** What a spec plans, as the record keeps it (BHS, Required Sections 5, 6 and 9). */
export function planOf(parsed: ParsedDocument, outline: DocumentRecord["outline"], standard: Standard): SpecPlan {
	const reading = readPlan(parsed, outline, standard);
	const testPlan = sectionOf(outline, "testPlan");
	const removed = removedPackages(parsed, outline, standard);
	return {
		packages: reading.packages.map(({ id, line, fields, assets, dependencies }) => {
			const layer = fields.get("layer");
			const tier = fields.get("tier");
			const depends = dependencies.length > 0 ? fields.get("dependencies") : undefined;
			return {
				id,
				line,
				...(layer && { layer: layer.value }),
				...(tier && { tier: tier.value }),
				assets,
				dependencies,
				...((layer || tier || depends) && {
					lines: {
						...(layer && { layer: layer.line }),
						...(tier && { tier: tier.line }),
						...(depends && { dependencies: depends.line }),
					},
				}),
			};
		}),
		files: reading.fileTables.flatMap(({ rows }) => rows.map(({ path, action, line }) => ({ path, action, line }))),
		tests: testPlan ? namedTests(parsed, testPlan, standard).tests.map(({ name, line }) => ({ name, line })) : [],
		...(removed.length > 0 && { removed }),
	};
}

function sectionOf(outline: DocumentRecord["outline"], key: string): Heading | undefined {
	return outline.find(({ keys }) => keys.includes(key));
}
