import { promptLines } from "#extract/questions/prompt-lines.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { noContract, placeholdersIn } from "../shared/prompts.ts";

export default documentRule({
	id: "prompt/placeholder",
	kinds: ["prompt"],
	source: { standard: "BPC", section: "Variables" },
	severity: "error",
	requires: "No variable of the template is left unfilled in the prompt.",
	why: "An agent that meets a variable guesses what was meant, and nobody sees that it guessed.",
	remedy: "Put what {placeholder} stands for in its place, or leave the line out.",
	messages: { unfilled: "{placeholder} was not filled." },
	examples: {
		valid: [{ title: "Every variable is filled", files: sampleArchive() }],
		invalid: [
			{
				title: "The mission was not filled in",
				files: sampleArchive({ prompt: [["Build the tide gauge reader", "[ONE_LINE_MISSION]"]] }),
				findings: ["H-1/H-1_AGENT_PROMPT.md:3:18 [ONE_LINE_MISSION] was not filled."],
			},
		],
	},
	*check({ parsed, standard }) {
		const { promptContract: contract } = standard;
		if (!contract) return yield noContract(standard);
		for (const { line, text } of placeholdersIn(promptLines(parsed, standard), contract))
			yield { messageId: "unfilled", place: linePlace(parsed, line, text), data: { placeholder: text } };
	},
});
