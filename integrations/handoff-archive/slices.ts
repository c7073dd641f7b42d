import type { Archive, Handoff, Relation } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { factValue } from "#model/facts.ts";
import { compareText, type Finding } from "#model/findings.ts";
import type { Standard } from "#model/standard.ts";
import type { Verdict } from "#model/verdicts.ts";
import { afterSlices, kinSlices } from "./after.ts";
import type {
	ArchiveEntry,
	DocumentEntry,
	DocumentPart,
	FindingsEntry,
	HandoffEntry,
	RelationSlice,
	RuleEntry,
	StandardEntry,
} from "./entries.ts";
import { factsOf } from "./facts.ts";
import { findingSlice, gravestFirst, otherMarks, verdictSlices } from "./findings.ts";
import type { SiteInput } from "./input.ts";
import { overviewOf } from "./overview.ts";
import type { OverviewEntry } from "./overview-entry.ts";
import { fileName, nameLinkedLines, type Places, placesOf } from "./places.ts";
import type { ReadArchive } from "./read.ts";
import { ruleEntries } from "./rules.ts";
import { standardEntryOf } from "./standards.ts";
import { transferPages } from "./transfers.ts";

/** Contents lists longer than this help nobody. */
const longestToc = 40;

/** The archive cut into the slices that pages show. */
export interface Slices {
	readonly archive: ArchiveEntry;
	readonly overview: OverviewEntry;
	readonly handoffs: readonly HandoffEntry[];
	readonly documents: readonly DocumentEntry[];
	readonly findings: readonly FindingsEntry[];
	readonly standards: readonly StandardEntry[];
	readonly rules: readonly RuleEntry[];
}

interface Cutting {
	readonly read: ReadArchive;
	readonly archive: Archive;
	readonly records: ReadonlyMap<string, DocumentRecord>;
	readonly handoffs: ReadonlyMap<string, Handoff>;
	readonly places: Places;
	readonly after: ReturnType<typeof afterSlices>;
	readonly kin: ReturnType<typeof kinSlices>;
	readonly findingsByHandoff: ReadonlyMap<string, readonly Finding[]>;
	readonly findingsByPath: ReadonlyMap<string, readonly Finding[]>;
	readonly relationsByHandoff: ReadonlyMap<string, readonly Relation[]>;
	readonly verdictsByHandoff: ReadonlyMap<string, readonly Verdict[]>;
	readonly todayByHandoff: ReadonlyMap<string, readonly Verdict[]>;
}

/** Cuts a read archive into slices; each is in the order in which pages show it. */
export function cutSlices(read: ReadArchive, input: SiteInput): Slices {
	const { archive } = read;
	const records = new Map(archive.documents.map((record) => [record.path, record]));
	const unreadable = unreadablePages(read, records);
	const places = placesOf(read, records, new Map([...transferPages(read), ...unreadable]));
	const cutting: Cutting = {
		read,
		archive,
		records,
		handoffs: new Map(archive.handoffs.map((handoff) => [handoff.id, handoff])),
		places,
		after: afterSlices(read, places),
		kin: kinSlices(read),
		findingsByHandoff: groupBy(archive.findings, ({ handoff }) => [handoff]),
		findingsByPath: groupBy(archive.findings, ({ place }) => [place.path]),
		relationsByHandoff: groupBy(archive.relations, ({ from, to }) => (from === to ? [from] : [from, to])),
		verdictsByHandoff: groupBy(archive.verdicts, ({ handoff }) => [handoff]),
		todayByHandoff: groupBy(archive.today ?? [], ({ handoff }) => [handoff]),
	};
	const inOrder = [...archive.handoffs].sort((a, b) => a.order - b.order);
	const slices = {
		archive: archiveEntryOf(read),
		overview: overviewOf(read, input),
		handoffs: inOrder.map((handoff, index) => handoffEntryOf(cutting, handoff, inOrder[index - 1], inOrder[index + 1])),
		documents: looseDocuments(cutting, unreadable),
		findings: findingsEntries(cutting),
		standards: read.standards.map(standardEntryOf).sort((a, b) => compareText(a.id, b.id)),
		rules: ruleEntries(read),
	};
	for (const { documents } of slices.handoffs) nameLinkedLines(read, documents);
	for (const { document } of slices.documents) nameLinkedLines(read, document ? [document] : []);
	return slices;
}

