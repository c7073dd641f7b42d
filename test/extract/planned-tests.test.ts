import { describe, expect, it } from "vitest";
import { factValue } from "#model/facts.ts";
import { extracted } from "./extracting.ts";

const factsOf = (text: string) => extracted("H-40/H-40_BUILDER_HANDOFF.md", `# H-40\n\n${text}\n`).facts;
const testsOf = (plan: string) => factValue(factsOf(`## Test Plan\n\n${plan}`).plannedTests);

describe("planned tests", () => {
	it.each<[string, string, number]>([
		["a numbered list", "1. `test_a_b` — x\n2. `test_c` — y", 2],
		["lists broken by bold titles", "**Start:**\n1. `test_a`\n\n**Stop:**\n2. `test_b`\n3. `test_c`", 3],
		["a table", "| # | Test | Validates |\n|---|---|---|\n| 1 | `test_a` | like `test_z` |\n| 2 | test_b | y |", 2],
		[
			"tables under several files",
			"### test_one.py (2 tests)\n\n| Test | V |\n|---|---|\n| `test_a` | x |\n\n### test_two.py\n\n| Test | V |\n|---|---|\n| `test_a` | x |",
			2,
		],
		["the same test under two themes once", "### Start\n\n- `test_a`\n\n### By requirement\n\n- R1: `test_a`", 1],
		["the same test of two classes", "- `TestA::test_a` — x\n- `TestA::test_b` — y\n- `TestB::test_a` — z", 3],
		[
			"the same test of two classes of a table",
			"| Class | Method | V |\n|---|---|---|\n| TestA | test_a | x |\n| | test_b | y |\n| TestB | test_a | z |",
			3,
		],
		["no tests that are removed", "1. `test_a()` checks x.\n2. `test_b()` checks y.\n\nRemoved: `test_gone`.", 2],
		["no item of removed ones", "- `test_a`: x\n- Removed: `test_gone`", 1],
		["bold names behind their numbers", "**T1. `test_a`**\nExpected: x\n\n**T2. `test_b`**\nExpected: y", 2],
		[
			"names behind letters",
			"Three in `test_x.py`:\n\n  a. `test_a` — x\n  b. `test_b` — like `test_z`\n  c) `test_c`",
			3,
		],
		["two names of one entry", "- `test_a`, `test_b`: both raise", 2],
		[
			"names behind their file",
			"`tests/test_x.py`: test_a, test_b.\n\n`tests/test_y.py`: 3 old tests, as in test_z.",
			2,
		],
		["a renamed test once", "| Test | V |\n|---|---|\n| `test_exactly_four` → `test_exactly_five` | x |", 1],
		[
			"headings that are the tests",
			"### Test 1: `test_a`\n- Call it\n- Assert 0\n\n### Test 2: `test_b`\n- Call it",
			2,
		],
		[
			"definitions in code",
			"```python\nclass TestGate:\n    def test_a(self): ...\n    async def test_b(self): ...\n    def helper(self): ...\n```",
			2,
		],
		["code of tests that a list has named once", "- `test_a`\n\n```python\ndef test_a():\n    ...\n```", 1],
		[
			"a listing in code, not the commands",
			"```\ntests/test_x.py\n  test_a\n  test_b\ntests/test_y.py::test_c\npytest -k test_a\n```",
			3,
		],
		["qualified names", "- `TestGate::test_open`\n- `TestGate.test_close`", 2],
		[
			"names in the style of other languages in a column of tests",
			"| Test Method | Purpose |\n|---|---|\n| `TestServe_Starts` | x |\n| `rejects_unknown_key` | y |\n| Clean-room install | z |",
			2,
		],
		["carried-over tests too", "All stay:\n\n1. `test_a` — unchanged\n2. `test_b` — **NEW**", 2],
		["names rather than a stated total", "Minimum 10 tests.\n\n- `test_a`\n\n**Total: 12 tests**", 1],
		[
			"no test files",
			"| Package | Test File |\n|---|---|\n| A | `tests/test_a.py` |\n\nAll of `test_b.py` must pass.",
			0,
		],
		["no prose", "(2 more, `test_a` and `test_b`, were affected too.)", 0],
		["no checks without a name", "| Test | Expected |\n|---|---|\n| Clean-room install | PASS |", 0],
		["no tests that are taken away", "### Removed tests\n\n- `test_a`\n\n### New\n\n- `test_b`", 1],
		["no wildcards", "- `test_gate_*`", 0],
	])("counts %s", (_, plan, expected) => {
		expect(testsOf(plan)).toBe(expected);
	});

	it("is not stated without the section, and derived at the section's line with it", () => {
		expect(factsOf("## Mission\n\n- `test_a`").plannedTests).toEqual({ state: "not-stated" });
		expect(factsOf("## Test Plan\n\n- `test_a`").plannedTests).toEqual({
			state: "derived",
			value: 1,
			line: 3,
			from: "1 test method named",
			said: [{ id: "testMethodNamed", values: { count: 1 } }],
		});
	});
});

