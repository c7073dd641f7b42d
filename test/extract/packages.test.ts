import { describe, expect, it } from "vitest";
import { factValue } from "#model/facts.ts";
import { extracted } from "./extracting.ts";

const factsOf = (text: string) => extracted("H-40/H-40_BUILDER_HANDOFF.md", `# H-40\n\n${text}\n`).facts;
const packagesOf = (text: string) => factValue(factsOf(text).packages);

describe("planned packages", () => {
	it.each<[string, string, readonly string[]]>([
		[
			"headings of the plan",
			"## Package Plan\n\n### PKG-A-001 (Layer 3)\n\n### PKG-B-002 — new",
			["PKG-A-001", "PKG-B-002"],
		],
		[
			"headings that say what is done",
			"## Package Plan\n\n### New: `PKG-A-001`\n\n### Changed: `PKG-B-001`\n\n### Extending PKG-C-001\n\n### Unchanged: PKG-D-001",
			["PKG-A-001", "PKG-B-001", "PKG-C-001"],
		],
		[
			"packages of a sentence with remarks between them",
			"## Package Plan\n\nNo new packages. Modified: PKG-A-001 (two files) and PKG-B-001 (manifest).",
			["PKG-A-001", "PKG-B-001"],
		],
		[
			"no dependency of a list that goes on in the next line",
			"## Package Plan\n\n### PKG-A-001\n\n**Dependencies:** PKG-B-001, PKG-C-001,\nPKG-D-001",
			["PKG-A-001"],
		],
		[
			"labels of the mission whose lists go on in the next line",
			"## Mission\n\n**Packages modified:** PKG-A-001,\nPKG-B-001\n**Depends on:** PKG-C-001",
			["PKG-A-001", "PKG-B-001"],
		],
		[
			"items labelled by what is done",
			"## Package Plan\n\n- **New:** PKG-A-001 (layer 2)\n- **Modified:** PKG-B-001, PKG-C-001\n- **Depends on:** PKG-K-001",
			["PKG-A-001", "PKG-B-001", "PKG-C-001"],
		],
		["a heading with a link's target", '## Package Plan\n\n### <a id="a"></a>PKG-A-001', ["PKG-A-001"]],
		[
			"several that open a sentence, versions in brackets",
			"## Package Plan\n\nPKG-A-001 (1.2.0 → 1.2.1), PKG-B-001 (1.0.1) and PKG-C-001 (new), which reads PKG-D-001.",
			["PKG-A-001", "PKG-B-001", "PKG-C-001"],
		],
		[
			"none whose action is none",
			"## Package Plan\n\n- **PKG-A-001** — modify — `a.py`\n- **PKG-B-001** — none — blocked",
			["PKG-A-001"],
		],
		[
			"none under a title of those that are left as they are",
			"## Package Plan\n\n### PKG-A-001\n\n### Left As They Are\n\n- PKG-B-001",
			["PKG-A-001"],
		],
		[
			"none under a label that leaves them",
			"## Package Plan\n\n**5.1 Create**\n\n`PKG-A-001`: layer 2.\n\n**5.2 Leave**\n\n`PKG-B-001`, `PKG-C-001`.",
			["PKG-A-001"],
		],
		...["Must not change", "Unaffected by this", "3. Off limits", "Context", "Builds on"].map(
			(title): [string, string, readonly string[]] => [
				`none under "${title}"`,
				`## Package Plan\n\n### PKG-A-001 (new)\n\n### ${title}\n\n- PKG-B-001\n- PKG-C-001`,
				["PKG-A-001"],
			],
		),
		[
			"the files of a summary of all changes",
			"## Summary of All Changes\n\n| Phase | File | Rebuild? |\n|---|---|---|\n| 1 | `PKG-A-001/a.py` | PKG-B-001 |",
			["PKG-A-001"],
		],
		[
			"sentences that say what is done",
			"## Package Plan\n\nOne new package (PKG-A-001) and one changed one (PKG-B-001). PKG-C-001 is a dependency only. No change in PKG-D-001.",
			["PKG-A-001", "PKG-B-001"],
		],
		[
			"a table with a column for each",
			"## Package Plan\n\n| | PKG-A-001 | PKG-B-001 |\n|---|---|---|\n| Layer | 3 | 3 |\n| Depends on | PKG-K-001 | PKG-A-001 |",
			["PKG-A-001", "PKG-B-001"],
		],
		[
			"a sentence that says where all of it is",
			"## Package Plan\n\nAll in PKG-A-001:\n\n- `a.py` (kernel)",
			["PKG-A-001"],
		],
		[
			"no packages that are only read",
			"## Package Plan\n\n### Packages modified\n\n- PKG-A-001\n\n### Packages read\n\n- PKG-B-001",
			["PKG-A-001"],
		],
		["a heading with words of role", "## Package Plan\n\n### New package: PKG-A-001", ["PKG-A-001"]],
		["no heading that asks about one", "## Package Plan\n\n### PKG-A-001\n\n### Why PKG-B-001 stays", ["PKG-A-001"]],
		[
			"no heading of an unchanged one",
			"## Package Plan\n\n### PKG-A-001 (modified)\n\n### PKG-B-001 (unchanged)",
			["PKG-A-001"],
		],
		[
			"one that is modified though its interface is unchanged",
			"## Package Plan\n\n### PKG-A-001 (modified, API unchanged)",
			["PKG-A-001"],
		],
		[
			"a table of fields",
			"## Package Plan\n\n| Field | Value |\n|---|---|\n| Package ID | `PKG-A-001` |\n| Dependencies | `PKG-B-001` |",
			["PKG-A-001"],
		],
		[
			"a table of fields whose first row stands in the header",
			"## Package Plan\n\n| Package ID | PKG-A-001 |\n|---|---|\n| Layer | 3 |",
			["PKG-A-001"],
		],
		[
			"no row with a dash for its change",
			"## Package Plan\n\n| Package | Change |\n|---|---|\n| PKG-A-001 | data |\n| PKG-B-001 | — |",
			["PKG-A-001"],
		],
		[
			"lines that label what is done",
			"## Package Plan\n\n**New:** PKG-A-001\n**Modified:** PKG-B-001, PKG-C-001\n**Unchanged:** PKG-D-001",
			["PKG-A-001", "PKG-B-001", "PKG-C-001"],
		],
		[
			"no dependency that is dropped",
			"## Package Plan\n\n### PKG-A-001\n\n- **Dependencies:**\n  - New: PKG-B-001",
			["PKG-A-001"],
		],
		["a sentence", "## Package Plan\n\nNew package `PKG-A-001`, depends on `PKG-B-001`.", ["PKG-A-001"]],
		[
			"a section with another title",
			"## Mission\n\nIt needs PKG-C-001.\n\n## Packages\n\n| Package | New? | Depends on |\n|---|---|---|\n| PKG-A-001 | new | PKG-B-001 |",
			["PKG-A-001"],
		],
		[
			"an id in another form under its own label",
			"## Package Plan\n\n| Item | Value |\n|---|---|\n| Package ID | lib-core-7 |",
			["lib-core-7"],
		],
		[
			"a table of packages",
			"## Package Plan\n\n| Package | Change | Dependencies (unchanged) |\n|---|---|---|\n| PKG-A-001 | main.py | PKG-C-001 |\n| PKG-B-001 | No change | PKG-C-001 |",
			["PKG-A-001"],
		],
		[
			"rows whose other columns say no and none",
			"## Package Plan\n\n| Package | Change | Rebuild | New assets |\n|---|---|---|---|\n| PKG-A-001 | keep the shim | No | None |\n| PKG-B-001 | not modified | No | None |",
			["PKG-A-001"],
		],
		[
			"ids in a column without a known title",
			"## Package Plan\n\n| ID | Status |\n|---|---|\n| PKG-A-001 | New |\n| PKG-B-001 | Dependency |",
			["PKG-A-001"],
		],
		[
			"entries that start with their action",
			"## Files Summary\n\n- CREATE: `PKG-A-001/x.py` — like PKG-B-001\n- READ: `PKG-C-001/x.py`",
			["PKG-A-001"],
		],
		[
			"a list that opens with the ids",
			"## Package Plan\n\n- **PKG-A-001** — version bump\n  - Dependencies: PKG-C-001\n- `PKG-B-001`: new topic\n- PKG-D-001 (unchanged)",
			["PKG-A-001", "PKG-B-001"],
		],
		[
			"no dependencies, whether under a label or a heading",
			"## Package Plan\n\n- **Package ID:** PKG-A-001\n\nDependencies:\n\n- `PKG-B-001` (for the ledger)\n\n### Dependencies\n\n- PKG-C-001",
			["PKG-A-001"],
		],
		[
			"the plan's manifest",
			'## Package Plan\n\n```json\n{\n  "package_id": "PKG-A-001",\n  "dependencies": ["PKG-B-001"]\n}\n```',
			["PKG-A-001"],
		],
		[
			"ids without a number, no placeholders",
			"## Package Plan\n\n| Package | Action |\n|---|---|\n| PKG-LEDGER | NEW |\n| PKG-HO1-V2 | MODIFY |\n| PKG-NAME | NEW |",
			["PKG-LEDGER", "PKG-HO1-V2"],
		],
		[
			"a paragraph that opens with the bold id",
			"## Package Plan\n\n**PKG-A-001** (MODIFIED)\n\nPKG-B-001 reads the same file.",
			["PKG-A-001"],
		],
		[
			"places of the files summary, not its remarks",
			"## Files Summary\n\n| File | Location | Action |\n|---|---|---|\n| a.py | `_staging/PKG-A-001/HOT/` | CREATE |\n| all.tar.gz | `_staging/` | REBUILD (contains PKG-B-001) |\n| c.py | `_staging/PKG-C-001/` | READ ONLY |",
			["PKG-A-001"],
		],
		[
			"the files summary beside the plan",
			"## Package Plan\n\n### PKG-A-001\n\n## Files Summary\n\n| File | Action |\n|---|---|\n| `PKG-B-001/manifest.json` | MODIFY |",
			["PKG-A-001", "PKG-B-001"],
		],
		[
			"labels of the mission where there is no plan",
			"## Mission\n\nMend the loop.\n\n**Packages modified:** PKG-A-001, PKG-B-001 (two files)",
			["PKG-A-001", "PKG-B-001"],
		],
		[
			"no label of the mission that the plan overrules",
			"## Mission\n\n**Packages modified:** PKG-A-001 and PKG-C-001\n\n## Package Plan\n\n### PKG-A-001",
			["PKG-A-001"],
		],
		[
			"packages that are taken away",
			"## Mission\n\n**Packages removed:** PKG-C-001\n\n## Package Plan\n\n### PKG-A-001",
			["PKG-A-001", "PKG-C-001"],
		],
		[
			"what the mission's verbs govern",
			"## Mission\n\nBuild `PKG-A-001` and `PKG-B-001` on top of PKG-K-001, using PKG-R-001. Remove PKG-C-001 without touching PKG-D-001.",
			["PKG-A-001", "PKG-B-001", "PKG-C-001"],
		],
		[
			"the only package that the mission names",
			"## Mission\n\nMake an empty table cost nothing. It is one constant, `MIN_PAGES`, in PKG-A-001.",
			["PKG-A-001"],
		],
		[
			"files that the steps edit where there is no plan",
			"## Implementation Steps\n\n1. Update `_staging/PKG-A-001/manifest.json` with the hash\n2. Extract PKG-B-001.tar.gz\n3. Read PKG-C-001",
			["PKG-A-001"],
		],
	])("reads %s", (_, text, expected) => {
		expect(packagesOf(text)).toEqual(expected);
	});

	it.each<[string, string]>([
		[
			"in constraints, code references and commands",
			"## Critical Constraints\n\n1. Do not touch PKG-A-001.\n\n## Existing Code to Reference\n\n| What | Where |\n|---|---|\n| x | `PKG-B-001/x.py` |\n\n## End-to-End Verification\n\n```bash\ninstall PKG-C-001\n```",
		],
		[
			"where the plan says there are none",
			"## Mission\n\n**Packages modified:** None\n\n## Package Plan\n\nN/A. PKG-A-001 stays as it is.",
		],
		["where the mission changes none", "## Mission\n\nRun verify.py of PKG-A-001 every night. No package changes."],
		["in a mission that only points at one", "## Mission\n\nWrite the guide. It depends on PKG-A-001."],
		["in placeholders and longer names", "## Package Plan\n\n- `PKG-<NAME>-001`\n- MYPKG-A-001\n- PKG-A-001-extra"],
	])("finds none %s", (_, text) => {
		expect(factsOf(text).packages).toEqual({ state: "not-stated" });
	});

	it("says where one section states them and that several were joined", () => {
		expect(factsOf("## Package Plan\n\n### PKG-A-001").packages).toEqual({
			state: "stated",
			value: ["PKG-A-001"],
			line: 3,
		});
		expect(
			factsOf("## Package Plan\n\n### PKG-A-001\n\n## Files Summary\n\n- `PKG-A-001/x.py` — new").packages,
		).toMatchObject({
			state: "derived",
			from: "Package Plan + Files Summary",
		});
	});
});

