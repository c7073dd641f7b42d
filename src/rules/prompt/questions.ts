import { promptLines } from "#extract/questions/prompt-lines.ts";
import type { Question } from "#extract/questions/questions.ts";
import { filePlace, linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { noContract, questionsAsked } from "../shared/prompts.ts";

const { "H-1/H-1_AGENT_PROMPT.md": sample = "" } = sampleArchive();
const asked = sample.slice(sample.indexOf("Verification (10):"), sample.indexOf("**STOP"));

export default documentRule({
	id: "prompt/questions",
	kinds: ["prompt"],
	source: { standard: "BPC", section: "13-Question Guidelines" },
	severity: "error",
	requires: "The prompt asks the verification and adversarial questions of the contract, numbered through.",
	why: "The answers are the gate: they show before any code is written whether the agent has understood scope, interfaces and limits.",
	remedy: "Write {required} questions, numbered from 1 to {total}.",
	messages: {
		none: "The prompt asks no questions; {required} are required.",
		count: "The prompt asks {found} questions instead of {total} ({required}).",
		split: "Of the {total} questions, {found} are marked as adversarial instead of {adversarial}.",
		numbering: 'The question after {before} is numbered "{number}"; numbers run from 1 to {total}.',
		unclear: "Something stands in the place of questions here, so they cannot be counted.",
	},
	statements: {
		unfilled: "Question {number} is still to be written, so the questions cannot be judged.",
		asked: "The prompt asks {count} questions.",
	},
	examples: {
		valid: [
			{ title: "Thirteen questions", files: sampleArchive() },
			{
				title: "The prompt stands in a code fence as a whole",
				files: { ...sampleArchive(), "H-1/H-1_AGENT_PROMPT.md": `# Agent prompt: H-1\n\n\`\`\`\n${sample}\`\`\`\n` },
			},
		],
		invalid: [
			{
				title: "No questions",
				files: sampleArchive({ prompt: [[asked, ""]] }),
				findings: [
					"H-1/H-1_AGENT_PROMPT.md The prompt asks no questions; 10 verification + 3 adversarial are required.",
				],
			},
			{
				title: "One verification question is missing",
				files: sampleArchive({ prompt: [["10. Who reads the reading?\n", ""]] }),
				findings: [
					"H-1/H-1_AGENT_PROMPT.md:23:1 The prompt asks 12 questions instead of 13 (10 verification + 3 adversarial).",
				],
			},
			{
				title: "Eleven verification and two adversarial questions",
				files: sampleArchive({
					prompt: [
						["\n\nAdversarial (3):\n11. The Dependency Trap: What do", "\n11. What do"],
						["12. The Scope", "\nAdversarial (2):\n12. The Scope"],
					],
				}),
				findings: ["H-1/H-1_AGENT_PROMPT.md:23:1 Of the 13 questions, 2 are marked as adversarial instead of 3."],
			},
			{
				title: "A number occurs twice",
				files: sampleArchive({ prompt: [["6. What happens", "5. What happens"]] }),
				findings: ['H-1/H-1_AGENT_PROMPT.md:28:1 The question after 5 is numbered "5"; numbers run from 1 to 13.'],
			},
			{
				title: "Questions are left out with an ellipsis",
				files: sampleArchive({ prompt: [["9. How many tests are planned?\n", "...\n"]] }),
				findings: [
					"H-1/H-1_AGENT_PROMPT.md:31:1 Something stands in the place of questions here, so they cannot be counted.",
				],
			},
		],
	},
	*check({ parsed, record, standard }) {
		const { promptContract: contract } = standard;
		if (!contract) return yield noContract(standard);
		const { questions, lines } = promptLines(parsed, standard);
		const { verification, adversarial } = contract;
		const total = verification + adversarial;
		const data = { required: questionsAsked(contract), total, adversarial };
		if (!questions) return yield { messageId: "none", place: filePlace(record.path), data };
		if (questions.elided) {
			const unfilled = questions.items.find((item) => item.elided);
			if (unfilled)
				return yield {
					verdict: "could-not-evaluate",
					statement: "unfilled",
					data: { number: unfilled.number ?? "" },
					place: linePlace(parsed, unfilled.line),
				};
			const gap = lines.findIndex((line, index) => index + 1 > questions.line && /^\s*(?:\.{3}|…)\s*$/u.test(line));
			const place = linePlace(parsed, gap === -1 ? questions.line : gap + 1);
			return yield { messageId: "unclear", decides: "could-not-evaluate", place, data };
		}
		const place = linePlace(parsed, questions.line);
		const extra = contract.adversarial === 0 ? questions.adversarial : 0;
		if (questions.total - extra !== total)
			return yield { messageId: "count", place, data: { ...data, found: questions.total } };
		const misnumbered = firstMisnumbered(questions.items.slice(0, total));
		if (misnumbered) {
			const { number, line } = misnumbered.question;
			return yield {
				messageId: "numbering",
				place: linePlace(parsed, line),
				data: { ...data, before: misnumbered.before, number: number ?? "-" },
			};
		}
		if (extra === 0 && questions.adversarial !== adversarial)
			return yield { messageId: "split", place, data: { ...data, found: questions.adversarial } };
		yield { verdict: "pass", statement: "asked", data: { count: questions.total }, place };
	},
});

function firstMisnumbered(items: readonly Question[]) {
	const index = items.findIndex(({ number }, position) => number !== position + 1);
	const question = items[index];
	return question ? { question, before: index } : null;
}
