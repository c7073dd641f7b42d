import type { Plan } from "./plan.ts";
import type { Writer } from "./writer.ts";

/** RESULTS in which all is well. */
export function results(write: Writer, plan: Plan): string {
	const { id, name, file, tests } = plan;
	return `# Results: ${id} ${name}

## Status: PASS

## Files Created
- _staging/${plan.package}/${file}.py (SHA256: ${write.hash()})
- _staging/${plan.package}/tests/test_${file}.py (SHA256: ${write.hash()})

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
