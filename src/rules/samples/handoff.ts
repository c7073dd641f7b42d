/** A small handoff that complies with every rule; the rules' examples are edits of it, so that each shows one thing. */

const spec = `# H-1: Tide gauge reader

**Predecessor:** none

## 1. Mission

Build PKG-GAUGE-001, which reads the tide gauge once a minute and keeps the last reading, so that no other package opens the serial port.

## 2. Critical Constraints

1. **ALL work goes in \`_staging/\`.** Nothing is written outside it.
2. **DTT: Design → Test → Then implement.** One failing test, one behaviour at a time.
3. **Package everything.** The code ships as PKG-GAUGE-001 with a manifest and hashes.
4. **End-to-end verification.** The full suite runs after the build.
5. **No hardcoding.** Port, rate and limits come from configuration.
6. **No file replacement.** No file of another package is overwritten.
7. **Archive creation.** The archive is made with the deterministic packer.
8. **Results file.** The RESULTS file is written when the work is done.
9. **Full regression test.** All staged packages are tested and reported.
10. **Baseline snapshot.** RESULTS holds package count and total tests.

## 3. Architecture / Design

The reader owns the port. \`latest()\` returns the last reading with its time, or nothing before the first one.

## 4. Implementation Steps

1. Write \`_staging/PKG-GAUGE-001/reader.py\` with \`latest()\` and \`poll()\`.
2. Write \`_staging/PKG-GAUGE-001/tests/test_reader.py\`.

## 5. Package Plan

### PKG-GAUGE-001

- Package ID: PKG-GAUGE-001
- Layer: 1
- spec_id: SPEC-GAUGE-001
- framework_id: FMWK-SENSE-001
- plane_id: hot
- Dependencies: none

| Path | Classification |
|---|---|
| \`reader.py\` | library |
| \`tests/test_reader.py\` | test |
| \`manifest.json\` | manifest |

## 6. Test Plan

| Test | Validates | Expected |
|---|---|---|
| \`test_latest_before_first_poll\` | no reading yet | returns nothing |
| \`test_latest_after_poll\` | one poll | returns that reading |
| \`test_poll_replaces_reading\` | two polls | returns the second |
| \`test_poll_keeps_time\` | time of a reading | equals the clock |
| \`test_poll_rejects_noise\` | a garbled line | keeps the old reading |
| \`test_poll_counts_noise\` | a garbled line | counter rises by one |
| \`test_port_from_config\` | port setting | opens the named port |
| \`test_rate_from_config\` | rate setting | polls at that rate |
| \`test_close_releases_port\` | close | port can be opened again |
| \`test_close_twice\` | close after close | nothing happens |

## 7. Existing Code to Reference

| What | Where | Why |
|---|---|---|
| Clock | \`_staging/PKG-CLOCK-001/clock.py\` | source of time |

## 8. End-to-End Verification

\`\`\`bash
python3 -m pytest _staging/PKG-GAUGE-001 -v
\`\`\`

Expected output: 10 passed.

## 9. Files Summary

| File | Location | Action |
|---|---|---|
| \`reader.py\` | \`_staging/PKG-GAUGE-001/\` | CREATE |
| \`test_reader.py\` | \`_staging/PKG-GAUGE-001/tests/\` | CREATE |
| \`manifest.json\` | \`_staging/PKG-GAUGE-001/\` | CREATE |

## 10. Design Principles

- One owner for the port.
- A reading always carries its time.
- Noise is counted, never guessed away.
- Configuration decides, code obeys.
`;

const hash = (digit: string) => `sha256:${digit.repeat(64)}`;

/** A line of the sample's RESULTS, below which examples say more. */
export const sampleNote = "- The counter of garbled lines was not in the spec's interface; it is read by no one yet.";

