import { describe, expect, it } from "vitest";
import { extracted } from "../extracting.ts";
import { factsOf, valuesOf } from "./documents.ts";

const hash = (digit: string) => `${digit.repeat(63)}7`;

it.each([
	"Files created: `a.py`, `b.py`\nFiles modified: `c.py`\n\n## Tests\n\n4 passed",
	"## Deliverables\n\n| File | What | State |\n|---|---|---|\n| `a.rs` | signs | created |\n| `c.rs` | exports | modified |\n| `b.rs` | tests | created |\n\n## Tests\n\n4 passed",
	"## Deliverables\n\nNew:\n1. `x/a.py` (3 lines)\n2. `x/b.py`\n\nTouched:\n1. `x/c.py`",
	"## What exists now\n\n* `x/a.py` — new\n* `x/b.py` — new\n* `x/c.py` — 12 lines changed",
	"## What I changed\n\n- ADD `x/a.py`\n- EDIT `x/c.py` (retention)\n- ADD `x/b.py`",
])("reads files that no section lists: %j", (body) => {
	expect(valuesOf(`# R\n\n${body}\n`, "files")).toEqual({ Created: 2, Modified: 1 });
});

it.each([
	["Only `engine.go` was modified, by eleven lines.", 1],
	["Only `engine.go` was modified, in two commits.", 1],
	["Two files were modified: `engine.go`, with 11 lines more, and `b.go`.", 2],
	["`a.ts` and `b.ts` are new. `c.ts` was changed.", 1],
	["`export/registry.py` and `pyproject.toml` were changed, the latter for the new dependency.", 2],
	["`export/registry.py` was changed, because `pyproject.toml` asks for it.", 1],
	["Four files were changed: `a.py`, `b.py`, `c.py` and\n`d.py`.", 4],
	["Modified by us were 3 files, and one of them is `engine.go`.", undefined],
])("takes counts of lines for no counts of files: %s", (body, modified) => {
	expect(valuesOf(`# R\n\n## Files Modified\n\n${body}\n`, "filesModified")[""]).toEqual(modified);
});

it.each([
	"## Summary\n\n- Added `x/a.py`\n- Changed `x/c.py`",
	"## Key files\n\n- `x/a.py` — the parser\n- `x/c.py` — updated to use it",
	"## Work\n\n- Added `x/a.py`\n- Mended the order in `x/c.py`",
])("takes a list that need not be all of the files for none of them: %j", (body) => {
	expect(valuesOf(`# R\n\n${body}\n`, "files")).toEqual({});
});

it("counts no file that is gone among those that were changed", () => {
	const body =
		"- `a.py` (created)\n- `b.py` (modified)\n- `c.py` (deleted)\n- `d.py` — removed\n- `e.py` — removed a line";
	expect(valuesOf(`# R\n\n## Files Changed\n\n${body}\n`, "files")).toEqual({ Created: 1, Modified: 2 });
});

it("counts files once that a tree lists and then their hashes", () => {
	const tree = "PKG-A-001/\n├── manifest.json\n├── src/quota.py\n└── tests/test_quota.py";
	const hashes = ["manifest.json", "src/quota.py", "tests/test_quota.py"].map((file) => `${hash("c")}  ${file}`);
	const body = `\`\`\`\n${tree}\n\`\`\`\n\nSHA256:\n\n\`\`\`\n${hashes.join("\n")}\n\`\`\``;
	expect(factsOf(`# R\n\n## Files Created\n\n${body}\n`).filesCreated).toMatchObject({ value: 3 });
});

it.each([
	"**Created: none**\n\n**Modified (2)**\n- `a.py`\n- `b.py`",
	"**Created**: none\n\n**Modified (2)**\n- `a.py`\n- `b.py`",
])("reads that no file was created: %j", (body) => {
	expect(valuesOf(`# R\n\n## Files\n\n${body}\n`, "files")).toEqual({ Created: 0, Modified: 2 });
});

it("reads what was done with files from each label of a line", () => {
	const body = "New: `a/b.py`, `a/c.py`, `a/d.json`. Changed: `e/f.py`. Deleted: `e/g.py`.";
	const facts = factsOf(`# R\n\n## Files\n\n${body}\n`);
	expect([facts.filesCreated, facts.filesModified]).toMatchObject([{ value: 3 }, { value: 1 }]);
});

