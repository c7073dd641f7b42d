import type { Code, Nodes, Parents, TableRow } from "mdast";
import type { Mention, StatedRelation } from "#model/documents.ts";
import { meaningOf } from "#model/ids.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { type Flow, flowOf, flowOfText, lineInFlow } from "../text/flow.ts";
import { lineOf, normalise, textOf } from "../text/text.ts";
import { findPackages } from "../text/vocabulary.ts";
import { findIds } from "./prose-ids.ts";
import { type RelationWords, relationWords } from "./relation-words.ts";
import { type Prose, relationsInLabels, relationsInProse, valueRelations } from "./relations.ts";
import { resetOf, roleWordsOf, selfLabelsOf } from "./self-names.ts";
import { unwrittenIn } from "./unwritten.ts";

export interface References {
	readonly mentions: readonly Mention[];
	readonly packageMentions: readonly Mention[];
	readonly relations: readonly StatedRelation[];
	/** Ids of which it says that no such handoff was written; absent where it says so of none. */
	readonly unwritten?: readonly Mention[];
	/** What is stated of a rule, a section or another part of the document alone. */
	readonly partRelations: readonly StatedRelation[];
	/** Ids in the document's own title or body heading. */
	readonly selfIds: readonly Mention[];
}

/** Finds handoff ids, package ids and stated relations in a document's words; tiers, gates and section numbers are none. */
export function findReferences(
	parsed: ParsedDocument,
	self: string | null,
	standards: readonly Standard[],
): References {
	const reader = new ReferenceReader(self, standards, parsed.source.text.includes("]("));
	reader.read(parsed.tree);
	reader.readFrontMatter(parsed);
	return reader.references();
}

/** One standard for each way of writing package ids. */
const packageFormsOf = oncePer((standards: readonly Standard[]): readonly Standard[] =>
	standards.filter(({ packageId }, index) => standards.findIndex((other) => other.packageId === packageId) === index),
);

type RelationKind = StatedRelation["type"] & Exclude<StatedRelation["type"], "mentions">;

class ReferenceReader {
	readonly #self: string | null;
	readonly #standards: readonly Standard[];
	/** One standard for each way of writing package ids. */
	readonly #packageForms: readonly Standard[];
	readonly #words: RelationWords;
	readonly #selfLabels: RegExp;
	/** Whether the document has links with an address of their own: looking for their sign costs less than walking the tree. */
	readonly #linked: boolean;
	readonly #roleWords: ReadonlySet<string>;
	readonly #mentions = new Map<string, Mention>();
	readonly #packages = new Map<string, Mention>();
	readonly #relations = new Map<string, StatedRelation>();
	readonly #unwritten = new Map<string, Mention>();
	readonly #partRelations: StatedRelation[] = [];
	readonly #selfIds = new Map<string, Mention>();
	#titled = false;

	constructor(self: string | null, standards: readonly Standard[], linked: boolean) {
		this.#self = self;
		this.#standards = standards;
		this.#linked = linked;
		this.#packageForms = packageFormsOf(standards);
		this.#words = relationWords(standards);
		this.#selfLabels = selfLabelsOf(standards);
		this.#roleWords = roleWordsOf(standards);
	}

