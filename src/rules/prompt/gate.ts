import { promptLines } from "#extract/questions/prompt-lines.ts";
import { normalise } from "#extract/text/text.ts";
import { oncePer } from "#model/once-per.ts";
import type { PromptContract } from "#model/standard.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { noContract } from "../shared/prompts.ts";

const opening = ", then STOP and WAIT for approval.";
const closing =
	"\n**STOP AFTER ANSWERING ALL 13.** Do not implement before you are told to go ahead. Wait for approval.\n";

export default documentRule({
	id: "prompt/gate",
	kinds: ["prompt"],
	source: { standard: "BPC", section: "Template" },
	severity: "error",
	requires: "The prompt tells the agent to stop after answering and to wait for approval.",
	why: "The questions are a gate, not a formality. An agent that is not told to wait answers them and builds on.",
	remedy:
		'Close the {total} questions with "STOP AFTER ANSWERING" and "Wait for approval", as the template of the contract does.',
	messages: {
		missing: "The prompt does not tell the agent to stop after answering and to wait for approval.",
		stop: "The prompt tells the agent to wait for approval, but not to stop after answering.",
		wait: "The prompt tells the agent to stop, but not to wait for approval.",
		early: "The prompt says so only before its questions; the contract ends them with it.",
	},
	statements: {
		ends: "The prompt ends its questions with the gate.",
	},
	examples: {
		valid: [{ title: "The words of the contract", files: sampleArchive() }],
		invalid: [
			{
				title: "No gate",
				files: sampleArchive({
					prompt: [
						[opening, "."],
						[closing, ""],
					],
				}),
				findings: [
					"H-1/H-1_AGENT_PROMPT.md:37:1 The prompt does not tell the agent to stop after answering and to wait for approval.",
				],
			},
			{
				title: "Stop, but not for how long",
				files: sampleArchive({
					prompt: [
						[opening, "."],
						[closing, "\n**STOP AFTER ANSWERING ALL 13.**\n"],
					],
				}),
				findings: ["H-1/H-1_AGENT_PROMPT.md:39:1 The prompt tells the agent to stop, but not to wait for approval."],
			},
			{
				title: "Wait, but when",
				files: sampleArchive({
					prompt: [
						[opening, "."],
						[closing, "\nWait for approval.\n"],
					],
				}),
				findings: [
					"H-1/H-1_AGENT_PROMPT.md:39:1 The prompt tells the agent to wait for approval, but not to stop after answering.",
				],
			},
			{
				title: "Only before the questions",
				files: sampleArchive({ prompt: [[closing, ""]] }),
				findings: [
					"H-1/H-1_AGENT_PROMPT.md:6:1 The prompt says so only before its questions; the contract ends them with it.",
				],
			},
		],
	},
	*check({ parsed, standard }) {
		const { promptContract: contract } = standard;
		if (!contract) return yield noContract(standard);
		const { words, questions } = promptLines(parsed, standard);
		const lastQuestion = questions?.items.at(-1)?.line ?? 0;
		const { stop, wait } = gatePatterns(contract);
		const stops = linesThatSay(words, stop);
		const waits = linesThatSay(words, wait);
		const data = { total: contract.verification + contract.adversarial };
		const end = lastQuestion || Math.max(1, words.findLastIndex((line) => line !== "") + 1);
		const [stopLine] = [...stops.filter((line) => line >= lastQuestion), ...stops];
		const [waitLine] = [...waits.filter((line) => line >= lastQuestion), ...waits];
		if (stopLine === undefined || waitLine === undefined) {
			const messageId = stopLine !== undefined ? "wait" : waitLine !== undefined ? "stop" : "missing";
			return yield { messageId, place: linePlace(parsed, stopLine ?? waitLine ?? end), data };
		}
		const place = linePlace(parsed, stopLine);
		if (stopLine < lastQuestion && waitLine < lastQuestion)
			yield { messageId: "early", severity: "warning", place, data };
		else yield { verdict: "pass", statement: "ends", place };
	},
});

/** The lines on which one of the phrases starts; a phrase may run over the end of a line. */
function linesThatSay(words: readonly string[], phrases: RegExp): readonly number[] {
	const text = ` ${words.join(" ")} `;
	const found: number[] = [];
	let line = 0;
	let end = 1;
	for (const { index } of text.matchAll(phrases)) {
		for (; line < words.length && end <= index + 1; line++) end += (words[line] ?? "").length + 1;
		if (found.at(-1) !== line) found.push(line);
	}
	return found;
}

interface GatePatterns {
	readonly stop: RegExp;
	readonly wait: RegExp;
}

const gatePatterns = oncePer(({ gate: { stop, wait } }: PromptContract): GatePatterns => {
	// The space behind a phrase may be the one before the next.
	const anyOf = (phrases: readonly string[]) => new RegExp(` (?:${phrases.map(normalise).join("|")})(?= )`, "g");
	return { stop: anyOf(stop), wait: anyOf(wait) };
});