it("plans no package that the mission speaks of where the plan says that there is none", () => {
	const mission = "## Mission\n\nWrite a guide: the packages named (PKG-A-001, PKG-B-001) are subjects.";
	expect(packagesOf(`${mission}\n\n## Package Plan\n\nNo package is created or modified.`)).toBe(undefined);
});

describe("a package of the plan", () => {
	const planOf = (plan: string) =>
		extracted("H-40/H-40_BUILDER_HANDOFF.md", `# H-40\n\n## Package Plan\n\n${plan}\n`).plan?.packages ?? [];

	it("may be told of in running words", () => {
		const [one, ...others] = planOf(
			"PKG-A-001 modified: layer 2, spec_id SPEC-A-001, framework_id FMWK-100, plane_id hot; new asset `HOT/m/7.sql`\n(migration). Dependencies unchanged (PKG-B-000, PKG-C-001). PKG-D-001: removed.",
		);
		expect(others).toEqual([]);
		expect(one).toMatchObject({
			id: "PKG-A-001",
			assets: [{ path: "HOT/m/7.sql", classification: "migration" }],
			dependencies: ["PKG-B-000", "PKG-C-001"],
		});
		expect(planOf("PKG-A-001 is small. It needs the clock.")).toEqual([]);
	});

	it("has the files listed below its heading as assets, whatever they are introduced by", () => {
		const plan = planOf(
			"### PKG-A-001 (Layer 3)\n- `HOT/m/a.py` — the reader (library)\n- HOT/m/b.py: source\n- Ask `HOT/m/c.py` how\n- Dependencies: PKG-B-001\n\n### Notes\n- `HOT/m/d.py` stays",
		);
		expect(plan).toMatchObject([{ id: "PKG-A-001", dependencies: ["PKG-B-001"] }]);
		expect(plan[0]?.assets.map(({ path, classification }) => [path, classification])).toEqual([
			["HOT/m/a.py", null],
			["HOT/m/b.py", "source"],
		]);
	});

	it("has assets whose class stands alone in brackets, where that is no change", () => {
		const classes = (entry: string) =>
			planOf(`- Package ID: PKG-A-001\n- Assets: ${entry}`)[0]?.assets.map(({ classification }) => classification);
		expect(classes("`HOT/m/3.sql` (migration)")).toEqual(["migration"]);
		expect(classes("`HOT/m/3.sql` (new)")).toEqual([null]);
		expect(classes("`HOT/m/3.sql` (optional)")).toEqual([null]);
	});
});
