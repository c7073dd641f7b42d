import { constraints, type Plan } from "./plan.ts";
import type { Writer } from "./writer.ts";

/** The prompt that hands the spec to an agent, with ten questions and three adversarial ones. */
export function prompt(write: Writer, plan: Plan): string {
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
