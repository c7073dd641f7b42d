import { because, withTerms } from "#words/because.ts";
import { archiveRule } from "../judging/rule.ts";
import { claiming, listed } from "../samples/claims.ts";
import { lineStart } from "../shared/archive-facts.ts";

const folder = "_staging/PKG-GAUGE-001";
const reader = "def latest(): ...\n";
const hash = "sha256:3d3a6e4988e09f3de85ff4781ce669da18d6274bd20d5bddb264de4f1cd5f138";
const other = `sha256:${"e".repeat(64)}`;
const asset = { path: "reader.py", sha256: hash, classification: "library" };
const sound = {
	schema_version: "1.0",
	package_id: "PKG-GAUGE-001",
	spec_id: "SPEC-GAUGE-001",
	framework_id: "FMWK-001",
	dependencies: [],
	assets: [asset],
};
const files = claiming("H-1", { "Files Created": [listed(`${folder}/manifest.json`, other)] });
const workspace = (manifest: object) => ({
	[`${folder}/reader.py`]: reader,
	[`${folder}/manifest.json`]: JSON.stringify(manifest),
});
const at = `H-1/H-1_RESULTS.md:4:1 ${folder}/manifest.json`;

export default archiveRule({
	id: "provenance/manifest",
	source: { standard: "BHS", section: "Required Sections, 2. Critical Constraints, 3" },
	severity: "error",
	requires:
		"Where a workspace is configured, each package manifest states what the standard asks for and the hash that each asset's bytes have.",
	why: "Packages are installed by their manifests. A manifest of another form is refused, and one with other hashes vouches for bytes that nobody delivered.",
	remedy: "Write the manifest {path} anew from the files of the package.",
	messages: {
		unreadable: "{path} cannot be read as a manifest: {reason}.",
		field: "{path}: {reason}.",
		asset: "{path}: of the asset {subject}, {reason}.",
	},
	examples: {
		valid: [{ title: "Fields, dependencies and assets as the bytes are", files, workspace: workspace(sound) }],
		invalid: [
			{
				title: "No JSON",
				files,
				workspace: { [`${folder}/manifest.json`]: "" },
				findings: [`${at} cannot be read as a manifest: it is no JSON: Unexpected end of JSON input.`],
			},
			{
				title: "The former form",
				files,
				workspace: workspace({
					schema_version: "1.0",
					spec_id: "SPEC-GAUGE-001",
					depends_on: [],
					files: { "reader.py": hash },
				}),
				findings: [
					`${at}: depends_on stands in place of dependencies.`,
					`${at}: files stands in place of assets.`,
					`${at}: framework_id is not stated.`,
				],
			},
			{
				title: "Neither dependencies nor assets",
				files,
				workspace: workspace({
					schema_version: "1.0",
					spec_id: "SPEC-GAUGE-001",
					framework_id: "FMWK-001",
					assets: {},
				}),
				findings: [`${at}: assets is not a list.`, `${at}: dependencies is not a list.`],
			},
			{
				title: "Assets that are not as the manifest says",
				files,
				workspace: workspace({
					...sound,
					assets: [
						{ ...asset, sha256: other },
						{ ...asset, path: "tides.py" },
						{ ...asset, sha256: hash.slice(7) },
						{ ...asset, path: "../PKG-CLOCK-001/clock.py" },
					],
				}),
				findings: [
					`${at}: of the asset ../PKG-CLOCK-001/clock.py, its path leads out of the package.`,
					`${at}: of the asset reader.py, its bytes have the hash ${hash}.`,
					`${at}: of the asset reader.py, its hash is not sha256: and 64 hexadecimal digits.`,
					`${at}: of the asset tides.py, there is no such file.`,
				],
			},
		],
	},
	*check({ handoffs, provenance }) {
		const manifests = Map.groupBy(provenance.manifests, ({ handoff }) => handoff);
		for (const { id: handoff } of handoffs) {
			const own = manifests.get(handoff) ?? [];
			for (const { path, place, problems } of own)
				for (const { code, subject, reason, said } of problems)
					yield {
						messageId: code === "unreadable" || code === "asset" ? code : ("field" as const),
						handoff,
						place: lineStart(place.path, place.line),
						data: withTerms({ path, subject, reason }, said && { reason: said }),
					};
			if (own.some(({ problems }) => problems.length > 0)) continue;
			const [first] = own;
			const assets = own.reduce((sum, manifest) => sum + manifest.assets, 0);
			yield first
				? {
						verdict: "pass",
						handoff,
						place: lineStart(first.place.path, first.place.line),
						...(own.length === 1
							? because("manifestAgrees", { assets })
							: because("manifestsAgree", { manifests: own.length, assets })),
					}
				: {
						verdict: "not-applicable",
						handoff,
						...because(provenance.workspace ? "notLastOfManifest" : "noWorkspace"),
					};
		}
	},
});
