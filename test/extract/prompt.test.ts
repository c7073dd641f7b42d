import { describe, expect, it } from "vitest";
import { factValue } from "#model/facts.ts";
import { extracted } from "./extracting.ts";

const factsOf = (text: string) => extracted("H-40/H-40_AGENT_PROMPT.md", text).facts;
const countsOf = (text: string) => {
	const { questions, adversarialQuestions } = factsOf(text);
	return [factValue(questions), factValue(adversarialQuestions)];
};
const numbers = (from: number, to: number, form: (n: number) => string) =>
	Array.from({ length: to - from + 1 }, (_, index) => form(from + index)).join("\n");
const rules = "**Mandatory rules:**\n1. One.\n2. Two.\n3. Three.\n";
const contract = `You are a builder.

**Agent: H-40** — build
**Prompt Contract Version: 1.2.0**

Read your specification, answer the 13 questions below (10 verification + 3 adversarial), then STOP and WAIT for approval.

${rules}
**Before writing ANY code, answer ALL 13 questions to confirm your understanding:**

Verification (10):
${numbers(1, 10, (n) => `${n}. Why?`)}

Adversarial (3 — MANDATORY, Genesis set):
${numbers(11, 13, (n) => `${n}. What if?`)}

**STOP AFTER ANSWERING ALL 13.** Do NOT proceed.
`;

