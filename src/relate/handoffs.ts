import type { Handoff, OrderCycle, Relation } from "#model/archive.ts";
import { type DocumentRecord, documentKinds } from "#model/documents.ts";
import { type FactKey, type FactValues, factValue } from "#model/facts.ts";
import { compareText } from "#model/findings.ts";
import { compareIds, meaningOf } from "#model/ids.ts";
import type { Standard } from "#model/standard.ts";
import { buildOrder } from "./build-order.ts";
import { relationsOf } from "./relations.ts";
import { plainTitle } from "./title.ts";

export interface RelatedArchive {
	/** In build order. */
	readonly handoffs: readonly Handoff[];
	readonly relations: readonly Relation[];
	/** Where stated relations contradict each other about the order. */
	readonly cycles: readonly OrderCycle[];
}

/** Groups documents into handoffs, resolves what they call each other, and puts them in build order. */
export function relateHandoffs(documents: readonly DocumentRecord[], standards: readonly Standard[]): RelatedArchive {
	const groups = new Map<string, DocumentRecord[]>();
	for (const document of documents) {
		if (document.handoff === null) continue;
		const group = groups.get(document.handoff);
		if (group) group.push(document);
		else groups.set(document.handoff, [document]);
	}
	const ids = [...groups.keys()].sort(compareIds);
	const relations = relationsOf(documents, ids, standards);
	const proseNames = namesInProse(documents);
	const described = new Map<string, Omit<Handoff, "order" | "orderBasis">>();
	for (const id of ids) described.set(id, describe(id, groups.get(id) ?? [], proseNames.get(id) ?? [], standards));

	const order = buildOrder([...described.values()], relations);
	const handoffs = order.ids.flatMap((id, index): Handoff[] => {
		const handoff = described.get(id);
		const orderBasis = order.stated.has(id) ? "stated" : "inferred";
		return handoff ? [{ ...handoff, order: index + 1, orderBasis }] : [];
	});
	return { handoffs, relations, cycles: order.cycles };
}

function describe(
	id: string,
	group: readonly DocumentRecord[],
	proseNames: readonly string[],
	standards: readonly Standard[],
): Omit<Handoff, "order" | "orderBasis"> {
	const documents = group.toSorted(
		(a, b) => documentKinds.indexOf(a.kind) - documentKinds.indexOf(b.kind) || compareText(a.path, b.path),
	);
	const { family, parent, aliases } = meaningOf(id, standards);
	const found = family === "other" ? [id.replaceAll("-", "_"), ...proseNames] : proseNames;
	return {
		id,
		aliases: [...new Set([...aliases, ...found])].filter((alias) => alias !== id),
		family,
		parent,
		title: titleOf(id, documents, standards),
		standard: documents.find(({ standard }) => standard !== null)?.standard ?? standards[0]?.id ?? "",
		documents: documents.map(({ kind, path }) => ({ kind, path })),
		status: statusOf(documents),
		packages: [...new Set(valuesOf(documents, "spec", "packages").flat())],
		date: [...valuesOf(documents, "results", "date"), ...valuesOf(documents, "spec", "date")][0] ?? null,
	};
}

/** Every name that documents call a handoff by, in the order found. */
function namesInProse(documents: readonly DocumentRecord[]): ReadonlyMap<string, readonly string[]> {
	const names = new Map<string, Set<string>>();
	for (const { selfIds, mentions } of documents)
		for (const { id, text } of [...selfIds, ...mentions]) {
			const known = names.get(id) ?? new Set();
			names.set(id, known.add(text.replace(/\s+/gu, " ").trim()));
		}
	return new Map([...names].map(([id, known]) => [id, [...known]]));
}

/** The title of the spec, else of RESULTS, else of the prompt, without id and role; else the first file's name. */
function titleOf(id: string, documents: readonly DocumentRecord[], standards: readonly Standard[]): string {
	for (const document of documents) {
		const standard = standards.find((candidate) => candidate.id === document.standard) ?? standards[0];
		const title = document.kind === "other" ? null : plainTitle(document, standard);
		if (title !== null) return title;
	}
	const name = documents[0]?.path.split("/").at(-1);
	return name?.replace(/\.[^.]*$/u, "") ?? id;
}

/** The status that RESULTS states; null where it is silent, unclear or two RESULTS differ; "OPEN" without RESULTS. */
function statusOf(documents: readonly DocumentRecord[]): string | null {
	const results = documents.filter(({ kind }) => kind === "results");
	if (results.length === 0) return "OPEN";
	const stated = new Set(results.map(({ facts }) => factValue(facts.status) ?? null));
	const [status = null] = stated;
	return stated.size === 1 ? status : null;
}

function valuesOf<Key extends FactKey>(
	documents: readonly DocumentRecord[],
	kind: DocumentRecord["kind"],
	key: Key,
): FactValues[Key][] {
	return documents.flatMap((document) => {
		const value = document.kind === kind ? factValue(document.facts[key]) : undefined;
		return value === undefined ? [] : [value];
	});
}