it("takes a file for deleted that is so among files that were modified", () => {
	const text = `# Results: H-1\n\n## Files Modified\n\n- \`a/b.py\` deleted (before: \`sha256:${hash("a")}\`)\n- \`a/c.py\` — removed two lines\n`;
	const { files } = extracted("H-1_RESULTS.md", text);
	expect(files?.map(({ path, action }) => [path, action])).toEqual([
		["a/b.py", "delete"],
		["a/c.py", "modify"],
	]);
});

describe("files", () => {
	const files = (text: string) => valuesOf(`# R\n\n${text}\n`, "files");

	it.each<[string, string, Record<string, unknown>]>([
		[
			"a list below its folder, and the same files with their hashes",
			'## Files Created\n\nx/PKG-A-001/\n- k/a.py\n- manifest.json\n\nHashes:\n\n```json\n{"path": "k/a.py", "sha256": "x"},\n{"path": "manifest.json", "sha256": "y"}\n```',
			{ Created: 2 },
		],
		[
			"files behind the package they are of",
			"## Files Created\n- PKG-A-001: `a.py`, `b.py`\n- tests: `test_a.py`\n- `manifest.json`",
			{ Created: 4 },
		],
		[
			"files in lines of their own, each above its hash",
			`## Files Created\n\n${["kernel/memory.py", "kernel/memory_index.py"].map((file) => `${file}\n    sha256:${"ab12".repeat(16)}`).join("\n")}`,
			{ Created: 2 },
		],
		["the files of one sentence", "## Files Created\nOnly `tests/a.spec.ts` (sha256:x).", { Created: 1 }],
		[
			"files that a sentence counts",
			"## Files Modified\nThree components got labels: `A.tsx`, `B.tsx` and `C.tsx`. The rest has them.",
			{ Modified: 3 },
		],
		[
			"no files that a sentence counts otherwise",
			"## Files Modified\nFour changed, above all `A.tsx` and `B.tsx`.",
			{},
		],
		["no files of several sentences", "## Files Modified\nThe loop in `a.py` is new. It is called by `b.py`.", {}],
		["no files that did not change", "## Files Modified\nWe did not touch `a.py`.", {}],
		["a sentence of names", "## Files Created\n`a.py`, `b.py` and `c.py`.", { Created: 3 }],
		[
			"a table with a row for each package",
			"## Files Created\n| Package | Files |\n|---|---|\n| PKG-A-001 | `a.py`, `b.py` |\n| PKG-B-001 | `c.py` |",
			{ Created: 3 },
		],
		[
			"files once that a table of hashes names again",
			"## Files Modified\n- `x/a.py`\n- `x/manifest.json`\n- `b.py`\n\nSHA256 (after):\n\n| File | SHA256 |\n|---|---|\n| a.py | `12ab` |\n| b.py | `34cd` |",
			{ Modified: 3 },
		],
		[
			"no files that were created in the table of hashes below those modified",
			"## Files Created\n- `c.py`\n\n## Files Modified\n- `x/a.py`\n\nSHA256:\n\n| File | SHA256 |\n|---|---|\n| a.py | `12ab` |\n| c.py | `34cd` |",
			{ Created: 1, Modified: 1 },
		],
		[
			"files of two packages that are called alike",
			"## Files Modified\n### PKG-A-001\n- `manifest.json`\n\n### PKG-B-001\n- `manifest.json`\n- `b.py`",
			{ Modified: 3 },
		],
		[
			"files in which something was removed",
			"## Files Modified\n| File | Change |\n|---|---|\n| `a.py` | removed print |\n| `b.py` | deleted imports |\n| `c.py` | moved to x |\n| `d.py` | deleted |",
			{ Modified: 2 },
		],
		[
			"a column that says what was done",
			"## Files\n\n| Path | What |\n|---|---|\n| `a.py` | new |\n| `b.py` | new |\n| `c.py` | changed |",
			{ Created: 2, Modified: 1 },
		],
		[
			"a column that is titled by what may have been done",
			"## Files\n\n| Path | New/Changed |\n|---|---|\n| `a.py` | new |\n| `b.py` | new |\n| `c.py` | changed |",
			{ Created: 2, Modified: 1 },
		],
		[
			"files without a name before the dot",
			"## Files Modified\n- `.gitignore` (SHA256 after: x)\n- `.eslintrc`\n- `.py` endings are kept",
			{ Modified: 2 },
		],
		[
			"parts that are only called by what was done",
			"## Files Changed\n**Created**\n- `a.py`\n- `b.py`\n\n**Modified**\n- `c.py`",
			{ Created: 2, Modified: 1 },
		],
		[
			"no sum below a table",
			"## Files Created\n| File | Lines |\n|---|---|\n| `a.py` | 210 |\n| `b.py` | 44 |\n| **2 files** | **254** |",
			{ Created: 2 },
		],
		["lists with hashes", "## Files Created\n- `a.py` (SHA256: x)\n- `b/c.json`", { Created: 2 }],
		[
			"none",
			"## Files Created\n- None (only edits)\n\n## Files Modified\n- None. `a.py` is untouched.",
			{ Created: 0, Modified: 0 },
		],
		["not applicable", "## Files Created\nN/A", { Created: 0 }],
		["no files", "## Files Created\nNo files were created.", { Created: 0 }],
		[
			"figures in headings",
			"## Files Created: 0\n\n## Files Modified (3 files)\n\nSee the log.",
			{ Created: 0, Modified: 3 },
		],
		[
			"files in a bracket of their own",
			"## Files Modified\n- `a.py`, `b.py`\n- manifests of both packages (`x/manifest.json`, `y/manifest.json`)\n- all hashes (see log)",
			{ Modified: 4 },
		],
		[
			"short words for what was done",
			"## Files\n\n| Status | Path |\n|---|---|\n| NEW | `a.py` |\n| NEW | `b.py` |\n| MOD | `c.sh` |\n| DEL | `d.py` |",
			{ Created: 2, Modified: 1 },
		],
		[
			"labels that say what the files are",
			"## Files Modified\n- `a.py`\n- Manifests: `x/manifest.json`, `y/manifest.json`\n- Log: `/tmp/x.log`",
			{ Modified: 3 },
		],
		[
			"lines that say what was done",
			"## Files\n\nCreated: `a.py`, `b.py`\nModified: `c.py`\nArchive: `d.tar.gz`",
			{ Created: 2, Modified: 1 },
		],
		[
			"nested remarks",
			"## Files Modified\n- `a.py`\n  - SHA256 before: `x.y`\n  - Changed `b.py` calls\n- `c.py`:\n  - more",
			{ Modified: 2 },
		],
		["groups", "## Files Created\n- PKG-A-001:\n  - `a.py`\n  - `b.py`\n- `c.py`", { Created: 3 }],
		["folders with their files", "## Files Created\n- `src/`\n  - `a.py`\n  - `b.py`", { Created: 2 }],
		[
			"several files in one item",
			"## Files Created\n* lib/a.rb, lib/b.rb and lib/c.rb\n* README.md (docs)",
			{ Created: 4 },
		],
		[
			"parts under subheadings",
			"## Files Modified\n### Phase 1\n- `a.py` — x\n### Phase 2\n- `b.py` — y",
			{ Modified: 2 },
		],
		["tables", "## Files Created\n| File | Purpose |\n|---|---|\n| `a.py` | x |\n| `b.py` | y |", { Created: 2 }],
		[
			"tables with descriptions as changes",
			"## Files Modified\n| File | Change |\n|---|---|\n| `a.py` | Added the parser for tables |\n| `b.gz` | Rebuilt with thirteen packages |",
			{ Modified: 2 },
		],
		[
			"tables with actions",
			"## Changes\n| File | Action |\n|---|---|\n| `a.py` | CREATE |\n| `b.py` | EDIT |\n| `c.py` | REWRITE |\n| `d.gz` | REBUILD |",
			{ Created: 1, Modified: 2 },
		],
		[
			"actions without a created file",
			"## Changes\n| File | Action |\n|---|---|\n| `b.py` | EDIT |\n| `d.gz` | REBUILD |",
			{ Modified: 1 },
		],
		[
			"a combined section",
			"## Files Created / Modified\n| File | Action |\n|---|---|\n| `a.py` | ✅ Created |\n| `b.py` | ✅ Modified — added x |",
			{ Created: 1, Modified: 1 },
		],
		[
			"a combined section with parts",
			"## Files Created / Modified\n### New Files\n- `a.py`\n### Modified Files\n- `b.py`\n- `c.py`",
			{ Created: 1, Modified: 2 },
		],
		["listings", "## Files Created\n```\nsrc/a.py\nsrc/b.py  (new)\n```", { Created: 2 }],
		["told counts", "## Files Created\n3 new files, see the log.", { Created: 3 }],
		[
			"words for none",
			"## Files Created\n_(none)_\n\n## Files Modified\nNothing outside the new package.",
			{ Created: 0, Modified: 0 },
		],
		["a dash for none", "## Files Created\n—", { Created: 0 }],
		["a count in the heading", "## Files Modified (0)\n\nSee above.", { Modified: 0 }],
		[
			"a table's total row behind an empty cell",
			"## Files Created\n| # | File |\n|---|---|\n| 1 | `a.py` |\n| | **Total** |",
			{ Created: 1 },
		],
		[
			"one section with parts",
			"## Files\n### New\n- `a.py`\n### Changed\n- `b.py`\n- `c.py`",
			{ Created: 1, Modified: 2 },
		],
		["nothing where the section does not tell", "## Files\n- `a.py`\n- `b.py`", {}],
		["short headings", "### Created\n- `a.py`\n\n### Modified\n- `b.py`", { Created: 1, Modified: 1 }],
		["no section", "## Notes\n- `a.py`", {}],
	])("counts %s", (_, text, expected) => {
		expect(files(text)).toEqual(expected);
	});
});

