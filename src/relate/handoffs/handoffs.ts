import type { Handoff, OrderCycle, Relation } from "#model/archive.ts";
import { type DocumentRecord, documentKinds } from "#model/documents.ts";
import { type FactKey, type FactValues, factValue } from "#model/facts.ts";
import { compareIds, meaningOf } from "#model/ids.ts";
import type { Standard } from "#model/standard.ts";
import { compareText } from "#model/text-order.ts";
import { buildOrder } from "./build-order.ts";
import { hashLinks } from "./hash-order.ts";
import { relationsOf } from "./relations.ts";
import { plainTitle } from "./title.ts";

export interface RelatedArchive {
	/** In build order. */
	readonly handoffs: readonly Handoff[];
	readonly relations: readonly Relation[];
	/** Where stated relations contradict each other about the order. */
	readonly cycles: readonly OrderCycle[];
}

/** What is known of the order beside the documents. */
export interface OrderEvidence {
	/** When each document was first committed, by path (ISO dates); breaks ties where no document states a date. */
	readonly dates?: () => ReadonlyMap<string, string> | null;
	/** The predecessor of a handoff by its id, as configured; null: it has none. */
	readonly predecessors?: Readonly<Record<string, string | null>>;
}

/** Groups documents into handoffs, resolves what they call each other, and puts them in build order. */
export function relateHandoffs(
	documents: readonly DocumentRecord[],
	standards: readonly Standard[],
	{ dates, predecessors = {} }: OrderEvidence = {},
): RelatedArchive {
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

	const handoffsRead = [...described.values()];
	const known = handoffsRead.some(({ date }) => date === null) ? (dates?.() ?? null) : null;
	const buildable = handoffsRead.map((handoff) => ({
		...handoff,
		date: handoff.date ?? firstDate(handoff.documents, known),
	}));
	const configured = Object.entries(predecessors).flatMap(([from, to]) =>
		to === null ? [] : [configuredAs(from, to)],
	);
	const named = namedBaselines(documents, relations).filter(({ from }) => !(from in predecessors));
	const kept = relations.filter(({ from, type }) => type !== "predecessor" || !(from in predecessors));
	const order = buildOrder(buildable, [...kept, ...named, ...configured], hashLinks(documents));
	const handoffs = order.ids.flatMap((id, index): Handoff[] => {
		const handoff = described.get(id);
		const orderBasis = order.stated.has(id) ? "stated" : "inferred";
		return handoff ? [{ ...handoff, order: index + 1, orderBasis }] : [];
	});
	return { handoffs, relations, cycles: order.cycles };
}

/** A configured predecessor orders as a stated one does; it is no relation that a document states. */
function configuredAs(from: string, to: string): Relation {
	return { from, to, type: "predecessor", state: "derived", source: null };
}

/** The handoffs whose baseline RESULTS give as the state before their work, where nothing names a predecessor. */
function namedBaselines(documents: readonly DocumentRecord[], relations: readonly Relation[]): readonly Relation[] {
	const stated = new Set(relations.flatMap(({ from, type }) => (type === "predecessor" ? [from] : [])));
	return documents.flatMap(({ handoff: from, path, reported }): Relation[] => {
		const figure = reported?.previous.find(({ handoff }) => handoff !== null && handoff !== from);
		if (from === null || !figure?.handoff || stated.has(from)) return [];
		return [{ from, to: figure.handoff, type: "predecessor", state: "stated", source: { path, line: figure.line } }];
	});
}

function firstDate(documents: Handoff["documents"], dates: ReadonlyMap<string, string> | null): string | null {
	const known = dates ? documents.flatMap(({ path }) => dates.get(path) ?? []) : [];
	return known.reduce<string | null>((first, date) => (first === null || date < first ? date : first), null);
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

/**
 * The title of the spec, else of RESULTS, else of the prompt, else of another document that names the handoff there, without id
 * and role; else the first file's name.
 */
function titleOf(id: string, documents: readonly DocumentRecord[], standards: readonly Standard[]): string {
	for (const document of documents) {
		const standard = standards.find((candidate) => candidate.id === document.standard) ?? standards[0];
		const isOwn = document.kind !== "other" || document.selfIds.some(({ line }) => line === document.titleLine);
		const title = isOwn ? plainTitle(document, standard) : null;
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
