import { constraints, type Plan } from "./plan.ts";
import { adjectives, nouns, type Writer } from "./writer.ts";

/** A spec with the ten sections of the standard. */
export function spec(write: Writer, plan: Plan): string {
	const { id, previous, name } = plan;
	return [
		`# ${id}: ${name}\n\n**Predecessor:** ${previous ?? "none"}\n`,
		mission(write, plan),
		criticalConstraints(write),
		architecture(write),
		steps(write, plan),
		packagePlan(plan),
		testPlan(write, plan),
		references(write),
		verification(write, plan),
		filesSummary(plan),
		principles(write),
	].join("\n");
}

function mission(write: Writer, plan: Plan): string {
	return `## 1. Mission

Build ${plan.package}. ${write.paragraph(9)}
`;
}

function criticalConstraints(write: Writer): string {
	return `## 2. Critical Constraints

${constraints.map((text, index) => `${index + 1}. ${text} ${write.sentence()}`).join("\n")}
`;
}

function architecture(write: Writer): string {
	return `## 3. Architecture / Design

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

${code(write).join(`\n\n${write.paragraph(5)}\n\n`)}

### Boundaries

${write.list(8, () => `- **${write.pick(nouns)}**: ${write.paragraph(4)}`).join("\n")}
`;
}

function code(write: Writer): string[] {
	return write.list(3, () =>
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
}

function steps(write: Writer, plan: Plan): string {
	return `## 4. Implementation Steps

${write.list(10, (index) => `${index + 1}. In \`_staging/${plan.package}/${write.identifier()}.py\`: ${write.paragraph(3)}`).join("\n")}
`;
}

function packagePlan(plan: Plan): string {
	return `## 5. Package Plan

### ${plan.package}

- Package ID: ${plan.package}
- Layer: 3
- spec_id: SPEC-001
- framework_id: FMWK-001
- plane_id: hot

| Path | Classification |
|---|---|
| \`${plan.file}.py\` | library |
| \`tests/test_${plan.file}.py\` | test |

Dependencies: none
`;
}

function testPlan(write: Writer, plan: Plan): string {
	return `## 6. Test Plan

| Test | What it validates | Expected |
|---|---|---|
${plan.tests.map((test) => `| \`${test}\` | ${write.clause()} | ${write.clause()} |`).join("\n")}
`;
}

function references(write: Writer): string {
	return `## 7. Existing Code to Reference

| What | Where | Why |
|---|---|---|
${write.list(6, () => `| ${write.pick(nouns)} | \`_staging/${write.identifier()}.py\` | ${write.clause()} |`).join("\n")}
`;
}

function verification(write: Writer, plan: Plan): string {
	return `## 8. End-to-End Verification

\`\`\`bash
export ROOT="$(mktemp -d)"
python3 -m pytest _staging/${plan.package} -v
python3 -m pytest _staging/ -v
\`\`\`

Expected: ${plan.tests.length} passed.

${write.paragraph(5)}
`;
}

function filesSummary(plan: Plan): string {
	return `## 9. Files Summary

| File | Location | Action |
|---|---|---|
| \`${plan.file}.py\` | \`_staging/${plan.package}/\` | CREATE |
| \`test_${plan.file}.py\` | \`_staging/${plan.package}/tests/\` | CREATE |
`;
}

function principles(write: Writer): string {
	return `## 10. Design Principles

${write.list(5, () => `- ${write.paragraph(2)}`).join("\n")}
`;
}
