/**
 * Generates archives for the benchmarks: handoffs in the standard's folder layout, with documents as long and as varied
 * as real ones (about 13 kB on average: long specs, short RESULTS and prompts). The same seed gives the same bytes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const verbs =
	"reads writes keeps drops merges splits orders seals replays queues signs checks maps folds trims guards routes caches reports drains probes binds".split(
		" ",
	);
const nouns =
	"ledger window gate queue cursor manifest schema snapshot budget session router worker segment index record policy tier plane archive token intake valve clock probe report filter batch stream lease digest mirror vault anchor socket kernel shell planner sampler throttle registry timer bucket marker channel frame parcel relay beacon".split(
		" ",
	);
const adjectives =
	"bounded stale ordered idempotent sealed partial strict lazy shared durable atomic nested pristine missing duplicate malformed empty oversized concurrent expired signed unsigned pending final".split(
		" ",
	);
const links = "because unless while before after whenever although until so that as soon as".split(" ");

/** A small seeded generator (mulberry32): benchmarks need repeatable bytes, not good randomness. */
function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

class Writer {
	private readonly random: () => number;

	constructor(seed: number) {
		this.random = randomFrom(seed);
	}

	number(least: number, most: number): number {
		return least + Math.floor(this.random() * (most - least + 1));
	}

	pick(words: readonly string[]): string {
		return words[this.number(0, words.length - 1)] ?? "";
	}

	/** A function or file name; a few thousand different ones, as in a real archive. */
	identifier(): string {
		return `${this.pick(verbs)}_${this.pick(adjectives)}_${this.pick(nouns)}${this.random() < 0.2 ? `_${this.number(1, 99)}` : ""}`;
	}

	clause(): string {
		return `the ${this.pick(adjectives)} ${this.pick(nouns)} ${this.pick(verbs)} a ${this.pick(nouns)} of the ${this.pick(nouns)}`;
	}

	sentence(): string {
		const code = this.random() < 0.3 ? ` in \`${this.identifier()}\`` : "";
		const text = `${this.clause()}${code} ${this.pick(links)} ${this.clause()}`;
		return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
	}

	paragraph(sentences: number): string {
		return Array.from({ length: sentences }, () => this.sentence()).join(" ");
	}

	list<Item>(count: number, item: (index: number) => Item): Item[] {
		return Array.from({ length: count }, (_, index) => item(index));
	}

	hash(): string {
		return `sha256:${createHash("sha256").update(String(this.random())).digest("hex")}`;
	}
}

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
