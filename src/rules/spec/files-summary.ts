import { packageIds } from "#extract/packages/package-words.ts";
import { isBlank, wordingsOf } from "#extract/plan/columns.ts";
import type { FileTable } from "#extract/plan/files.ts";
import { readPlan } from "#extract/plan.ts";
import { normalise } from "#extract/text/text.ts";
import type { PlannedAsset } from "#model/plan.ts";
import type { Standard } from "#model/standard.ts";
import { nearest } from "#parse/nearest.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/files-summary",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 9. Files Summary" },
	severity: "error",
	requires:
		"The files summary is a table File / Location / Action with a known action in each row, and covers every asset of the package plan.",
	why: "It is the list the reviewer holds the results against, file by file.",
	remedy: "Give each file a row: its name, its folder, and what is done with it ({actions}).",
	messages: {
		table: "The files summary holds no table of files.",
		column: 'The table of files has no column "{column}".',
		noAction: "{file}: no action is stated.",
		action: '{file}: "{action}" is no known action.',
		nearAction: '{file}: "{action}" is no known action; did you mean {near}?',
		uncovered: "{asset}, an asset of {package}, is missing in the files summary.",
	},
	statements: {
		complete: "Every row has a known action, and every asset of the package plan has a row.",
		planned: "The package plan lists it here.",
	},
	examples: {
		valid: [
			{ title: "A row for each file", files: sampleArchive() },
			{
				title: "A remark may follow the action",
				files: sampleArchive({
					spec: [["`_staging/PKG-GAUGE-001/` | CREATE |", "`_staging/PKG-GAUGE-001/` | CREATE (new) |"]],
				}),
			},
		],
		invalid: [
			{
				title: "An asset of the plan is missing",
				files: sampleArchive({ spec: [["| `manifest.json` | `_staging/PKG-GAUGE-001/` | CREATE |\n", ""]] }),
				findings: [
					"H-1/H-1_BUILDER_HANDOFF.md:79:1 manifest.json, an asset of PKG-GAUGE-001, is missing in the files summary.",
				],
			},
			{
				title: "An unknown action, a misspelt one and none",
				files: sampleArchive({
					spec: [
						[
							"| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |",
							"| `reader.py` | `_staging/PKG-GAUGE-001/` | PONDER |",
						],
						["| `_staging/PKG-GAUGE-001/tests/` | CREATE |", "| `_staging/PKG-GAUGE-001/tests/` | CRAETE |"],
						[
							"| `manifest.json` | `_staging/PKG-GAUGE-001/` | CREATE |",
							"| `manifest.json` | `_staging/PKG-GAUGE-001/` | |",
						],
					],
				}),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:81:45 reader.py: "PONDER" is no known action.',
					'H-1/H-1_BUILDER_HANDOFF.md:82:56 test_reader.py: "CRAETE" is no known action; did you mean CREATE?',
					"H-1/H-1_BUILDER_HANDOFF.md:83:1 manifest.json: no action is stated.",
				],
			},
			{
				title: "A column is left out",
				files: sampleArchive({
					spec: [
						["| File | Location | Action |\n|---|---|---|", "| File | Action |\n|---|---|"],
						["| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |", "| `reader.py` | CREATE |"],
						["| `test_reader.py` | `_staging/PKG-GAUGE-001/tests/` | CREATE |", "| `test_reader.py` | CREATE |"],
						["| `manifest.json` | `_staging/PKG-GAUGE-001/` | CREATE |", "| `manifest.json` | CREATE |"],
					],
				}),
				findings: ['H-1/H-1_BUILDER_HANDOFF.md:79:1 The table of files has no column "Location".'],
			},
			{
				title: "A list instead of a table",
				files: sampleArchive({
					spec: [
						[
							"| File | Location | Action |\n|---|---|---|\n| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |\n| `test_reader.py` | `_staging/PKG-GAUGE-001/tests/` | CREATE |\n| `manifest.json` | `_staging/PKG-GAUGE-001/` | CREATE |",
							"- `_staging/PKG-GAUGE-001/reader.py`, its tests and its manifest",
						],
					],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:79:1 The files summary holds no table of files."],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "filesSummary");
		if ("verdict" in section) return yield section;
		const { parsed, record, standard } = subject;
		const { fileTables: tables, packages } = readPlan(parsed, record.outline, standard);
		const { actions, fileColumns } = standard.spec;
		const shared = { actions: actions.map(({ title }) => title).join(", ") };
		if (tables.length === 0)
			return yield {
				messageId: "table",
				place: linePlace(parsed, section.nodes[0]?.position?.start.line ?? section.heading.line),
				data: shared,
			};
		let sound = true;
		for (const table of tables) {
			const absent = fileColumns.filter(
				({ key }) => !table.columns.has(key) && !(key === "location" && hasFolders(table)),
			);
			for (const { title } of absent)
				yield { messageId: "column", place: linePlace(parsed, table.line), data: { ...shared, column: title } };
			const faulty = table.columns.has("action") ? table.rows.filter(({ action }) => action === null) : [];
			for (const { file, actionText, line } of faulty) {
				const word = actionText.split(/[\s:(,;—–]/u, 1)[0] ?? "";
				const near = nearest(normalise(word), actions.flatMap(wordingsOf));
				yield {
					messageId: isBlank(actionText) ? "noAction" : near === null ? "action" : "nearAction",
					place: linePlace(parsed, line, isBlank(actionText) ? undefined : word),
					data: {
						...shared,
						file,
						...(isBlank(actionText) ? {} : { action: word }),
						...(near === null ? {} : { near: near.toUpperCase() }),
					},
				};
			}
			sound = sound && absent.length === 0 && faulty.length === 0;
		}
		const paths = tables.flatMap(({ rows }) => rows.map(({ path }) => path));
		for (const { id, assets } of packages)
			for (const asset of assets) {
				if (paths.some((path) => covers(path, asset, id, standard))) continue;
				sound = false;
				yield {
					messageId: "uncovered",
					place: linePlace(parsed, tables[0]?.line ?? section.heading.line),
					data: { ...shared, asset: asset.path, package: id },
					related: [{ place: linePlace(parsed, asset.line, asset.path), statement: "planned" }],
				};
			}
		if (sound)
			yield {
				verdict: "pass",
				statement: "complete",
				place: linePlace(parsed, tables[0]?.line ?? section.heading.line),
			};
	},
});

/** Without a column of locations, the files themselves must say where they are. */
function hasFolders({ rows }: FileTable): boolean {
	return rows.every(({ file }) => file.includes("/"));
}

/** Whether a row is about an asset: one path ends with the other, and they do not name different packages. */
function covers(path: string, asset: PlannedAsset, id: string, standard: Standard): boolean {
	const owners = packageIds(path, standard);
	if (owners.length > 0 && !owners.includes(id)) return false;
	const file = path.replace(/^\.?\//u, "");
	const wanted = asset.path.replace(/^\.?\//u, "");
	return file === wanted || file.endsWith(`/${wanted}`) || wanted.endsWith(`/${file}`) || isCovering(file, wanted);
}

/** A row for a whole folder ("tests/", "tests/*") is about every asset in it. */
function isCovering(row: string, asset: string): boolean {
	const folder = /^(?<folder>.+\/)\*{0,2}$/u.exec(row)?.groups?.folder;
	const parent = asset.slice(0, asset.lastIndexOf("/") + 1);
	return (
		folder !== undefined &&
		parent !== "" &&
		(folder.endsWith(`/${parent}`) || folder === parent || asset.startsWith(folder))
	);
}
