import { type PromptLines, promptLines } from "#extract/questions/prompt-lines.ts";
import { normalise } from "#extract/text/text.ts";
import { hasPhrase, startsWithPhrase } from "#extract/text/vocabulary.ts";
import { oncePer } from "#model/once-per.ts";
import type { PromptContract } from "#model/standard.ts";
import { filePlace, linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { noContract } from "../shared/prompts.ts";

const { "H-1/H-1_AGENT_PROMPT.md": sample = "" } = sampleArchive();
const listed = sample.slice(sample.indexOf("**Mandatory rules:**"), sample.indexOf("**Before writing"));

export default documentRule({
	id: "prompt/mandatory-rules",
	kinds: ["prompt"],
	source: { standard: "BPC", section: "Template" },
	severity: "warning",
	requires: "The prompt repeats the mandatory rules of the contract.",
	why: "Each of these rules was broken once by an agent that had not been told of it in its prompt.",
	remedy: 'Add to the mandatory rules of the prompt, from the contract: "{rule}".',
	messages: {
		none: "The prompt lists none of the {count} mandatory rules of the contract.",
		missing: 'The mandatory rule "{rule}" is missing.',
	},
	statements: {
		none: '"{contract}" holds no mandatory rules.',
		all: "All {count} mandatory rules are there.",
	},
	examples: {
		valid: [
			{ title: "All rules", files: sampleArchive() },
			{
				title: "A rule that opens with a file's name",
				files: sampleArchive({
					prompt: [["4. Hash format: `sha256:<64hex>` in", "4. `manifest.json`: hashes as `sha256:<64hex>` in"]],
				}),
			},
			{
				title: "A rule in other words",
				files: sampleArchive({ prompt: [["7. No hardcoding: limits", "7. Never hardcode: limits"]] }),
			},
		],
		invalid: [
			{
				title: "What a file to read is for is no rule",
				files: sampleArchive({
					prompt: [
						[
							"**Mandatory rules:**",
							"**Also read:**\n- `_staging/STANDARD.md`: hash format and results file format\n\n**Mandatory rules:**",
						],
						["4. Hash format: `sha256:<64hex>` in every manifest.\n", ""],
					],
				}),
				findings: ['H-1/H-1_AGENT_PROMPT.md:15:1 The mandatory rule "Hash format" is missing.'],
			},
			{
				title: "One rule is left out",
				files: sampleArchive({ prompt: [["4. Hash format: `sha256:<64hex>` in every manifest.\n", ""]] }),
				findings: ['H-1/H-1_AGENT_PROMPT.md:12:1 The mandatory rule "Hash format" is missing.'],
			},
			{
				title: "No rules at all",
				files: sampleArchive({ prompt: [[listed, ""]] }),
				findings: ["H-1/H-1_AGENT_PROMPT.md The prompt lists none of the 7 mandatory rules of the contract."],
			},
		],
	},
	*check({ parsed, record, standard }) {
		const { promptContract: contract } = standard;
		if (!contract) return yield noContract(standard);
		const rules = contract.mandatoryRules;
		if (rules.length === 0)
			return yield { verdict: "not-applicable", statement: "none", data: { contract: contract.title } };
		const items = listItems(promptLines(parsed, standard));
		const present = rules.map((rule) => items.find((item) => states(item, rule, rules)));
		const [first] = present.flatMap((item) => item ?? []).sort((a, b) => a.line - b.line);
		if (!first) {
			const leads = rules.map(({ lead }) => lead).join("; ");
			return yield { messageId: "none", place: filePlace(record.path), data: { count: rules.length, rule: leads } };
		}
		for (const [index, rule] of rules.entries())
			if (!present[index])
				yield { messageId: "missing", place: linePlace(parsed, first.line), data: { rule: rule.lead } };
		if (present.every(Boolean))
			yield {
				verdict: "pass",
				statement: "all",
				data: { count: rules.length },
				place: linePlace(parsed, first.line),
			};
	},
});

interface Item {
	readonly line: number;
	readonly words: string;
}

/** A file to read, and what for: "- `docs/STANDARD.md`: results file format". Its words are no rule. */
const opensWithFile = /^\s*(?:>\s*)*(?:[-*+]|\d{1,2}[.)])\s+[*_]{0,2}[`[]*(?:[\w.$-]+\/)+[\w.-]+\.\w{1,8}[`\]]/u;

/** The list items of a prompt before and after its questions, with the lines that continue them. */
function listItems({ lines, words, questions }: PromptLines): readonly Item[] {
	const asked = new Set(questions?.items.map(({ line }) => line));
	const items: Item[] = [];
	let open: { line: number; words: string } | null = null;
	for (const [index, line] of lines.entries()) {
		const isItem = /^\s*(?:>\s*)*(?:[-*+]|\d{1,2}[.)])\s/u.test(line);
		if (isItem) {
			open =
				asked.has(index + 1) || opensWithFile.test(line) ? null : { line: index + 1, words: ` ${words[index] ?? ""}` };
			if (open) items.push(open);
		} else if (line.trim() === "") open = null;
		else if (open) open.words += ` ${words[index] ?? ""}`;
	}
	return items;
}

type MandatoryRule = PromptContract["mandatoryRules"][number];

/** Whether an item states a rule: it has its words, and does not open with those of another one ("Results file: … Full Regression …"). */
function states({ words }: Item, rule: MandatoryRule, rules: readonly MandatoryRule[]): boolean {
	if (!hasPhrase(words, phrasesOf(rule))) return false;
	const opening = words.trimStart().replace(/^\d+ /u, "");
	return (
		startsWithPhrase(opening, phrasesOf(rule)) ||
		!rules.some(({ lead }) => startsWithPhrase(opening, [normalise(lead)]))
	);
}

const phrasesOf = oncePer((rule: MandatoryRule): readonly string[] => [rule.lead, ...rule.aliases].map(normalise));