describe("questions of a prompt", () => {
	it.each<[string, string, readonly [number, number]]>([
		["the contract's template", contract, [13, 3]],
		[
			"a stop above the first group",
			`## Rules\n${rules}\n## Comprehension gate\n\nSTOP after you answered these. Wait for approval.\n\n**Scope**\n1. What?\n2. How?\n\n**Adversarial (1)**\n3. Why?`,
			[3, 1],
		],
		[
			"a remark behind a question",
			"## Questions\n\n1. What?\n2. How? (adversarial)\n3. Who? (and when)\n4. Why? [adversarial]",
			[4, 2],
		],
		[
			"a column of kinds",
			"## Questions\n\n| # | Question | Kind |\n|---|---|---|\n| 1 | What? | scope |\n| 2 | Why? | adversarial |\n| 3 | How? (adversarial) | plan |",
			[3, 1],
		],
		[
			"groups named in plain words below a sentence that asks",
			"Confirm your understanding (3 + 1). One paragraph each.\n\nScope\n  1. What?\n\nTests and integration\n  2. How?\n  3. Who?\n\nAdversarial\n  4. Why?\n\nStop. Wait.",
			[4, 1],
		],
		[
			"a list of questions that nothing calls so, beside one of rules",
			`${rules}\nFirst, to see that we mean the same:\n\n1) Which line?\n2) Which tests?\n3) Why?\n4) Say what else.\n\nWrite your answers here.`,
			[4, 0],
		],
		[
			"a request for answers",
			`${rules}\nCome back with answers to the following:\n\n1. Who?\n2. What?\n\nExpected answers:\n\n1. Ann.\n2. It.`,
			[2, 0],
		],
		[
			"a request, and one to argue against the plan",
			`${rules}\nBefore you delete anything, tell me:\n\n1. what goes,\n2. what stays.\n\nAnd argue against your own plan:\n\n3. What breaks?`,
			[3, 1],
		],
		[
			"the template in one fence, answers behind it",
			`# Agent Prompt\n\n\`\`\`\n${contract}\`\`\`\n\n## Expected Answers\n\n${numbers(1, 13, (n) => `${n}. So.`)}`,
			[13, 3],
		],
		[
			"older prompts without adversarial ones",
			`${rules}\n**Answer these 10 questions:**\n\n${numbers(1, 10, (n) => `${n}. Why?\n`)}\n**STOP AFTER ANSWERING.**\n\n1. Then build.`,
			[10, 0],
		],
		["items after brackets", "Answer these questions:\n1) a\n2) b", [2, 0]],
		["bold numbers", "## Questions\n\n**1.** a\n**2.** b", [2, 0]],
		["numbers with Q, as items", "## Questions\n\n- Q1: a\n- **Q2:** b", [2, 0]],
		[
			"headings that are numbers, with the questions below them",
			"## Verification Questions\n\n### Question 1\n\nWhat?\n\n### Question 2\n\nAfter your answers, who is asked to stop?\n\n**Question 3**\nWhy?",
			[3, 0],
		],
		["numbers with Q that no words announce", "## Gate\n\n- Q1: a\n- Q2: b\n\n### Adversarial\n\n- A1: c", [3, 1]],
		["questions that attack the plan", "## Questions\n\n1. a\n2. b\n\n### Red team\n\n3. c", [3, 1]],
		[
			"questions that a sentence announces above their title",
			"Answer in writing. Two questions about the task, one against it.\n\n## About the task\n\n1. a\n2. b\n\n## Against it (adversarial)\n\n3. c\n\n## Rules\n\n1. d",
			[3, 1],
		],
		[
			"none where a sentence speaks of questions above the rules",
			"Ask your questions first.\n\n## Rules\n\n1. a\n2. b\n\n## Questions\n\n1. c",
			[1, 0],
		],
		[
			"a range of numbers called adversarial",
			`**Your 4 questions** (numbers 3-4 are adversarial):\n\n${numbers(1, 4, (n) => `${n}. Why?`)}`,
			[4, 2],
		],
		[
			"adversarial ones as bullets",
			"## Questions\n\n1. a\n2. b\n\nAdversarial (one line each):\n- The Dependency Trap: c?\n- The Scope Creep Check: d?\n\nSTOP.",
			[4, 2],
		],
		[
			"no remarks below adversarial ones",
			"## Questions\n\n1. a\n\nAdversarial:\n\n2. b\n   - first?\n   - second?\n3. c",
			[3, 2],
		],
		["headings with Q", "## Verification Questions\n\n### Q1. What?\n\ntext\n\n### Q2. Why?\n\ntext", [2, 0]],
		["a table", "## Questions\n\n| # | Question |\n|---|---|\n| 1 | a |\n| 2 | b |", [2, 0]],
		[
			"a table of adversarial questions behind the first",
			"## Questions\n\n| # | Question |\n|---|---|\n| 1 | a |\n| 2 | b |\n\nAnd the adversarial ones:\n\n| # | Question |\n|---|---|\n| A1 | c |\n| A2 | d |",
			[4, 2],
		],
		[
			"adversarial questions by their name",
			"Answer the following:\n\n**Q1 (scope).** a\n**Q2 (tests).** b\n\n**Adversarial 1 — The Dependency Trap.** c\n**Adversarial 2 — The Semantic Audit.** d",
			[4, 2],
		],
		[
			"a table under words that also say stop",
			"Answer the following, then STOP and WAIT.\n\n| # | Question |\n|---|---|\n| 1 | a |\n| 2 | b |",
			[2, 0],
		],
		[
			"group titles and restarted numbers",
			"Answer these questions:\n\n**Scope:**\n1. a\n2. b\n\n**Technical details:**\n1. c\n\n**Adversarial:**\n1. d\n2. e",
			[5, 2],
		],
		[
			"group titles of no known name where the numbers go on",
			"## Questions\n\n**Wiring of the loop**\n1. a\n\n**Whatever else**\n2. b",
			[2, 0],
		],
		[
			"titles in italics or only with a count",
			"Before coding, answer:\n\n*Verification (1)*\n1. a\n\nAdversarial (2)\n\nA1. b\nA2. c",
			[3, 2],
		],
		["no lists under them", "## Questions\n\n1. a\n   1. part\n   2. part\n2. b", [2, 0]],
		["no list that follows under another title", "## Questions\n\n1. a\n2. b\n\nThen:\n\n1. build\n2. test", [2, 0]],
		["no list of the next section", "## Questions\n\n1. a\n\n## Deliverables\n\n1. code", [1, 0]],
		[
			"the last ones where only the sum is told apart",
			`Answer ALL 13 questions (10 verification + 3 adversarial):\n${numbers(1, 13, (n) => `${n}. x?`)}`,
			[13, 3],
		],
		["numbers below a request to explain", "Before you start, explain:\n\n1. Which line\n2. Which tests\n", [2, 0]],
		[
			"questions above numbered headings",
			"## Questions\n\n1) Which line?\n2) Which tests?\n\n## 1. Rules\n\n1) Only this package.\n2) Report.",
			[2, 0],
		],
		["questions that are numbered headings", "## Questions\n\n### 1. Which line?\n\n### 2. Which tests?", [2, 0]],
		[
			"questions of both kinds in one list under words that name both",
			`Twelve questions — ten on the specification, two adversarial:\n\n${numbers(1, 10, (n) => `- Q${n} a`)}\n\n- A1 b\n- A2 c`,
			[12, 2],
		],
		[
			"how many of a list are adversarial",
			`Answer before step 1 (5 questions, two of them are adversarial):\n\n${numbers(1, 5, (n) => `${n}. a?`)}`,
			[5, 2],
		],
		[
			"how many adversarial ones a list has beside the others",
			`Answer the 3 questions below and the 2 bonus questions:\n\n${numbers(1, 5, (n) => `${n}. a?`)}`,
			[5, 2],
		],
		[
			"a numbered heading that is the title of adversarial questions",
			"## Questions\n\n1. a\n2. b\n\n#### 3. THE ADVERSARIAL SIMULATION (PRE-FLIGHT)\n\n1. c\n2. d",
			[4, 2],
		],
		["a bonus", "Reply to each of the following:\n\n1. a\n2. b\n\n**Bonus:**\n\n3. c", [3, 1]],
		[
			"no list of acceptance criteria behind them",
			"Show that you have understood:\n\n1. a\n2. b\n\n**Acceptance criteria**\n1. c\n2. d",
			[2, 0],
		],
		["pressure tests", "## Questions\n\n1. a\n2. b\n\n## Pressure tests (pre-flight)\n\n3. c\n4. d", [4, 2]],
		[
			"the contract's own adversarial titles",
			"## Questions\n\n1. a\n2. The Dependency Trap: b\n3. The Semantic Audit: c",
			[3, 2],
		],
	])("reads %s", (_, text, expected) => {
		expect(countsOf(text)).toEqual(expected);
	});

	it("states none where a prompt only has rules", () => {
		expect(factsOf(`Read the spec, then answer the questions in it.\n\n${rules}`)).toMatchObject({
			questions: { state: "not-stated" },
			adversarialQuestions: { state: "not-stated" },
		});
	});

	it("is unclear about an unfilled template", () => {
		expect(factsOf("Answer ALL 13 questions:\n1. [QUESTION]\n...\n10. [QUESTION]")).toMatchObject({
			questions: { state: "unclear", line: 2 },
		});
	});

	it("gives the first question's line", () => {
		expect(factsOf("## Questions\n\n1. a").questions).toEqual({
			state: "derived",
			value: 1,
			line: 3,
			from: "questions listed: 1",
			said: [{ id: "questionsListed", values: { count: 1 } }],
		});
	});
});

describe("the contract's version", () => {
	it.each<[string, string | undefined]>([
		["**Prompt Contract Version: 1.2.0**", "1.2.0"],
		["**Prompt Contract Version:** v1.1.0", "1.1.0"],
		["| Contract Version | 1.0.0 |\n|---|---|", "1.0.0"],
		["Contract: BUILDER_PROMPT_CONTRACT.md v1.2.0", "1.2.0"],
		["Contract: BUILDER_PROMPT_CONTRACT.md, version 1.1.0", "1.1.0"],
		["```\nPrompt Contract Version: 1.2.0\n```", "1.2.0"],
		["**Prompt Contract Version: [CONTRACT_VERSION]**", undefined],
		["Uses Python 3.12.", undefined],
	])("%s", (text, version) => {
		expect(factValue(factsOf(text).contractVersion)).toBe(version);
	});
});
