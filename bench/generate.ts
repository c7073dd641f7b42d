/**
 * Generates archives for the benchmarks: handoffs in the standard's folder layout, with documents as long and as varied
 * as real ones (about 13 kB on average: long specs, short RESULTS and prompts). The same seed gives the same bytes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { adjectives, nouns, Writer } from "./writer.ts";

const constraints = [
	"**ALL work goes in `_staging/`.** Nothing is written outside it.",
	"**DTT: Design → Test → Then implement.** One behaviour at a time.",
	"**Package everything.** New code ships as packages with a manifest.",
	"**End-to-end verification.** The full suite runs after the build.",
	"**No hardcoding.** Every threshold is configuration.",
	"**No file replacement.** A package never overwrites another package's file.",
	"**Archive creation.** Archives are made deterministically.",
	"**Results file.** The RESULTS file is written when the work is done.",
	"**Full regression test.** All staged packages are tested.",
	"**Baseline snapshot.** The RESULTS file holds one.",
];

interface Plan {
	readonly id: string;
	readonly previous: string | null;
	readonly name: string;
	readonly package: string;
	readonly tests: readonly string[];
	readonly packages: number;
	readonly totalTests: number;
}

function spec(write: Writer, plan: Plan): string {
	const { id, previous, name, tests } = plan;
	const code = write.list(3, () =>
		[
			"```python",
			`def ${write.identifier()}(${write.pick(nouns)}: str, limit: int = 0) -> dict:`,
			`    """${write.sentence()}"""`,
			...write.list(
				7,
				() => `    ${write.pick(nouns)} = ${write.identifier()}(${write.pick(nouns)}, "${write.pick(adjectives)}")`,
			),
			`    return {"${write.pick(nouns)}": ${write.pick(nouns)}}`,
			"```",
		].join("\n"),
	);
	return `# ${id}: ${name}

**Predecessor:** ${previous ?? "none"}

## 1. Mission

Build ${plan.package}. ${write.paragraph(9)}

## 2. Critical Constraints

${constraints.map((text, index) => `${index + 1}. ${text} ${write.sentence()}`).join("\n")}

## 3. Architecture / Design

${write.paragraph(14)}

\`\`\`
┌──────────┐     ┌──────────────┐
│  ${write.pick(nouns).padEnd(8)}│────▶│  ${write.pick(nouns).padEnd(12)}│
└──────────┘     └──────────────┘
\`\`\`

### Interfaces

| Function | Called by | Answer |
|---|---|---|
${write.list(8, () => `| \`${write.identifier()}\` | ${write.pick(nouns)} | ${write.clause()} |`).join("\n")}

${code.join(`\n\n${write.paragraph(5)}\n\n`)}

### Boundaries

${write.list(8, () => `- **${write.pick(nouns)}**: ${write.paragraph(4)}`).join("\n")}

## 4. Implementation Steps

${write.list(10, (index) => `${index + 1}. In \`_staging/${plan.package}/${write.identifier()}.py\`: ${write.paragraph(3)}`).join("\n")}

## 5. Package Plan

### ${plan.package}

- Package ID: ${plan.package}
- Layer: 3
- spec_id: SPEC-001
- framework_id: FMWK-001
- plane_id: hot

| Path | Classification |
|---|---|
| \`${name.toLowerCase().replaceAll(" ", "_")}.py\` | library |
| \`tests/test_${name.toLowerCase().replaceAll(" ", "_")}.py\` | test |

Dependencies: none

## 6. Test Plan

| Test | What it validates | Expected |
|---|---|---|
${tests.map((test) => `| \`${test}\` | ${write.clause()} | ${write.clause()} |`).join("\n")}

## 7. Existing Code to Reference

| What | Where | Why |
|---|---|---|
${write.list(6, () => `| ${write.pick(nouns)} | \`_staging/${write.identifier()}.py\` | ${write.clause()} |`).join("\n")}

## 8. End-to-End Verification

\`\`\`bash
export ROOT="$(mktemp -d)"
python3 -m pytest _staging/${plan.package} -v
python3 -m pytest _staging/ -v
\`\`\`

Expected: ${tests.length} passed.

${write.paragraph(5)}

## 9. Files Summary

| File | Location | Action |
|---|---|---|
| \`${name.toLowerCase().replaceAll(" ", "_")}.py\` | \`_staging/${plan.package}/\` | CREATE |
| \`test_${name.toLowerCase().replaceAll(" ", "_")}.py\` | \`_staging/${plan.package}/tests/\` | CREATE |

## 10. Design Principles

${write.list(5, () => `- ${write.paragraph(2)}`).join("\n")}
`;
}

function results(write: Writer, plan: Plan): string {
	const { id, name, tests } = plan;
	return `# Results: ${id} ${name}

## Status: PASS

## Files Created
- _staging/${plan.package}/${name.toLowerCase().replaceAll(" ", "_")}.py (SHA256: ${write.hash()})
- _staging/${plan.package}/tests/test_${name.toLowerCase().replaceAll(" ", "_")}.py (SHA256: ${write.hash()})

## Files Modified
- None

## Archives Built
- ${plan.package}.tar.gz (SHA256: ${write.hash()})

## Test Results — THIS PACKAGE
- Total: ${tests.length} tests
- Passed: ${tests.length}
- Failed: 0
- Skipped: 0
- Command: \`python3 -m pytest _staging/${plan.package} -v\`

## Full Regression Test — ALL STAGED PACKAGES
- Total: ${plan.totalTests} tests
- Passed: ${plan.totalTests}
- Failed: 0
- Skipped: 0
- Command: \`python3 -m pytest _staging/ -v\`
- New failures introduced by this agent: NONE

## Baseline Snapshot (AFTER this agent's work)
- Packages installed: ${plan.packages}
- Total tests (all staged): ${plan.totalTests}

## Clean-Room Verification
- Packages installed: ${plan.packages}
- Install order: PKG-BASE-001 → ${plan.package}
- All tests pass after each install: YES
- Full command log:

\`\`\`
$ python3 -m pytest _staging/${plan.package} -v
${tests.map((test) => `${test} PASSED`).join("\n")}
\`\`\`

## Issues Encountered
${write.list(4, () => `- ${write.paragraph(3)}`).join("\n")}

## Notes for Reviewer
${write.list(8, () => `- ${write.paragraph(3)}`).join("\n")}
`;
}

function prompt(write: Writer, plan: Plan): string {
	const question = (index: number) => `${index + 1}. ${write.sentence().replace(/\.$/, "?")} ${write.sentence()}`;
	return `# Agent prompt: ${plan.id}

**Agent: ${plan.id}** — ${write.sentence()}
**Prompt Contract Version: 1.2.0**

Read your specification, answer the 13 questions below, then STOP and WAIT for approval.

**Specification:**
\`_staging/handoffs/${plan.id}/${plan.id}_BUILDER_HANDOFF.md\`

**Mandatory rules:**
${constraints
	.slice(0, 7)
	.map((text, index) => `${index + 1}. ${text} ${write.paragraph(2)}`)
	.join("\n")}

Verification (10):
${write.list(10, question).join("\n")}

Adversarial (3):
11. The Dependency Trap: ${write.sentence()}
12. The Scope Creep Check: ${write.sentence()}
13. The Semantic Audit: ${write.sentence()}

**STOP AFTER ANSWERING ALL 13.** ${write.paragraph(3)}
`;
}

/**
 * Writes an archive of `count` handoffs (a spec, a RESULTS file and a prompt each) into `folder`.
 * @returns the number of documents and bytes written.
 */
export function generateArchive(folder: string, count: number): { documents: number; bytes: number } {
	let bytes = 0;
	let totalTests = 100;
	let previous: string | null = null;
	for (let number = 1; number <= count; number++) {
		const write = new Writer(number);
		const tests = [...new Set(write.list(36, () => `test_${write.identifier()}`))];
		totalTests += tests.length;
		const id = `H-${number}`;
		const name = `${write.pick(adjectives)} ${write.pick(nouns)} ${number}`;
		const plan: Plan = {
			id,
			previous,
			name,
			package: `PKG-UNIT-${String(number).padStart(4, "0")}-001`,
			tests,
			packages: number + 1,
			totalTests,
		};
		mkdirSync(join(folder, id), { recursive: true });
		for (const [role, text] of [
			["BUILDER_HANDOFF", spec(write, plan)],
			["RESULTS", results(write, plan)],
			["AGENT_PROMPT", prompt(write, plan)],
		] as const) {
			bytes += Buffer.byteLength(text);
			writeFileSync(join(folder, id, `${id}_${role}.md`), text);
		}
		previous = id;
	}
	return { documents: count * 3, bytes };
}
