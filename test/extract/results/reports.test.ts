import { describe, expect, it } from "vitest";
import { factsOf, valuesOf } from "./documents.ts";

const read = (body: string, prefix: string) => valuesOf(`# Results: H-1\n\n${body}\n`, prefix);

describe("figures of a run", () => {
	it("reads a sum in brackets that other outcomes are in, on the next line", () => {
		const text =
			"## Full suite\n\n`npm test` (vitest run, full suite): **5037 passed | 18 failed | 45 skipped |\n10 todo (5110)**, in 373 of 382 files. All 18 were there before, so none are caused by this change.";
		expect(read(text, "regression.")).toEqual({
			total: 5110,
			passed: 5037,
			failed: 18,
			skipped: 45,
			command: "npm test",
			newFailures: "NONE",
		});
	});

	it("derives no total where other outcomes are counted and no sum is given", () => {
		const text = "## Full suite\n\n**37 passed | 1 failed | 4 skipped |\n10 todo**, and the build works as it did.";
		expect(read(text, "regression.")).toEqual({ passed: 37, failed: 1, skipped: 4 });
	});

	it("reads old failures in brackets behind what passed, unless they are those of before", () => {
		const of = (words: string) =>
			read(`## Regression Check\n\n- Full frontend suite: 4334 passing (${words})`, "regression.");
		expect(of("63 pre-existing failures, unrelated")).toEqual({ total: 4397, passed: 4334, failed: 63 });
		expect(of("before: 60 pre-existing failures")).toEqual({ passed: 4334 });
	});

	it("takes the suite called full for the regression, beside the tests of another handoff", () => {
		const text = "## Regression Check\n\n- HANDOFF-84 tests: 144/144 passing\n- Full frontend suite: 4334 passing";
		expect(read(text, "regression.")).toEqual({ passed: 4334 });
	});

	it("reads labels and figures that a tool sets in columns, and the larger of its runs as that of all tests", () => {
		const text =
			"## Full suite\n\n```\nTests              1122\nPassing Tests      1122\n```\n\nFrom the log:\n\n```\ntest_arenas.gd\n14/14 passed.\n```";
		expect(read(text, "regression.")).toEqual({ total: 1122, passed: 1122 });
	});

	it("reads what passed of one kind of tests", () => {
		expect(read("## Tests\n\n- 41 frontend tests passing", "tests.")).toEqual({ passed: 41 });
		expect(read("## Tests\n\n- 20 frontend tests and 4 backend tests passing", "tests.")).toEqual({});
	});
});

describe("figures beside others", () => {
	it("reads none of the files that a tool counts before its tests", () => {
		const text =
			"## Full suite\n\n**336 test files passed, 17 skipped (353); 4753 tests passed, 197 todo (4950); 0 failed.**";
		expect(read(text, "regression.")).toEqual({ total: 4950, passed: 4753, failed: 0 });
		expect(read("## Full suite\n\n3 suites passed, 24 passed, 2 failed", "regression.")).toEqual({
			total: 26,
			passed: 24,
			failed: 2,
		});
	});

	it("reads the state after the work behind that before it", () => {
		const text = "## Tests\n\n- api suite before: 34 files / 352 tests; after: 36 files / 376 tests, all passing";
		expect(read(text, "tests.")).toEqual({ total: 376, passed: 376 });
		expect(read("## Tests\n\n- api suite before: 34 files / 352 tests", "tests.")).toEqual({});
	});

	it("reads what a tool in code is said to have done behind a dash or an arrow", () => {
		const figures = { total: 9342, passed: 9341, failed: 0, skipped: 1 };
		const text = (lead: string) =>
			`## Verification\n\n- ${lead} 374 files, 9341 passed, 1 skipped, 0 failed (baseline: 9326 passed)`;
		expect(read(text("`pnpm test` --"), "tests.")).toEqual(figures);
		expect(read(text("`npm run test:ci` →"), "tests.")).toEqual(figures);
		expect(read(text("`npm run lint` →"), "tests.")).toEqual({});
		expect(read(text("Full `vitest run` —"), "tests.")).toEqual({});
		expect(read(text("Full `vitest run` —"), "regression.")).toEqual(figures);
		expect(read(text("Scoped `vitest run` —"), "tests.")).toEqual({});
	});

	it("takes the short hashes of commits for no hashes of files", () => {
		const table = "| Hash | Type |\n|---|---|\n| a57f888 | chore |\n";
		const hashes = (title: string) => read(`## ${title}\n\n${table}`, "hashes.truncated");
		expect(hashes("Commits")).toEqual({ "": 0 });
		expect(hashes("Archives")).toEqual({ "": 1 });
	});
});

describe("labels before their figures", () => {
	it("reads pairs that only gaps or equals signs keep apart", () => {
		const figures = { total: 13, passed: 12, failed: 1 };
		expect(read("## Tests\n\n```\nℹ tests 13   pass 12   fail 1\n```", "tests.")).toEqual(figures);
		expect(read("## Tests\n\n```\ntests 13 pass 12 fail 1\n```", "tests.")).toEqual(figures);
		expect(read("## Test Summary (Canonical): passed=12 failed=1 skipped=0 xfailed=0", "tests.")).toEqual({
			...figures,
			skipped: 0,
		});
	});

	it("reads the summary of a runner that marks each line of it", () => {
		const lines = [
			"tests 148",
			"suites 12",
			"pass 147",
			"fail 1",
			"cancelled 0",
			"skipped 0",
			"todo 0",
			"duration_ms 2211.4",
		];
		const text = `## Tests\n\n\`\`\`\n${lines.map((line) => `ℹ ${line}`).join("\n")}\n\`\`\``;
		expect(read(text, "tests.")).toEqual({ total: 148, passed: 147, failed: 1, skipped: 0 });
	});

	it("takes the line for all kinds of tests, and none of one kind beside others", () => {
		const list = (...lines: string[]) => `- Test totals:\n${lines.map((line) => `  - ${line}\n`).join("")}`;
		const kinds = ["Unit tests: 613 passed", "Integration tests: 124 passed"];
		expect(read(list(...kinds, "Overall: 737 passed; 0 failed"), "tests.")).toEqual({
			total: 737,
			passed: 737,
			failed: 0,
		});
		expect(read(list(...kinds), "tests.")).toEqual({});
		expect(read(`## Checks\n\n${list(...kinds)}`, "tests.")).toEqual({});
		expect(read(list("tests: all green", "Overall: 737 passed, 0 failed", ...kinds), "tests.passed")).toEqual({
			"": 737,
		});
	});
});

