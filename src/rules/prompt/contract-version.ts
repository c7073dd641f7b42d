import { promptLines } from "#extract/questions/prompt-lines.ts";
import { normalise } from "#extract/text/text.ts";
import { labelsOf, startsWithPhrase } from "#extract/text/vocabulary.ts";
import { filePlace, linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { noContract, placeholdersIn } from "../shared/prompts.ts";

const stated = "**Prompt Contract Version: 1.2.0**";

export default documentRule({
	id: "prompt/contract-version",
	kinds: ["prompt"],
	source: { standard: "BPC", section: "Version History" },
	severity: "error",
	requires: "The prompt records the current version of the prompt contract.",
	why: "The reviewer must see which questions and rules the agent was given. A prompt made from an older contract lacks what was added since.",
	remedy:
		"Generate the prompt from the current contract and record its version: `**Prompt Contract Version: {version}**`.",
	messages: {
		missing: "The version of the prompt contract is not stated.",
		other: "The prompt was made from version {stated} of the contract; the current one is {version}.",
	},
	statements: {
		noVersion: '"{contract}" of the standard in force has no version.',
		recorded: "The prompt records version {version}.",
		unfilled: "The version is still the placeholder {placeholder}.",
	},
	examples: {
		valid: [
			{ title: "The current version", files: sampleArchive() },
			{
				title: "Another wording of the label",
				files: sampleArchive({ prompt: [[stated, "- Contract version: v1.2.0"]] }),
			},
		],
		invalid: [
			{
				title: "No version",
				files: sampleArchive({ prompt: [[`${stated}\n`, ""]] }),
				findings: ["H-1/H-1_AGENT_PROMPT.md The version of the prompt contract is not stated."],
			},
			{
				title: "An older version",
				files: sampleArchive({ prompt: [["1.2.0", "1.1.0"]] }),
				findings: [
					"H-1/H-1_AGENT_PROMPT.md:4:28 The prompt was made from version 1.1.0 of the contract; the current one is 1.2.0.",
				],
			},
		],
	},
	*check({ parsed, record, standard }) {
		const { promptContract: contract } = standard;
		if (!contract) return yield noContract(standard);
		const { version } = contract;
		if (version === undefined)
			return yield {
				verdict: "not-applicable",
				statement: "noVersion",
				data: { contract: contract.title },
			};
		const fact = record.facts.contractVersion;
		if (fact && "value" in fact) {
			const place = linePlace(parsed, fact.line, fact.value);
			if (fact.value === version) return yield { verdict: "pass", statement: "recorded", data: { version }, place };
			return yield { messageId: "other", place, data: { stated: fact.value, version } };
		}
		const text = promptLines(parsed, standard);
		const labels = labelsOf(standard, "contractVersion");
		const unfilled = placeholdersIn(text, contract).find(({ line }) =>
			startsWithPhrase(normalise(text.lines[line - 1] ?? ""), labels),
		);
		if (unfilled)
			yield {
				verdict: "could-not-evaluate",
				statement: "unfilled",
				data: { placeholder: unfilled.text },
				place: linePlace(parsed, unfilled.line, unfilled.text),
			};
		else yield { messageId: "missing", place: filePlace(record.path), data: { version } };
	},
});