describe("hashes", () => {
	it("counts full, bare and shortened hashes of the whole document", () => {
		const text = [
			`- a (sha256:${hash("a")})`,
			`- b (SHA256: \`sha256:${hash("b")}\`, before sha256:${hash("b")})`,
			`- c (SHA256: ${hash("c")})`,
			"- d (SHA256: `abc123...`), e moved from `c39baed6c…` to 21d482d5b...",
			"- f sha256:12ab34cd",
			"\n| File | SHA-256 |\n|---|---|\n| g | `9f8e7d6c` |",
		].join("\n");
		expect(valuesOf(`${text}\n`, "hashes.")).toEqual({ valid: 3, bare: 1, truncated: 5 });
	});

	it("takes what stands behind the prefix for a shortened hash, though its digits look like a word or a number", () => {
		const counts = valuesOf("- a (SHA256: sha256:deadbeef)\n- b (SHA256: sha256:12345678)\n", "hashes.");
		expect(counts).toEqual({ valid: 0, bare: 0, truncated: 2 });
	});

	it("takes digits for a shortened hash where words call them one", () => {
		expect(valuesOf("The sha256 starts with `52513399…`, 52513399… bytes.\n", "hashes.")).toMatchObject({
			truncated: 1,
		});
	});

	it("takes words, numbers, commits and longer digit strings for no hashes", () => {
		const text = `Files added... 1000000... done, commit 1a2b3c4d5e6f, ${"a1".repeat(40)}, decade...\n`;
		expect(valuesOf(text, "hashes.")).toEqual({ valid: 0, bare: 0, truncated: 0 });
	});
});