function archiveEntryOf({ archive, standards }: ReadArchive): ArchiveEntry {
	const { documents, handoffs, errors, warnings, infos } = archive.summary;
	const inForce = new Set(archive.handoffs.map(({ standard }) => standard));
	const judging = standards.filter(({ id }) => inForce.has(id));
	return {
		title: archive.title,
		documents,
		handoffs,
		errors,
		warnings,
		infos,
		transfers: (archive.transfers?.transfers.length ?? 0) + (archive.transfers?.history.length ?? 0),
		rules: archive.rules.length + (archive.transfers?.rules.length ?? 0),
		standards: (judging.length > 0 ? judging : standards).map(({ id, title, version }) => ({
			id,
			title,
			version,
			href: `standards/${id}/`,
		})),
	};
}

function handoffEntryOf(cutting: Cutting, handoff: Handoff, previous?: Handoff, next?: Handoff): HandoffEntry {
	const { archive, places, read } = cutting;
	const found = cutting.findingsByHandoff.get(handoff.id) ?? [];
	const records = handoff.documents.flatMap(({ path }) => cutting.records.get(path) ?? []);
	const results = records.filter(({ kind }) => kind === "results");
	const status = results[0]?.facts.status;
	const instead = status?.state === "not-stated" ? status.instead : undefined;
	const statusLine = status && "line" in status ? status.line : instead?.line;
	const standard = read.standards.find(({ id }) => id === handoff.standard);
	const [latest] = read.standards;
	const today = otherMarks(cutting.todayByHandoff.get(handoff.id) ?? []);
	const neighbour = (other: Handoff | undefined) =>
		other ? { id: other.id, title: other.title, href: handoffHref(cutting, other.id) ?? "" } : null;
	return {
		id: handoff.id,
		slug: (handoffHref(cutting, handoff.id) ?? "").split("/")[1] ?? "",
		title: handoff.title,
		aliases: [...handoff.aliases],
		family: handoff.family,
		parent: handoff.parent === null ? null : { id: handoff.parent, href: handoffHref(cutting, handoff.parent) },
		standard: standard ? linkOf(standard) : null,
		today: latest && today ? { standard: linkOf(latest), ...today } : null,
		status: handoff.status,
		statusPlace: results[0] && statusLine !== undefined ? places.at(results[0].path, statusLine) : null,
		statusState: status?.state ?? "not-stated",
		statusInstead: instead?.text ?? null,
		hasResults: results.length > 0,
		date: handoff.date,
		packages: [...handoff.packages],
		order: handoff.order,
		orderBasis: handoff.orderBasis,
		total: archive.handoffs.length,
		previous: neighbour(previous),
		next: neighbour(next),
		kin: cutting.kin(handoff.id),
		after: cutting.after(handoff.id),
		figures: {
			tests: figure(results, "tests.total"),
			regression: figure(results, "regression.total"),
			baselinePackages: figure(results, "baseline.packagesInstalled"),
			baselineTests: figure(results, "baseline.totalTests"),
		},
		documents: records.map((record) => partOf(cutting, record)).sort((a, b) => kindOrder(a) - kindOrder(b)),
		relations: relationsOf(cutting, handoff.id),
		findings: gravestFirst(found.map((finding) => findingSlice(finding, places))),
		...verdictSlices(cutting.verdictsByHandoff.get(handoff.id) ?? [], found, places),
	};
}

function linkOf({ id, title, version }: Standard): { title: string; href: string } {
	return { title: `${title} ${version}`, href: `standards/${id}/` };
}

function kindOrder({ kind }: DocumentPart): number {
	return ["spec", "results", "prompt", "other"].indexOf(kind);
}

/** A figure is shown in a list only where exactly one results document states it with certainty. */
function figure(
	results: readonly DocumentRecord[],
	key: "tests.total" | "regression.total" | "baseline.packagesInstalled" | "baseline.totalTests",
): number | null {
	const values = results.flatMap(({ facts }) => factValue(facts[key]) ?? []);
	return values.length === 1 ? (values[0] ?? null) : null;
}

