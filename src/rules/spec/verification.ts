import type { Code } from "mdast";
import type { Block } from "#extract/text/blocks.ts";
import { normalise } from "#extract/text/text.ts";
import { hasPhrase, normalised } from "#extract/text/vocabulary.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { codeBlocks } from "../shared/code-lines.ts";
import { specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/verification",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 8. End-to-End Verification" },
	severity: "error",
	requires: "The verification gives commands to copy and paste, and the output to expect.",
	why: "A command that has to be guessed proves what the guesser wanted; output without expectation proves nothing.",
	remedy: "Put the exact commands in a fenced code block, and below it what they must print.",
	messages: {
		noCommand: "The verification holds no block of commands.",
		template: "The command cannot be pasted: {words} has to be filled in first.",
		noOutput: "The expected output of the commands is not stated.",
	},
	statements: {
		stated: "Commands to paste and the output to expect are stated.",
	},
	examples: {
		valid: [
			{ title: "Commands and their expected output", files: sampleArchive() },
			{
				title: "The expectation may stand in a comment",
				files: sampleArchive({
					spec: [["-v\n```\n\nExpected output: 10 passed.", "-v\n# Expected: 10 passed\n```"]],
				}),
			},
		],
		invalid: [
			{
				title: "Prose instead of commands",
				files: sampleArchive({
					spec: [["```bash\npython3 -m pytest _staging/PKG-GAUGE-001 -v\n```", "Run the tests of the package."]],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:71:1 The verification holds no block of commands."],
			},
			{
				title: "No expected output",
				files: sampleArchive({ spec: [["Expected output: 10 passed.", "That is all."]] }),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:72:1 The expected output of the commands is not stated."],
			},
			{
				title: "A command with a gap",
				files: sampleArchive({
					spec: [["python3 -m pytest _staging/PKG-GAUGE-001 -v\n```", "python3 -m pytest <package path> -v\n```"]],
				}),
				findings: [
					"H-1/H-1_BUILDER_HANDOFF.md:72:19 The command cannot be pasted: <package path> has to be filled in first.",
				],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "endToEndVerification");
		if ("verdict" in section) return yield section;
		const { parsed, standard } = subject;
		const codes = section.nodes.flatMap(codeBlocks).filter((code) => isCommands(code, standard));
		const [first] = codes;
		if (!first)
			return yield {
				messageId: "noCommand",
				place: linePlace(parsed, section.nodes[0]?.position?.start.line ?? section.heading.line),
			};
		let pasteable = true;
		for (const { line, words } of codes.flatMap((code) => gapsIn(code, parsed))) {
			pasteable = false;
			yield { messageId: "template", place: linePlace(parsed, line, words), data: { words } };
		}
		const command = linePlace(parsed, firstLine(first));
		const expected = section.blocks.find((block) => statesOutput(block, standard));
		if (!expected) yield { messageId: "noOutput", place: command };
		else if (pasteable)
			yield {
				verdict: "pass",
				statement: "stated",
				place: command,
			};
	},
});

function firstLine(code: Code): number {
	return (code.position?.start.line ?? 0) + 1;
}

/** A block of commands: its language says so, or, where it names none, a line starts with a command. */
function isCommands({ lang, value }: Code, { spec }: Standard): boolean {
	if (lang) return normalised(spec.shellLanguages).includes(normalise(lang.replace(/[{}]/gu, "")));
	return value.split("\n").some((line) => {
		const [word = ""] = line.trim().split(/\s/u, 1);
		return spec.commandStarts.includes(word) || /^(?:\.{0,2}\/|[A-Z_]+=\S)/u.test(word);
	});
}

/** Template words on command lines, comments aside: "<package path>". */
function gapsIn(code: Code, parsed: ParsedDocument): readonly { readonly line: number; readonly words: string }[] {
	const first = firstLine(code);
	return code.value.split("\n").flatMap((_, index) => {
		const text = lineText(parsed.source, first + index);
		if (text.trimStart().startsWith("#")) return [];
		const words = /(?<![\w<'"=])<[A-Za-z][\w-]*(?:[ /|][\w-]+){0,5}>/u.exec(text)?.[0];
		return words === undefined ? [] : [{ line: first + index, words }];
	});
}

/** Whether a block says what to expect: in words, in a comment among the commands, or by a check that prints its verdict. */
function statesOutput(block: Block, { spec }: Standard): boolean {
	const words = normalised(spec.expectedOutput);
	const says = (text: string) => hasPhrase(normalise(text), words);
	switch (block.kind) {
		case "heading":
		case "item":
			return says(block.text);
		case "paragraph":
			return block.lines.some(says);
		case "table":
			return block.header.some(says);
		case "code":
			return block.lines.some((line) =>
				/(?:^|\s)(?:#|\/\/)\s|→|\bassert\b|\becho\b/u.test(line) ? says(line) || /\bassert\b/u.test(line) : false,
			);
	}
}
