import type { Nodes, Root } from "mdast";
import { type DecisionKind, decisionKinds, type StatedDecision } from "#model/decisions.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { type Flow, flowOf, lineInFlow } from "../text/flow.ts";
import { alternatives } from "../text/patterns.ts";
import { normalise } from "../text/text.ts";

/** A decision that a label announces: "**Decision D3:** …", "Decided against: …". */
export type LabelledDecision = Pick<StatedDecision, "kind" | "number" | "words" | "line" | "endLine">;

interface LabelWords {
	readonly kinds: ReadonlyMap<string, DecisionKind>;
	readonly labels: RegExp;
	readonly open: RegExp;
}

const labelWords = oncePer((standard: Standard): LabelWords => {
	const { vocabulary } = standard;
	const kinds = new Map(
		decisionKinds.flatMap((kind) =>
			(vocabulary[`decisionLabels.${kind}`] ?? []).map((label) => [normalise(label), kind] as const),
		),
	);
	return {
		kinds,
		labels: new RegExp(
			// A capital opens a label, at the start or behind the end of a sentence; a full stop ends one only behind its number.
			`(?:^|(?<=[.!?)…]["”’)]?\\s))(?=\\p{Lu})(?<label>${alternatives([...kinds.keys()])})(?:(?:\\s+|\\s?#|\\s?[-–]\\s?)\\p{Lu}{0,3}-?(?<number>\\d{1,3}))?(?:\\s*:|(?<=\\d)\\s*[.—–])(?=\\s)`,
			"giu",
		),
		open: new RegExp(`^(?:${alternatives(vocabulary["decisionOpen"] ?? [])})\\s*[:—–(]`, "iu"),
	};
});

/** Whether an entry says of itself that nothing is decided yet: "Open: …". */
export function isOpen(words: string, standard: Standard): boolean {
	return labelWords(standard).open.test(words);
}

/** The decisions that labels announce in the paragraphs and items of a tree; tables and code announce none. */
export function labelledDecisions(tree: Root, standard: Standard): readonly LabelledDecision[] {
	const words = labelWords(standard);
	const found: LabelledDecision[] = [];
	const read = (node: Nodes): void => {
		if (node.type === "paragraph") found.push(...labelledIn(flowOf(node), words));
		else if ("children" in node && node.type !== "table") for (const child of node.children) read(child);
	};
	read(tree);
	return found;
}

/** From each label to the next one, or to the end of the paragraph. */
function labelledIn(flow: Flow, { labels, kinds }: LabelWords): readonly LabelledDecision[] {
	const marks = [...flow.text.matchAll(labels)].filter(({ 0: label }) => /^\p{Lu}/u.test(label));
	return marks.flatMap((mark, index) => {
		const end = marks[index + 1]?.index ?? flow.text.length;
		const { label = "", number } = mark.groups ?? {};
		const kind = kinds.get(normalise(label));
		const words = flow.text.slice(mark.index, end).trim();
		if (!kind || words.length <= mark[0].length) return [];
		return [
			{
				kind,
				number: number === undefined ? null : Number(number),
				words,
				line: lineInFlow(flow, mark.index),
				endLine: lineInFlow(flow, mark.index + words.length - 1),
			},
		];
	});
}
