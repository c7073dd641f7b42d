import type { List, ListItem, RootContent, Table } from "mdast";
import { type DecisionKind, decisionKinds, type StatedDecision } from "#model/decisions.ts";
import type { Heading, Mention, StatedRelation } from "#model/documents.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { flowOf } from "../text/flow.ts";
import { alternatives } from "../text/patterns.ts";
import { lineOf, normalise } from "../text/text.ts";
import { isOpen, labelledDecisions } from "./labelled-decisions.ts";

/** What of a document decisions are read with, as it was extracted before. */
export interface DecisionContext {
	readonly outline: readonly Heading[];
	readonly mentions: readonly Mention[];
	readonly relations: readonly StatedRelation[];
}

/**
 * The decisions that a document states: the entries of those sections that hold decisions by the standard, and elsewhere
 * what a label announces as one ("**Decision:** …"). The non-negotiable rules that every spec repeats are none, nor what says
 * of itself that it is open. Nothing is paraphrased.
 */
export function decisionsOf(
	parsed: ParsedDocument,
	context: DecisionContext,
	standard: Standard,
): readonly StatedDecision[] {
	const words = wordsOf(standard);
	const mentions = Map.groupBy(context.mentions, ({ line }) => line);
	const relations = Map.groupBy(context.relations, ({ line }) => line);
	const around = ({ line, endLine }: Entry): Around => {
		const lines = Array.from({ length: endLine - line + 1 }, (_, index) => line + index);
		return {
			mentions: lines.flatMap((one) => mentions.get(one) ?? []),
			relations: lines.flatMap((one) => relations.get(one) ?? []),
		};
	};
	const found: StatedDecision[] = [];
	const labelled = labelledDecisions(parsed.tree, standard);
	const listed = new Set<number>();
	for (const heading of context.outline) {
		const kind = kindOf(heading, words);
		if (kind === null) continue;
		for (const entry of entriesUnder(heading, context.outline, parsed, words)) {
			for (let line = entry.line; line <= entry.endLine; line++) listed.add(line);
			if (kind === "constraint" && isStandardRule(entry.words, words)) continue;
			if (kind === "decision" && isOpen(entry.words, standard)) continue;
			found.push({ kind, ...entry, says: effectsOf(entry, around(entry), words) });
		}
	}
	for (const entry of labelled)
		if (!listed.has(entry.line)) found.push({ ...entry, says: effectsOf(entry, around(entry), words) });
	return found.sort((a, b) => a.line - b.line);
}

interface DecisionWords {
	readonly sections: ReadonlyMap<string, DecisionKind>;
	readonly titles: ReadonlyMap<string, DecisionKind>;
	/** Opening phrases of the rules that every spec repeats, normalised. */
	readonly leads: readonly string[];
	readonly contradicting: RegExp;
	readonly numbered: RegExp;
	/** Words that end right before a handoff, and set aside one numbered decision of it: "replaces decision 3 of". */
	readonly setsAside: RegExp;
}

const wordsOf = oncePer((standard: Standard): DecisionWords => {
	const { vocabulary, spec } = standard;
	const byKind = (prefix: string, map: (word: string) => string) =>
		new Map(
			decisionKinds.flatMap((kind) =>
				(vocabulary[`${prefix}.${kind}`] ?? []).map((word) => [map(word), kind] as const),
			),
		);
	const phrases = (name: string) => alternatives(vocabulary[name] ?? []);
	return {
		sections: byKind("decisionSections", (key) => key),
		titles: byKind("decisionTitles", normalise),
		leads: spec.constraints.flatMap(({ lead, aliases }) => [lead, ...aliases]).map(normalise),
		contradicting: new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases("decisionContradicts")})(?![\\p{L}\\p{N}])`, "iu"),
		numbered: new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases("decisionNames")})\\s+#?(?<number>\\d{1,3})(?!\\d)`, "iu"),
		setsAside: new RegExp(
			`(?<![\\p{L}\\p{N}])(?:${phrases("relation.supersedes")})\\s+(?:the\\s+)?(?:(?:${phrases("decisionNames")})\\s+#?)?\\p{Lu}{0,2}-?(?<number>\\d{1,3})\\s+(?:of|in|from)\\s+(?:the\\s+)?$`,
			"iu",
		),
	};
});

/** A heading's own title tells more than the section that it opens or lies in. */
function kindOf({ title, keys }: Heading, { sections, titles }: DecisionWords): DecisionKind | null {
	const name = normalise(title.replace(/^\W*\d+[.)]?\s+/u, "").replace(/\s[(—–-].*$/u, ""));
	const titled = titles.get(name);
	if (titled) return titled;
	for (const key of keys) {
		const kind = sections.get(key);
		if (kind) return kind;
	}
	return null;
}

type Entry = Pick<StatedDecision, "number" | "words" | "line" | "endLine">;

