import type { Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { factValue } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import { partOf } from "./documents.ts";
import { findingSlice, gravestFirst, otherMarks, verdictSlices } from "./findings.ts";
import type { Gathered } from "./gathered.ts";
import type { DocumentPart, HandoffEntry, RelationSlice } from "./schemas.ts";

/**
 * A handoff as its page shows it.
 * @param previous the one before it in the build order
 * @param next the one after it
 */
export function handoffEntryOf(gathered: Gathered, handoff: Handoff, previous?: Handoff, next?: Handoff): HandoffEntry {
	const { archive, places, read } = gathered;
	const found = gathered.findingsByHandoff.get(handoff.id) ?? [];
	const records = handoff.documents.flatMap(({ path }) => gathered.records.get(path) ?? []);
	const results = records.filter(({ kind }) => kind === "results");
	const status = results[0]?.facts.status;
	const instead = status?.state === "not-stated" ? status.instead : undefined;
	const statusLine = status && "line" in status ? status.line : instead?.line;
	const standard = read.standards.find(({ id }) => id === handoff.standard);
	const [latest] = read.standards;
	const today = otherMarks(gathered.todayByHandoff.get(handoff.id) ?? []);
	const neighbour = (other: Handoff | undefined) =>
		other ? { id: other.id, title: other.title, href: handoffHref(gathered, other.id) ?? "" } : null;
	return {
		id: handoff.id,
		slug: (handoffHref(gathered, handoff.id) ?? "").split("/")[1] ?? "",
		title: handoff.title,
		aliases: [...handoff.aliases],
		family: handoff.family,
		parent: handoff.parent === null ? null : { id: handoff.parent, href: handoffHref(gathered, handoff.parent) },
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
		kin: gathered.kin(handoff.id),
		after: gathered.after(handoff.id),
		figures: {
			tests: figure(results, "tests.total"),
			regression: figure(results, "regression.total"),
			baselinePackages: figure(results, "baseline.packagesInstalled"),
			baselineTests: figure(results, "baseline.totalTests"),
		},
		documents: records.map((record) => partOf(gathered, record)).sort((a, b) => kindOrder(a) - kindOrder(b)),
		relations: relationsOf(gathered, handoff.id),
		findings: gravestFirst(found.map((finding) => findingSlice(finding, places))),
		...verdictSlices(gathered.verdictsByHandoff.get(handoff.id) ?? [], found, places),
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

function relationsOf({ relationsByHandoff, handoffs, places, ...gathered }: Gathered, id: string): RelationSlice[] {
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
			href: handoffs.has(other) ? (gathered.read.plan.handoffs.get(other) ?? null) : null,
			place: source ? places.at(source.path, source.line) : null,
		};
	});
}

function compareNumbers(a: number, b: number): number {
	return a === b ? 0 : a - b;
}

function handoffHref({ read }: Gathered, id: string): string | null {
	return read.plan.handoffs.get(id) ?? null;
}
