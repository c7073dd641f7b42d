import type { Fact } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import type { Block, Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { blank } from "../text/statements.ts";

interface Command {
	readonly value: string;
	readonly line: number;
}

/**
 * The command that ran the tests of a section: what stands behind the label, else a line of a code block that runs tests, else
 * the only such command that its sentences hold (BHS, Results File). Of several attempts the last decides, as it does for the
 * figures.
 */
export function commandFact(sections: readonly Section[], lexicon: Lexicon): Fact<string> {
	for (const { blocks } of sections) {
		const labelled = blocks.flatMap((block) => labelledCommands(block, lexicon));
		const found =
			labelled.at(-1) ??
			blocks.flatMap((block) => printedCommands(block, lexicon)).at(-1) ??
			theOnly(blocks.flatMap((block) => toldCommands(block, lexicon)));
		if (found) return { state: "stated", ...found };
	}
	return notStated;
}

function labelledCommands({ statements, codes }: Block, lexicon: Lexicon): Command[] {
	return statements.flatMap(({ label, fullValue, line, children }): Command[] => {
		if (!label || !lexicon.isLabel("tests.command", label.name)) return [];
		if (lexicon.startsWith("notApplicable", normalise(fullValue)) || /^\[.*\]$/.test(fullValue)) return [];
		if (fullValue !== "") return [{ value: fullValue, line }];
		const below = children[0];
		if (below) return [{ value: below.text.trim(), line: below.line }];
		const code = codes.find((block) => block.line > line && block.line <= line + 2);
		const first = code?.lines.find(({ text }) => text.trim() !== "");
		return first ? [{ value: first.text.trim(), line: first.line }] : [];
	});
}

function printedCommands({ codes }: Block, lexicon: Lexicon): Command[] {
	return codes.flatMap(({ lines }) =>
		lines
			.filter(({ text }) => lexicon.has("testCommands", normalise(text)))
			.map(({ text, line }) => ({ value: text.trim(), line })),
	);
}

/** Inline code that runs tests, in a sentence: "Ran `pytest tests/`: 12 passed". */
function toldCommands({ statements }: Block, lexicon: Lexicon): Command[] {
	return statements.flatMap(({ text, prose, line }) => {
		if (!prose.includes(blank) || text.length !== prose.length) return [];
		return [...prose.matchAll(codes)]
			.map(({ index, 0: { length } }) => text.slice(index, index + length))
			.filter((code) => code.includes(" ") && lexicon.has("testCommands", normalise(code)))
			.map((value) => ({ value, line }));
	});
}

function theOnly(commands: readonly Command[]): Command | undefined {
	return commands.every(({ value }) => value === commands[0]?.value) ? commands[0] : undefined;
}

const codes = new RegExp(`${blank}+`, "gu");