/** The entries below a heading, up to a heading that holds decisions of its own or to the section's end. */
function entriesUnder(
	heading: Heading,
	outline: readonly Heading[],
	{ tree }: ParsedDocument,
	words: DecisionWords,
): readonly Entry[] {
	const own = outline.find(
		(other) => other.line > heading.line && other.line <= heading.endLine && kindOf(other, words) !== null,
	);
	const end = own ? own.line - 1 : heading.endLine;
	const entries: Entry[] = [];
	for (let at = firstAfter(tree.children, heading.line); at < tree.children.length; at++) {
		const node = tree.children[at];
		if (!node || lineOf(node) > end) break;
		entries.push(...entriesIn(node, tree.children[at + 1]));
	}
	return entries;
}

function firstAfter(nodes: readonly RootContent[], line: number): number {
	let low = 0;
	let high = nodes.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const node = nodes[middle];
		if (node && lineOf(node) <= line) low = middle + 1;
		else high = middle;
	}
	return low;
}

function entriesIn(node: RootContent, next: RootContent | undefined): readonly Entry[] {
	switch (node.type) {
		case "list":
			return itemsOf(node);
		case "table":
			return rowsOf(node);
		case "paragraph": {
			const text = flowOf(node).text.trim();
			// What introduces a list says nothing by itself.
			const introduces =
				text.endsWith(":") && (next?.type === "list" || next?.type === "table" || next?.type === "code");
			return introduces ? [] : [entryOf(text, null, node)].flat();
		}
		default:
			return [];
	}
}

function itemsOf(list: List): readonly Entry[] {
	const first = list.ordered ? (list.start ?? 1) : null;
	return list.children.flatMap((item, index) => entryOf(itemText(item), first === null ? null : first + index, item));
}

/** An item with what hangs below it: the reasons belong to what they explain. */
function itemText(item: ListItem): string {
	return item.children
		.flatMap((child) => {
			if (child.type === "paragraph") return [flowOf(child).text];
			if (child.type === "list") return child.children.map((below) => `– ${itemText(below).replaceAll("\n", "\n  ")}`);
			return child.type === "code" ? [child.value] : [];
		})
		.join("\n")
		.trim();
}

/** The rows below the head; a first cell that is a number, or a letter or two with one, numbers its row. */
function rowsOf({ children: [, ...rows] }: Table): readonly Entry[] {
	return rows.flatMap((row) => {
		const cells = row.children.map((cell) => flowOf(cell).text.trim()).filter(Boolean);
		const number = cells.length > 1 ? /^(?:#|\p{Lu}{1,2}-?)?(\d{1,3})\.?$/u.exec(cells[0] ?? "")?.[1] : undefined;
		return number === undefined
			? entryOf(cells.join(" | "), null, row)
			: entryOf(cells.slice(1).join(" | "), Number(number), row);
	});
}

function entryOf(
	words: string,
	number: number | null,
	node: Table["children"][number] | RootContent,
): readonly Entry[] {
	const line = lineOf(node);
	return /[\p{L}\p{N}]/u.test(words) ? [{ number, words, line, endLine: node.position?.end.line ?? line }] : [];
}

/** Whether an entry opens like one of the rules that every spec repeats; a lead of one word must stand alone. */
function isStandardRule(text: string, { leads }: DecisionWords): boolean {
	const opening = text.slice(0, 160);
	const end = opening.search(/[.:!](?:\s|$)|\s[—–-]{1,2}\s|\n/u);
	const head = normalise(end === -1 ? opening : opening.slice(0, end));
	const words = normalise(opening);
	return leads.some(
		(lead) => head === lead || (lead.includes(" ") && (words === lead || words.startsWith(`${lead} `))),
	);
}

/** What stands on the lines of an entry. */
type Around = Pick<DecisionContext, "mentions" | "relations">;

/** What an entry says of other handoffs: relations that are stated on its lines, and words of contradiction before an id. */
function effectsOf(
	{ words }: Entry,
	{ mentions, relations }: Around,
	{ contradicting, numbered, setsAside }: DecisionWords,
) {
	const number = (): number | null => {
		const named = numbered.exec(words)?.groups?.["number"];
		return named === undefined ? null : Number(named);
	};
	const says: StatedDecision["says"][number][] = [];
	for (const { type, target, line } of relations)
		if (line !== null && (type === "supersedes" || type === "superseded-by"))
			says.push({ effect: type, target, number: number(), line });
	const sentences = mentions.length > 0 ? words.split(/(?<=[.!?;])\s+/u) : [];
	const seen = new Set<string>();
	for (const mention of mentions) {
		const isKnown = seen.has(mention.text) || says.some(({ target }) => target === mention.id);
		seen.add(mention.text);
		if (isKnown) continue;
		const sentence = sentences.find((one) => one.includes(mention.text));
		if (sentence === undefined) continue;
		const before = sentence.slice(0, sentence.indexOf(mention.text));
		const aside = setsAside.exec(before)?.groups?.["number"];
		if (aside !== undefined)
			says.push({ effect: "supersedes", target: mention.id, number: Number(aside), line: mention.line });
		else if (contradicting.test(before))
			says.push({ effect: "contradicts", target: mention.id, number: number(), line: mention.line });
	}
	return says;
}