	references(): References {
		return {
			mentions: [...this.#mentions.values()],
			packageMentions: [...this.#packages.values()],
			relations: [...this.#relations.values()],
			partRelations: this.#partRelations,
			...(this.#unwritten.size > 0 && { unwritten: [...this.#unwritten.values()] }),
			selfIds: [...this.#selfIds.values()],
		};
	}

	/** Reads a node and those in it. `lead` is the relation that the label above a list states ("Depends on:"). */
	read(node: Nodes, lead: RelationKind | null = null): void {
		switch (node.type) {
			case "paragraph":
			case "heading": {
				const isTitle = node.type === "heading" && node.depth === 1;
				const prose = this.#readFlow(flowOf(node), isTitle);
				if (prose && isTitle && !this.#titled) this.#readTitle(prose);
				if (isTitle) this.#titled = true;
				if (prose && lead) this.#readEntry(prose, lead);
				this.#readLinks(node);
				return;
			}
			case "tableRow":
				this.#readRow(node);
				return;
			case "html":
				if (!node.value.startsWith("<!--")) this.#readFlow(flowOfText(node.value, lineOf(node)));
				return;
			case "code":
				this.#readCode(node);
				return;
			default:
				if ("children" in node) this.#readChildren(node, lead);
		}
	}

	#readChildren(node: Parents, lead: RelationKind | null): void {
		let above: Nodes | null = null;
		for (const child of node.children) {
			const inList = node.type === "list" || (node.type === "listItem" && child.type === "paragraph");
			const own = child.type === "list" && above ? this.#leadOf(above) : null;
			this.read(child, own ?? (inList || child.type === "list" ? lead : null));
			if (child.type !== "list") above = child;
		}
	}

	/** The relation that a label or heading gives to the list below it. */
	#leadOf(node: Nodes): RelationKind | null {
		if (node.type !== "paragraph" && node.type !== "heading") return null;
		const text = textOf(node).trim();
		if (text.length > 60 || (node.type === "paragraph" && !/:\W*$/u.test(text))) return null;
		return this.#words.labels.get(normalise(text.replace(/^\d+[.)]\s*/u, ""))) ?? null;
	}

	/** Adds what a stretch of prose mentions and states; null where it names no handoff. */
	#readFlow(flow: Flow, isTitle = false): Prose | null {
		this.#readPackages(flow);
		const ids = findIds(flow.text, this.#standards);
		if (ids.length === 0) return null;
		const prose: Prose = { text: flow.text, ids, lineAt: (offset) => lineInFlow(flow, offset) };
		for (const { id, text, start } of ids) this.#mention({ id, text, line: prose.lineAt(start) });
		for (const { id, text, start } of unwrittenIn(flow.text, ids, this.#standards))
			if (!this.#unwritten.has(id)) this.#unwritten.set(id, { id, text, line: prose.lineAt(start) });
		this.#readSelfLabel(prose);
		this.#relate(relationsInLabels(prose, this.#self, this.#words));
		this.#relateProse(prose, "", isTitle);
		return prose;
	}

	#readPackages(flow: Flow): void {
		for (const standard of this.#packageForms)
			for (const { id, start } of findPackages(flow.text, standard)) {
				const line = lineInFlow(flow, start);
				const key = `${id}\n${line}`;
				if (!this.#packages.has(key)) this.#packages.set(key, { text: id, id, line });
			}
	}

	#mention(mention: Mention): void {
		const key = `${mention.id}\n${mention.line}`;
		if (!this.#mentions.has(key)) this.#mentions.set(key, mention);
	}

	#relate(relations: readonly StatedRelation[]): void {
		for (const relation of relations) {
			const key = `${relation.type}\n${relation.target}`;
			if (!this.#relations.has(key)) this.#relations.set(key, relation);
		}
	}

	/** What the sentences state; a title speaks of its document whatever its words are. */
	#relateProse(prose: Prose, about: string, isTitle = false): void {
		const { whole, part } = relationsInProse(prose, this.#self, this.#words, about);
		this.#relate(isTitle ? [...whole, ...part] : whole);
		if (!isTitle) this.#partRelations.push(...part);
	}

	/** The id that a title names its document by: the document's own, else one that only words of role precede. */
	#readTitle({ text, ids, lineAt }: Prose): void {
		const own = ids.find(({ id }) => id === this.#self) ?? ids[0];
		if (!own) return;
		const before = normalise(text.slice(0, own.start)).split(" ").filter(Boolean);
		if (own.id !== this.#self && !before.every((word) => this.#roleWords.has(word))) return;
		this.#name({ id: own.id, text: own.text, line: lineAt(own.start) });
	}

	/** "Agent: H-32", "Handoff ID: H-32". */
	#readSelfLabel({ text, ids, lineAt }: Prose): void {
		if (!text.includes(":")) return;
		const labels = this.#selfLabels;
		labels.lastIndex = 0;
		for (let match = labels.exec(text); match; match = labels.exec(text)) {
			const end = match.index + match[0].length;
			const own = ids.find(({ start }) => start === end);
			if (own) this.#name({ id: own.id, text: own.text, line: lineAt(own.start) });
		}
	}

	/** A document that calls itself a follow-up states whose it is. */
	#name(mention: Mention): void {
		const key = `${mention.id}\n${mention.line}`;
		if (!this.#selfIds.has(key)) this.#selfIds.set(key, mention);
		const { parent } = meaningOf(mention.id, this.#standards);
		if (parent !== null && /follow/iu.test(mention.text))
			this.#relate([{ type: "follow-up-of", target: parent, state: "stated", line: mention.line }]);
	}

	/** A list item under a label: the ids it opens with. */
	#readEntry(prose: Prose, type: RelationKind): void {
		const [first] = prose.ids;
		if (!first || normalise(prose.text.slice(0, first.start)) !== "") return;
		this.#relate(
			[{ type, target: first.id, state: "stated", line: prose.lineAt(first.start) }].filter(
				({ target }) => target !== this.#self,
			) as StatedRelation[],
		);
	}

	/** In a table, a first cell that is a label speaks for its row; one that is another handoff is what the row is about. */
	#readRow(row: TableRow): void {
		const [first, second] = row.children;
		const cells = row.children.map((cell) => {
			const flow = flowOf(cell);
			this.#readPackages(flow);
			return { cell, flow, ids: findIds(flow.text, this.#standards) };
		});
		if (cells.every(({ ids }) => ids.length === 0)) return;
		const label = first ? textOf(first).trim() : "";
		const type = this.#words.labels.get(normalise(label)) ?? null;
		const about = findIds(label, this.#standards);
		const foreign = about.length > 0 && about.every(({ id }) => id !== this.#self);
		for (const { cell, flow, ids } of cells) {
			if (ids.length === 0) continue;
			const prose: Prose = { text: flow.text, ids, lineAt: (offset) => lineInFlow(flow, offset) };
			for (const { id, text, start } of ids) this.#mention({ id, text, line: prose.lineAt(start) });
			const [own] = ids;
			if (cell === second && this.#isSelfLabel(label) && own?.start === 0)
				this.#name({ id: own.id, text: own.text, line: prose.lineAt(0) });
			if (type && cell === second)
				this.#relate(valueRelations(prose, type, 0, flow.text.length, this.#self, this.#words));
			else if (!foreign) this.#relateProse(prose, cell === first ? "" : label);
			this.#readLinks(cell);
		}
	}

	#isSelfLabel(label: string): boolean {
		return this.#selfLabels.test(`${label}: `) && resetOf(this.#selfLabels);
	}

	/** Addresses of links to files of the archive. */
	#readLinks(node: Nodes): void {
		if (!this.#linked || !("children" in node)) return;
		for (const child of node.children) {
			if (child.type === "link" && !/^[a-z]+:/iu.test(child.url))
				for (const { id, text } of findIds(child.url, this.#standards))
					this.#mention({ id, text, line: lineOf(child) });
			this.#readLinks(child);
		}
	}

	/** Code names documents only by file name, but for a prompt that stands in a fence as a whole: that is prose. */
	#readCode(code: Code): void {
		const prompt = this.#selfLabels.test(code.value) && resetOf(this.#selfLabels);
		if (!prompt && !code.value.includes(".md")) return;
		const fenced = (code.position?.end.line ?? 0) - lineOf(code) + 1 > code.value.split("\n").length;
		const flow = flowOfText(code.value, lineOf(code) + (fenced ? 1 : 0));
		const ids = findIds(code.value, this.#standards);
		for (const { id, text, start, end } of ids)
			if (prompt || /^[\w.-]*\.md\b/u.test(code.value.slice(end, end + 120)))
				this.#mention({ id, text, line: lineInFlow(flow, start) });
		if (prompt) this.#readSelfLabel({ text: code.value, ids, lineAt: (offset) => lineInFlow(flow, offset) });
	}

	/** Keys of the front matter that are labels of a relation: `depends_on: [H-13, H-14]`. */
	readFrontMatter({ frontMatter, tree }: ParsedDocument): void {
		const block = tree.children[0];
		const source = block && (block.type === "yaml" || "value" in block) ? block.value : "";
		const lines = source.split("\n");
		for (const [key, value] of Object.entries(frontMatter ?? {})) {
			const type = this.#words.labels.get(normalise(key.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")));
			if (!type) continue;
			const line =
				2 +
				Math.max(
					0,
					lines.findIndex((text) => text.startsWith(key)),
				);
			for (const text of [value].flat()) {
				if (typeof text !== "string") continue;
				const found = findIds(text, this.#standards).filter(({ id }) => id !== this.#self);
				this.#relate(found.map(({ id }) => ({ type, target: id, state: "stated", line })));
				for (const { id, text: written } of found) this.#mention({ id, text: written, line });
			}
		}
	}
}
