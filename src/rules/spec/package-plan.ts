import { isBlank } from "#extract/plan/columns.ts";
import type { PackageReading } from "#extract/plan/packages.ts";
import { readPlan } from "#extract/plan.ts";
import { normalise, textOf } from "#extract/text/text.ts";
import { normalised, startsWithPhrase } from "#extract/text/vocabulary.ts";
import type { Standard } from "#model/standard.ts";
import { nearest } from "#parse/nearest.ts";
import { listed } from "#words/because.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/package-plan",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 5. Package Plan" },
	severity: "error",
	requires:
		"The package plan states id, layer, spec_id, framework_id, plane_id, assets with classification and dependencies of each package.",
	why: "The manifest is written from the plan; what the plan leaves open, each builder fills in differently.",
	remedy:
		"State for each package: Package ID, layer, spec_id, framework_id, plane_id ({tiers}), the assets with path and classification, and the dependencies (or none).",
	messages: {
		none: "The package plan names no package.",
		incomplete: "{package}: {fields} not stated.",
		unclassified: "{package}: no classification is stated for {assets}.",
		tier: '{package}: the plane_id "{tier}" is no known tier.',
		nearTier: '{package}: the plane_id "{tier}" is no known tier; did you mean "{near}"?',
	},
	statements: {
		noPackage: "The plan says that there is no package.",
		complete: "The plan states every field of {packages}.",
		norThis: "nor for this one",
	},
	examples: {
		valid: [
			{ title: "A list of fields and a table of assets", files: sampleArchive() },
			{ title: "HO3 is another name of HOT", files: sampleArchive({ spec: [["plane_id: hot", "plane_id: ho3"]] }) },
			{
				title: "The plan says that there is no package",
				files: sampleArchive({
					spec: [
						[
							"### PKG-GAUGE-001\n\n- Package ID: PKG-GAUGE-001\n- Layer: 1\n- spec_id: SPEC-GAUGE-001\n- framework_id: FMWK-SENSE-001\n- plane_id: hot\n- Dependencies: none\n\n| Path | Classification |\n|---|---|\n| `reader.py` | library |\n| `tests/test_reader.py` | test |\n| `manifest.json` | manifest |",
							"No package is created or modified.",
						],
					],
				}),
			},
		],
		invalid: [
			{
				title: "Two fields are left out",
				files: sampleArchive({ spec: [["- Layer: 1\n- spec_id: SPEC-GAUGE-001\n", ""]] }),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:33:5 PKG-GAUGE-001: layer and spec_id not stated."],
			},
			{
				title: "An asset without classification",
				files: sampleArchive({ spec: [["| `reader.py` | library |", "| `reader.py` | |"]] }),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:44:4 PKG-GAUGE-001: no classification is stated for reader.py."],
			},
			{
				title: "Tiers that nobody knows",
				files: sampleArchive({ spec: [["plane_id: hot", "plane_id: kernel"]] }),
				findings: ['H-1/H-1_BUILDER_HANDOFF.md:39:13 PKG-GAUGE-001: the plane_id "kernel" is no known tier.'],
			},
			{
				title: "A misspelt tier",
				files: sampleArchive({ spec: [["plane_id: hot", "plane_id: hott"]] }),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:39:13 PKG-GAUGE-001: the plane_id "hott" is no known tier; did you mean "HOT"?',
				],
			},
			{
				title: "No package at all",
				files: sampleArchive({
					spec: [
						[
							"### PKG-GAUGE-001\n\n- Package ID: PKG-GAUGE-001\n- Layer: 1\n- spec_id: SPEC-GAUGE-001\n- framework_id: FMWK-SENSE-001\n- plane_id: hot\n- Dependencies: none\n\n| Path | Classification |\n|---|---|\n| `reader.py` | library |\n| `tests/test_reader.py` | test |\n| `manifest.json` | manifest |",
							"To be decided while building.",
						],
					],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:33:1 The package plan names no package."],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "packagePlan");
		if ("verdict" in section) return yield section;
		const { parsed, record, standard } = subject;
		const { packages } = readPlan(parsed, record.outline, standard);
		const tiers = tierNames(standard);
		const shared = { tiers: tiers.join(", ") };
		const [first] = section.nodes;
		const start = linePlace(parsed, first?.position?.start.line ?? section.heading.line);
		if (packages.length === 0) {
			if (section.nodes.some((node) => saysNone(textOf(node), standard)))
				yield { verdict: "not-applicable", statement: "noPackage", place: start };
			else yield { messageId: "none", place: start, data: shared };
			return;
		}
		let sound = true;
		for (const reading of packages) {
			const { id, line, assets } = reading;
			const missing = missingFields(reading, standard);
			const bare = assets.filter(({ classification }) => !isClassified(classification, standard));
			const tier = reading.fields.get("tier");
			const stated = tier ? tierWord(tier.value) : null;
			sound = sound && missing.length === 0 && bare.length === 0;
			if (missing.length > 0)
				yield {
					messageId: "incomplete",
					place: linePlace(parsed, line, id),
					data: { ...shared, package: id, fields: listed(missing) },
				};
			const [asset] = bare;
			if (asset)
				yield {
					messageId: "unclassified",
					place: linePlace(parsed, asset.line, asset.path),
					data: { ...shared, package: id, assets: listed(bare.map(({ path }) => path)) },
					related: bare
						.slice(1)
						.map(({ path, line: at }) => ({ place: linePlace(parsed, at, path), statement: "norThis" })),
				};
			if (tier && stated !== null && !tiers.some((known) => normalise(known) === normalise(stated))) {
				sound = false;
				const near = nearest(normalise(stated), tiers.map(normalise));
				yield {
					messageId: near === null ? "tier" : "nearTier",
					place: linePlace(parsed, tier.line, stated),
					data: { ...shared, package: id, tier: stated, ...(near === null ? {} : { near: near.toUpperCase() }) },
				};
			}
		}
		if (sound)
			yield {
				verdict: "pass",
				statement: "complete",
				data: { packages: listed(packages.map(({ id }) => id)) },
				place: linePlace(parsed, packages[0]?.line ?? section.heading.line),
			};
	},
});

function missingFields({ fields, assets }: PackageReading, { spec }: Standard): readonly string[] {
	return spec.packageFields
		.filter(
			({ key, required }) => required && key !== "id" && !fields.has(key) && !(key === "assets" && assets.length > 0),
		)
		.map(({ title }) => title);
}

function isClassified(classification: string | null, { spec }: Standard): boolean {
	return (
		classification !== null &&
		!isBlank(classification) &&
		!normalised(spec.unclassified).includes(normalise(classification))
	);
}

function tierNames({ spec }: Standard): readonly string[] {
	return spec.tiers.flatMap(({ title, aliases }) => [title, ...aliases]);
}

/** The tier's own word: "hot (the governance tier)" says hot. */
function tierWord(value: string): string {
	return /^["'`]?(?<word>[^\s"'`(,;]+)/u.exec(value)?.groups?.word ?? value;
}

function saysNone(text: string, { spec }: Standard): boolean {
	const words = normalise(text);
	return startsWithPhrase(words, normalised(spec.noPackages));
}