const results = `# Results: H-1 Tide gauge reader

## Status: PASS

## Files Created
- _staging/PKG-GAUGE-001/reader.py (SHA256: ${hash("a")})
- _staging/PKG-GAUGE-001/tests/test_reader.py (SHA256: ${hash("b")})
- _staging/PKG-GAUGE-001/manifest.json (SHA256: ${hash("c")})

## Files Modified
- None

## Archives Built
- PKG-GAUGE-001.tar.gz (SHA256: ${hash("d")})

## Test Results — THIS PACKAGE
- Total: 10 tests
- Passed: 10
- Failed: 0
- Skipped: 0
- Command: \`python3 -m pytest _staging/PKG-GAUGE-001 -v\`

## Full Regression Test — ALL STAGED PACKAGES
- Total: 24 tests
- Passed: 24
- Failed: 0
- Skipped: 0
- Command: \`python3 -m pytest _staging/ -v\`
- New failures introduced by this agent: NONE

## Baseline Snapshot (AFTER this agent's work)
- Packages installed: 2
- Total tests (all staged): 24

## Clean-Room Verification
- Packages installed: 2
- Install order: PKG-CLOCK-001 → PKG-GAUGE-001
- All tests pass after each install: YES
- Full command log: \`$TMPDIR/clean-room.log\`

## Issues Encountered
- None

## Notes for Reviewer
${sampleNote}
`;

const prompt = `# Agent prompt: H-1

**Agent: H-1** — Build the tide gauge reader
**Prompt Contract Version: 1.2.0**

Read your specification, answer the 13 questions below (10 verification + 3 adversarial), then STOP and WAIT for approval.

**Specification:**
\`_staging/handoffs/H-1/H-1_BUILDER_HANDOFF.md\`

**Mandatory rules:**
1. ALL work goes in \`_staging/\`.
2. DTT: Design → Test → Then implement.
3. Archive creation: deterministic archives only, never shell \`tar\`.
4. Hash format: \`sha256:<64hex>\` in every manifest.
5. Full regression: run all staged package tests.
6. Results file: write \`_staging/handoffs/H-1/H-1_RESULTS.md\` with every section.
7. No hardcoding: limits come from configuration.

**Before writing ANY code, answer ALL 13 questions:**

Verification (10):
1. What do you build?
2. What do you not build?
3. Who owns the serial port?
4. What does \`latest()\` return before the first poll?
5. Where does the port name come from?
6. What happens to a garbled line?
7. Which hashes does the manifest hold?
8. Which packages does it depend on?
9. How many tests are planned?
10. Who reads the reading?

Adversarial (3):
11. The Dependency Trap: What do you depend on that does not exist yet?
12. The Scope Creep Check: What comes closest to building infrastructure?
13. The Semantic Audit: Which word in your plan is ambiguous?

**STOP AFTER ANSWERING ALL 13.** Do not implement before you are told to go ahead. Wait for approval.
`;

/** Paths of the sample's documents. */
export const samplePaths = {
	spec: "H-1/H-1_BUILDER_HANDOFF.md",
	results: "H-1/H-1_RESULTS.md",
	prompt: "H-1/H-1_AGENT_PROMPT.md",
} as const;

type Edits = { readonly [Kind in keyof typeof samplePaths]?: readonly (readonly [from: string, to: string])[] };

/**
 * The sample archive with some words replaced.
 * @throws when a text to replace does not occur, so that an example cannot silently show the unedited sample.
 */
export function sampleArchive(edits: Edits = {}): Record<string, string> {
	const edit = (kind: keyof typeof samplePaths, text: string) =>
		(edits[kind] ?? []).reduce((edited, [from, to]) => {
			if (!edited.includes(from)) throw new Error(`The sample ${kind} does not contain "${from}"`);
			return edited.replace(from, () => to);
		}, text);
	return {
		[samplePaths.spec]: edit("spec", spec),
		[samplePaths.results]: edit("results", results),
		[samplePaths.prompt]: edit("prompt", prompt),
	};
}
