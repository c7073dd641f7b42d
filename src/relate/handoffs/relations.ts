import type { Relation } from "#model/archive.ts";
import type { DocumentRecord, StatedRelation } from "#model/documents.ts";
import { meaningOf, readId } from "#model/ids.ts";
import type { Standard } from "#model/standard.ts";

/**
 * All relations between handoffs, each once, by the canonical ids at both ends: what the documents state, what follows from
 * an id's form (follow-up-of), and bare mentions where the two are not related otherwise. The far end need not exist.
 */
export function relationsOf(
	documents: readonly DocumentRecord[],
	ids: readonly string[],
	standards: readonly Standard[],
): readonly Relation[] {
	const relations = new Map<string, Relation>();
	const related = new Set<string>();
	const add = (relation: Relation) => {
		if (relation.from === relation.to) return;
		const key = `${relation.from}\n${relation.to}\n${relation.type}`;
		const known = relations.get(key);
		if (!known || (known.state === "derived" && relation.state === "stated")) relations.set(key, relation);
		related.add(`${relation.from}\n${relation.to}`);
	};

	const resolve = resolver(ids, standards);
	const mentions: { from: string; relation: StatedRelation; path: string }[] = [];
	for (const { handoff, path, ...document } of documents) {
		if (handoff === null) continue;
		for (const relation of document.relations)
			if (relation.type === "mentions") mentions.push({ from: handoff, relation, path });
			else add(relationFrom(handoff, resolve(relation.target), relation, path));
		for (const { id, line } of document.mentions)
			mentions.push({ from: handoff, relation: { type: "mentions", target: id, state: "stated", line }, path });
	}
	for (const id of ids) {
		const { parent } = meaningOf(id, standards);
		if (parent !== null) add({ from: id, to: parent, type: "follow-up-of", state: "derived", source: null });
	}
	for (const { from, relation, path } of mentions) {
		const to = resolve(relation.target);
		if (!related.has(`${from}\n${to}`)) add(relationFrom(from, to, relation, path));
	}
	return [...relations.values()];
}

function relationFrom(from: string, to: string, { type, state, line }: StatedRelation, path: string): Relation {
	return { from, to, type, state, source: line === null ? null : { path, line } };
}

/** Finds the canonical id that a relation's target means, whatever form it is written in. */
function resolver(ids: readonly string[], standards: readonly Standard[]): (target: string) => string {
	const known = new Map(ids.map((id) => [id, id]));
	return (target) => {
		let id = known.get(target);
		if (id === undefined) {
			id = readId(target, standards)?.id ?? target;
			known.set(target, id);
		}
		return id;
	};
}
