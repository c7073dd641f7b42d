import { expect, it } from "vitest";
import { factValue } from "#model/facts.ts";
import { extracted } from "./extracting.ts";

const testsOf = (plan: string) =>
	factValue(extracted("H-40/H-40_BUILDER_HANDOFF.md", `# H-40\n\n## Test Plan\n\n${plan}\n`).facts.plannedTests);

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