describe("files of both kinds in a section that is named for one", () => {
	it("counts the files of a part that is titled for those modified as such", () => {
		const listed = "- `src/a.ts` (parser)\n- `src/b.ts`\n\n**Modified:**\n- `package.json` — one script";
		const facts = factsOf(`# R\n\n## Files Created\n\n${listed}\n`);
		expect(facts.filesCreated).toMatchObject({ value: 2 });
		expect(facts.filesModified).toMatchObject({ value: 1 });
	});

	it.each([
		["items", "1. **src/a.ts** (new): reads the file\n2. **src/b.ts**: 7 new arms\n3. `src/c.ts` — new option"],
		[
			"rows",
			"| File | Change |\n|---|---|\n| `src/a.ts` | **New** — reads the file |\n| `src/b.ts` | Add a test |\n| `src/c.ts` | New option for it |",
		],
	])("tells files that are marked new from the others: %s", (_, listed) => {
		const facts = factsOf(`# R\n\n## Files changed\n\n${listed}\n`);
		expect(facts.filesCreated).toMatchObject({ value: 1 });
		expect(facts.filesModified).toMatchObject({ value: 2 });
	});

	it("takes what was added to a file for a change of it, and the others beside new ones for older ones", () => {
		const listed =
			"- `src/a.ts` - New function: lists them\n- `src/b.ts` - Added its route\n- `src/c.ts` - init() calls it";
		const facts = factsOf(`# R\n\n## Files Created/Modified\n\n${listed}\n`);
		expect(facts.filesCreated).toMatchObject({ value: 1 });
		expect(facts.filesModified).toMatchObject({ value: 2 });
	});
});