describe("sections with other titles", () => {
	it("are read where the standard's own is missing", () => {
		const tests = (text: string) => factValue(factsOf(text).plannedTests);
		expect(tests("## Tests\n\n1. `test_a`: it does\n2. `test_b`")).toBe(2);
		expect(tests("## Tests\n\n- `test_a`\n\n## Test Plan\n\n- `test_b`\n- `test_c`")).toBe(2);
		expect(tests("## Steps\n\n### Tests\n\n- `test_a`")).toBeUndefined();
	});
});

it("counts the tests that a paragraph lists behind their class", () => {
	expect(testsOf("**TestSeal** (3): `test_a`, `test_b` and `test_c`\n\n**TestVerify** (1): `test_d`")).toBe(4);
	expect(testsOf("**Note:** unlike `test_a`, `test_b` needs a disk.")).toBe(0);
});

it("counts tests whose names are sentences, in items and in a column of tests", () => {
	expect(
		testsOf("- `the outer ledger resumes`\n- [ ] `a lost context withholds` (unit)\n3. **`no path is named twice`**"),
	).toBe(3);
	expect(testsOf('- "the outer ledger resumes"\n- “a lost context withholds”')).toBe(2);
	expect(
		testsOf(
			"| Test | Proves |\n|---|---|\n| `off hand is ignored` | once |\n| ``  `stranger's pet stays put`  `` | none |",
		),
	).toBe(2);
});

it("counts no commands, paths and words of prose as tests", () => {
	expect(testsOf("- `npm run test unit`\n- `make all the things`")).toBe(0);
	expect(testsOf("- `src/my file name.ts`\n- `BUILD SUCCESSFUL`\n- Run `the outer ledger resumes` first")).toBe(0);
	expect(testsOf("| Test | Proves |\n|---|---|\n| Run `the whole thing again` | once |")).toBe(0);
});

it("counts no test that a sentence goes on with on its next line", () => {
	const kept = "Must stay green: everything else, above all\n`test_that_has_a_long_name_of_its_own`.";
	expect(testsOf(`- \`test_a\`\n\n${kept}`)).toBe(1);
	expect(testsOf("- `test_a`\n\nAlso required, unchanged: `test_admin.py` (13), e.g.\n`test_run_cli`.")).toBe(1);
});

it("counts tests that sentences say are written or changed, where no list names one", () => {
	const changed = "Changed: `test_once` becomes `test_flushed_once`, and `test_crlf` gets a mark.";
	expect(testsOf(`${changed}\nNew: \`test_optional\`.`)).toBe(3);
	expect(testsOf(`${changed}\n\n- \`test_listed\``)).toBe(1);
	expect(testsOf("No new tests: `test_once` covers it. `test_two` must still pass after the change.")).toBe(0);
	expect(testsOf("The document may quote tests (`test_once`); they are no part of it.")).toBe(0);
});

it("counts tests that the sentences of a paragraph explain one by one", () => {
	expect(
		testsOf("**First.** `test_full`: all is there. `test_less`: what is left\nis less. `test_rest`: the rest."),
	).toBe(3);
	expect(testsOf("**Note:** unlike `test_a`: slow, it waits for `test_b`: slower.")).toBe(0);
});

it("counts the tests of several columns, but for the old names", () => {
	const table = (titles: string) => `| ${titles} |\n|---|---|---|\n| empty | \`test_j_empty\` | \`test_s_empty\` |`;
	expect(testsOf(table("Case | J | S"))).toBe(2);
	expect(testsOf(table("Case | Old name | New name"))).toBe(1);
});

it("counts no test under a title of removed ones", () => {
	expect(testsOf("### 6.1 New\n\n- `test_a`\n\n### 6.2 Removed (2)\n\n- `test_b`\n- `test_c`")).toBe(1);
	expect(testsOf("### 6.1 Removed directories\n\n- `test_gone_directory`: is reported")).toBe(1);
});

it("counts the tests behind an arrow that renames none", () => {
	expect(testsOf("- [ ] `imp` is gone → `test_a`, `test_b`")).toBe(2);
	expect(testsOf("- `test_a` → `test_b`")).toBe(1);
});

it("counts no test that a remark in brackets points to", () => {
	const table = (cell: string) => `| ID | Method and what it proves |\n|---|---|\n| M-01 | ${cell} |`;
	expect(testsOf(table("`test_broken` (see also `test_chain` in PKG-A-001)"))).toBe(1);
	expect(testsOf(table("TestChain (`test_broken`, `test_whole`)"))).toBe(2);
	expect(testsOf("- `test_broken` (cf. `test_chain`) is skipped")).toBe(1);
});

it("counts tests defined in Kotlin, Spock and RSpec", () => {
	const code = (language: string, lines: string) => testsOf(`\`\`\`${language}\n${lines}\n\`\`\``);
	expect(code("kotlin", "@Test\nfun `off hand is ignored`() {\n}\n@Test\nfun `owner opens`() = runTest {")).toBe(2);
	expect(code("groovy", 'def "off hand is ignored"() {\n}\ndef helper() {}')).toBe(1);
	expect(code("ruby", 'it "closes the door" do\nend\nit "opens", :slow do\nend')).toBe(2);
});