describe("what stands outside the sections of tests", () => {
	it("reads the package's tests where only the regression has a section", () => {
		const text = "## Work\n\n- [x] 12 tests pass (0 failures)\n\n## Full suite\n\n83 passed, 0 failed";
		expect(read(text, "tests.")).toEqual({ total: 12, passed: 12, failed: 0 });
		expect(read(text, "regression.")).toEqual({ total: 83, passed: 83, failed: 0 });
	});

	it("takes a summary of the regression for no run of the package", () => {
		const text = "## Summary\n\n- Tests: 83/83 passing\n\n## Full suite\n\n83 passed, 0 failed";
		expect(read(text, "tests.")).toEqual({});
		expect(read(text, "regression.")).toEqual({ total: 83, passed: 83, failed: 0 });
	});

	it("reads what was run before something else came", () => {
		const text = (title: string) => `## ${title}\n\n- npm test: 14/14 tests passed`;
		expect(read(text("Checks completed before the review"), "tests.")).toEqual({ total: 14, passed: 14 });
		expect(read(text("State before the work"), "tests.")).toEqual({});
	});

	it("takes the whole suite of one kind for the regression, before a part called so in brackets", () => {
		const part = "## Results\n\n### 4. Link Tests (Regression)\n\n**Total**: 19\n\n";
		expect(
			read(`${part}## Full Worker Test Suite Results\n\n**Total Tests**: 764\n**Passed**: 752`, "regression."),
		).toEqual({
			total: 764,
			passed: 752,
		});
	});

	it("takes the green run for the tests, beside the red one", () => {
		const output = (figures: string) => `\`\`\`\n      Tests  ${figures}\n\`\`\``;
		const text = `## Red run (old code)\n\n${output("1 failed (1)")}\n\n## Green run (at the fix)\n\n${output("5 passed (5)")}`;
		expect(read(text, "tests.")).toEqual({ total: 5, passed: 5 });
	});

	it("reads the clean room and the baseline in a table above the sections", () => {
		const table = (row: string) => `| Gate | Result |\n|---|---|\n| ${row} |\n\n## Files Created\n\nNone.`;
		const cleanRoom = "Clean room | ✅ 41 packages, all tests pass after each install";
		expect(read(table(cleanRoom), "cleanRoom.")).toEqual({ packagesInstalled: 41, allTestsPass: true });
		expect(read(table("Baseline | 41 packages, 812 tests"), "baseline.")).toEqual({
			packagesInstalled: 41,
			totalTests: 812,
		});
		expect(read(table("Clean room | to be done"), "cleanRoom.")).toEqual({});
	});

	it("takes the day a document was updated for its date", () => {
		expect(factsOf("---\nupdated: 2026-07-21\n---\n\n# Results: H-1\n").date).toMatchObject({
			value: "2026-07-21",
			line: 2,
		});
	});

	it("reads a status at the end of the document", () => {
		const status = (end: string) => factsOf(`# Results: H-1\n\n## Work\n\nDone.\n${end}`).status;
		expect(status("\n---\n\n**Status:** PARTIAL (one part is left)\n")).toMatchObject({ value: "PARTIAL", line: 9 });
		expect(status("\n**Status:** PARTIAL\n")).toEqual({ state: "not-stated" });
	});
});

describe("files in the front matter", () => {
	const files = (matter: string, body = "") => {
		const facts = factsOf(`---\n${matter}\n---\n\n# Results: H-1\n\n${body}`);
		return [facts.filesCreated, facts.filesModified];
	};

	it("counts lists, and reads figures where nothing is listed", () => {
		expect(files("key_files:\n  created:\n    - a/b.py\n    - a/c.py\nmetrics:\n  files_modified: 3")).toMatchObject([
			{ state: "derived", value: 2, line: 3 },
			{ state: "stated", value: 3, line: 7 },
		]);
	});

	it("reads lines that count files, unless they count both kinds together or differ", () => {
		const counted = (...lines: string[]) =>
			files("id: a", `## Numbers\n\n${lines.map((line) => `- ${line}\n`).join("")}`);
		const none = { state: "not-stated" };
		expect(counted("**Files Modified:** 0", "**Files Created:** 2 files")).toMatchObject([
			{ value: 2 },
			{ value: 0, line: 9 },
		]);
		expect(counted("Files created/modified: 3")).toEqual([none, none]);
		expect(counted("Files modified: 3", "Files modified: 4")).toEqual([none, none]);
	});

	it("leaves out what is of no files, and what a section says itself", () => {
		const none = { state: "not-stated" };
		expect(files("tech_stack:\n  added: [a, b]\ncreated: 2026-02-03")).toEqual([none, none]);
		const section = "## Files Created\n\n- `a/b.py`\n";
		expect(files("files_created: 4", section)).toMatchObject([{ value: 1 }, none]);
	});
});
