import { promptLines } from "#extract/questions/prompt-lines.ts";
import type { Question } from "#extract/questions/questions.ts";
import { normalise } from "#extract/text/text.ts";
import { startsWithPhrase } from "#extract/text/vocabulary.ts";
import type { PromptContract } from "#model/standard.ts";
import { either } from "#words/because.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { noContract } from "../shared/prompts.ts";

export default documentRule({
	id: "prompt/adversarial",
	kinds: ["prompt"],
	source: { standard: "BPC", section: "Adversarial Simulation" },
	severity: "warning",
	requires: "The adversarial questions are one known set, and the semantic audit is the last.",
	why: "The sets are made for the maturity of a system: questions about gates and tools that do not exist yet test nothing.",
	remedy: "Take the adversarial questions from one set of the contract: {sets}; then {last}.",
	messages: {
		unknown: "Question {number} is no adversarial question of the contract.",
		mixed: "Question {number} is of the {other} set, but question {first} is of the {set} set.",
		last: "Question {number} is not the one that ends every set: {last}.",
		order: "Question {number} stands out of its place in the {set} set.",
	},
	statements: {
		notAsked: "The standard in force asks no adversarial questions.",
		incomplete: "The prompt does not ask all its questions.",
		known: "The adversarial questions are a set of the contract.",
	},
	examples: {
		valid: [
			{ title: "The genesis set", files: sampleArchive() },
			{
				title: "The infrastructure set",
				files: sampleArchive({
					prompt: [
						["The Dependency Trap", "The Failure Mode"],
						["The Scope Creep Check", "The Shortcut Check"],
					],
				}),
			},
		],
		invalid: [
			{
				title: "A question of one's own",
				files: sampleArchive({ prompt: [["The Scope Creep Check: What", "What"]] }),
				findings: ["H-1/H-1_AGENT_PROMPT.md:36:1 Question 12 is no adversarial question of the contract."],
			},
			{
				title: "Two sets mixed",
				files: sampleArchive({ prompt: [["The Scope Creep Check", "The Shortcut Check"]] }),
				findings: [
					"H-1/H-1_AGENT_PROMPT.md:36:1 Question 12 is of the infrastructure set, but question 11 is of the genesis set.",
				],
			},
			{
				title: "No semantic audit",
				files: sampleArchive({ prompt: [["The Semantic Audit: Which", "Which"]] }),
				findings: ["H-1/H-1_AGENT_PROMPT.md:37:1 Question 13 is not the one that ends every set: The Semantic Audit."],
			},
			{
				title: "One question twice",
				files: sampleArchive({ prompt: [["The Scope Creep Check", "The Dependency Trap"]] }),
				findings: ["H-1/H-1_AGENT_PROMPT.md:36:1 Question 12 stands out of its place in the genesis set."],
			},
		],
	},
	*check({ parsed, standard }) {
		const { promptContract: contract } = standard;
		if (!contract) return yield noContract(standard);
		if (contract.adversarial === 0) return yield { verdict: "not-applicable", statement: "notAsked" };
		const { questions } = promptLines(parsed, standard);
		const { adversarial, verification, last = "" } = contract;
		if (!questions || questions.elided || questions.total !== verification + adversarial)
			return yield { verdict: "not-applicable", statement: "incomplete" };
		const items = questions.items.slice(-adversarial);
		const sets = Object.entries(contract.sets).map(([name, titles]) => `${titles.join(", ")} (${name})`);
		const data = { sets: either(sets), last };
		const fault = faultIn(items, contract);
		if (fault) {
			const place = linePlace(parsed, fault.question.line);
			yield { messageId: fault.messageId, place, data: { ...data, ...fault.data } };
			return;
		}
		const place = linePlace(parsed, items[0]?.line ?? questions.line);
		yield { verdict: "pass", statement: "known", place };
	},
});

/** The first question that does not fit, and why; the first question of a known set decides which set is meant. */
function faultIn(items: readonly Question[], { sets, last }: PromptContract) {
	const asked = items.map((question) => ({ question, words: normalise(question.text) }));
	const before = last === undefined ? asked : asked.slice(0, -1);
	let chosen: { readonly set: string; readonly first: number } | null = null;
	for (const [index, { question, words }] of before.entries()) {
		const number = numberOf(question);
		const found = Object.entries(sets).find(([, titles]) => titles.some((title) => isTitled(words, title)));
		if (!found) return { messageId: "unknown", question, data: { number } } as const;
		const [set, titles] = found;
		if (chosen && chosen.set !== set)
			return { messageId: "mixed", question, data: { number, other: set, ...chosen } } as const;
		if (!isTitled(words, titles[index] ?? "")) return { messageId: "order", question, data: { number, set } } as const;
		chosen ??= { set, first: number };
	}
	const final = asked.at(-1);
	if (last !== undefined && final && !isTitled(final.words, last))
		return { messageId: "last", question: final.question, data: { number: numberOf(final.question) } } as const;
	return null;
}

function numberOf({ number }: Question): number {
	return number ?? 0;
}

/** Whether the words of a question open with a title, with or without its article. */
function isTitled(words: string, title: string): boolean {
	const name = normalise(title);
	return name !== "" && startsWithPhrase(words, [name, name.startsWith("the ") ? name.slice(4) : name]);
}