function partOf({ read, places }: Cutting, record: DocumentRecord): DocumentPart {
	const place = read.plan.documents.get(record.path);
	const key = place?.key ?? "doc";
	const { path, kind, title, lines, bytes, sha256 } = record;
	return {
		path,
		kind,
		key,
		label: place?.label ?? read.words.documentKinds.labels.other,
		title,
		lines,
		bytes,
		sha256,
		body: read.bodies.get(path)?.html ?? "",
		source: read.bodies.get(path)?.source ?? "",
		toc: tocOf(record).map(({ anchor, title }) => ({ id: `${key}-${anchor}`, title })),
		linkedLines: [],
		facts: factsOf(record, places, read),
	};
}

/** The document's uppermost sections: the headings of the highest level below its title. */
function tocOf({ outline, titleLine }: DocumentRecord): { readonly anchor: string; readonly title: string }[] {
	const below = outline.filter(({ line }) => line !== titleLine);
	const level = Math.min(...below.map(({ depth }) => depth));
	return below.filter(({ depth, title }) => depth === level && title !== "").slice(0, longestToc);
}

function relationsOf({ relationsByHandoff, handoffs, places, ...cutting }: Cutting, id: string): RelationSlice[] {
	const orderOf = (other: string) => handoffs.get(other)?.order ?? Number.POSITIVE_INFINITY;
	const own = (relationsByHandoff.get(id) ?? []).map((relation) => ({
		...relation,
		other: relation.from === id ? relation.to : relation.from,
	}));
	own.sort((a, b) => compareNumbers(orderOf(a.other), orderOf(b.other)));
	return own.map(({ from, other, type, state, source }) => {
		return {
			type,
			direction: from === id ? "out" : "in",
			isLater: handoffs.has(other) && orderOf(other) > orderOf(id),
			state,
			id: other,
			title: handoffs.get(other)?.title ?? null,
			href: handoffs.has(other) ? (cutting.read.plan.handoffs.get(other) ?? null) : null,
			place: source ? places.at(source.path, source.line) : null,
		};
	});
}

function compareNumbers(a: number, b: number): number {
	return a === b ? 0 : a - b;
}

/** Pages of files that have findings but could not be read: their problem is all there is to show. */
function unreadablePages(
	{ archive, plan }: ReadArchive,
	records: ReadonlyMap<string, DocumentRecord>,
): ReadonlyMap<string, string> {
	const pages = new Map<string, string>();
	for (const { place } of archive.findings) {
		if (records.has(place.path) || pages.has(place.path)) continue;
		const planned = plan.documents.get(place.path);
		if (planned) pages.set(place.path, planned.ownPage);
	}
	return pages;
}

function looseDocuments(cutting: Cutting, unreadable: ReadonlyMap<string, string>): DocumentEntry[] {
	const { records, places, handoffs, read } = cutting;
	const findings = (path: string) =>
		(cutting.findingsByPath.get(path) ?? []).map((finding) => findingSlice(finding, places));
	const entries: DocumentEntry[] = [];
	for (const record of records.values()) {
		const place = read.plan.documents.get(record.path);
		if (!place || (record.handoff !== null && handoffs.has(record.handoff))) continue;
		entries.push({
			slug: place.ownPage.split("/")[1] ?? "",
			path: record.path,
			title: record.title ?? fileName(record.path),
			document: partOf(cutting, record),
			findings: findings(record.path),
		});
	}
	for (const [path, page] of unreadable)
		entries.push({
			slug: page.split("/")[1] ?? "",
			path,
			title: fileName(path),
			document: null,
			findings: findings(path),
		});
	return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function findingsEntries({ findingsByPath, places, records }: Cutting): FindingsEntry[] {
	return [...findingsByPath].map(([path, found], order) => ({
		path,
		handoff: records.get(path)?.handoff ?? null,
		order,
		href: places.at(path, null).href,
		findings: found.map((finding) => findingSlice(finding, places)),
	}));
}

function handoffHref({ read }: Cutting, id: string): string | null {
	return read.plan.handoffs.get(id) ?? null;
}

function groupBy<Item>(items: readonly Item[], keys: (item: Item) => readonly (string | null)[]): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items)
		for (const key of keys(item)) {
			if (key === null) continue;
			const group = groups.get(key);
			if (group) group.push(item);
			else groups.set(key, [item]);
		}
	return groups;
}
