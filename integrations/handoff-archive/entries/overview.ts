import { type FileChange, recentChanges } from "#files/git/changes.ts";
import type { CountComparison } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { compareText } from "#model/text-order.ts";
import type { SiteInput } from "../read/input.ts";
import type { ReadArchive } from "../read/read.ts";
import type { OverviewEntry } from "./overview-schema.ts";
import { fileName, type Places, placesOf } from "./places.ts";

/** Longer lists are no overview; the feed takes as many. */
const most = { changes: 50, regressions: 50, points: 60, seals: 50 };

/** What changed lately, what regressed and what will expire. */
export function overviewOf(read: ReadArchive, { settings, check }: SiteInput): OverviewEntry {
	const records = new Map(read.archive.documents.map((record) => [record.path, record]));
	const links = linksOf(read);
	const places = placesOf(read, records, new Map());
	const changed = recentChanges(settings.archive);
	return {
		changes: changed ? committed(read, records, links, changed) : dated(read, links),
		regressions: regressionsOf(read, places, links),
		series: (["tests", "packages"] as const).flatMap((kind) => seriesOf(read, places, kind)),
		waivers: waiversOf(read, check),
		seals: sealsOf(read, links),
	};
}

/** Commits, cut up by handoff. */
function committed(
	read: ReadArchive,
	records: ReadonlyMap<string, DocumentRecord>,
	links: Links,
	changes: readonly FileChange[],
): OverviewEntry["changes"] {
	const entries = new Map<string, OverviewEntry["changes"][number]>();
	for (const { commit, time, path, kind } of changes) {
		const planned = read.plan.documents.get(path);
		const id = records.get(path)?.handoff ?? planned?.handoff ?? null;
		// A document that is gone is told with the commit, where nothing else of its handoff is.
		if (!planned && kind !== "removed") continue;
		const key = `${commit}\n${id ?? ""}`;
		const entry = entries.get(key) ?? { time, basis: "git", handoff: links.get(id ?? "") ?? null, documents: [] };
		entries.set(key, entry);
		entry.documents.push({
			label: planned && id !== null ? planned.label : fileName(path),
			kind,
			href: planned ? `${planned.page}#${planned.key}` : null,
		});
		if (entries.size > most.changes) break;
	}
	return [...entries.values()].slice(0, most.changes);
}

/** Without a history, the dates that handoffs state. */
function dated({ archive }: ReadArchive, links: Links): OverviewEntry["changes"] {
	return archive.handoffs
		.filter(({ date }) => date !== null)
		.sort((a, b) => compareText(b.date ?? "", a.date ?? "") || b.order - a.order)
		.slice(0, most.changes)
		.map(({ id, date }) => ({ time: date ?? "", basis: "stated", handoff: links.get(id) ?? null, documents: [] }));
}

type Links = ReadonlyMap<string, OverviewEntry["regressions"][number]["handoff"]>;

function linksOf({ archive, plan }: ReadArchive): Links {
	return new Map(archive.handoffs.map(({ id, title }) => [id, { id, title, href: plan.handoffs.get(id) ?? "" }]));
}

function regressionsOf({ archive }: ReadArchive, places: Places, links: Links): OverviewEntry["regressions"] {
	const latestFirst = [...(archive.baselines ?? [])].reverse();
	const found = latestFirst.flatMap(({ handoff, comparisons }) =>
		comparisons.flatMap(({ kind, of, count, against, drop }) => {
			const link = links.get(handoff);
			if (drop?.by !== "none" || !against || !link || of !== undefined) return [];
			return [
				{
					handoff: link,
					kind,
					before: against.value,
					after: count.value,
					against: against.handoff,
					scope: count.scope.words,
					place: places.at(count.path, count.line),
				},
			];
		}),
	);
	return found.slice(0, most.regressions);
}

/** The latest count of a kind, with those it is compared with one after the other. */
function seriesOf({ archive }: ReadArchive, places: Places, kind: "tests" | "packages"): OverviewEntry["series"] {
	const counted = new Map<string, CountComparison>();
	for (const { handoff, comparisons } of archive.baselines ?? []) {
		const own = comparisons.find((one) => one.kind === kind && one.of === undefined);
		if (own) counted.set(handoff, own);
	}
	const [latest] = [...counted.keys()].slice(-1);
	const chain: OverviewEntry["series"][number]["points"] = [];
	const seen = new Set<string>();
	for (let id = latest; id !== undefined && !seen.has(id) && chain.length < most.points; ) {
		const comparison = counted.get(id);
		if (!comparison) break;
		seen.add(id);
		chain.unshift({ handoff: id, value: comparison.count.value, dropped: comparison.drop?.by === "none" });
		id = comparison.against?.handoff;
	}
	const last = latest === undefined ? undefined : counted.get(latest);
	return last ? [{ kind, points: chain, delta: last.delta, place: places.at(last.count.path, last.count.line) }] : [];
}

/** The latest validation that does not hold any more, first. */
function sealsOf({ archive: { seals = [] } }: ReadArchive, links: Links): OverviewEntry["seals"] {
	const broken = seals.filter(({ state }) => state !== "validated").sort((a, b) => compareText(b.at, a.at));
	return {
		hold: seals.length - broken.length,
		broken: broken.slice(0, most.seals).map((seal) => ({ handoff: links.get(seal.handoff) ?? null, seal })),
	};
}

const day = 86_400_000;

function waiversOf({ archive }: ReadArchive, { waivers }: SiteInput["check"]): OverviewEntry["waivers"] {
	if (!waivers) return [];
	const nameOf = (parts: readonly (string | undefined)[]) => parts.join("\n");
	const covers = Map.groupBy(archive.findings, ({ rule, excused }) =>
		excused?.by === "waiver" ? nameOf([rule, excused.owner, excused.expires, excused.reason]) : "",
	);
	return waivers.list
		.map(({ rule, handoffs, owner, reason, expires }) => ({
			rule,
			handoffs: typeof handoffs === "string" ? handoffs : handoffs.join(", "),
			owner,
			reason,
			expires,
			days: Math.round((Date.parse(expires) - Date.parse(waivers.today)) / day),
			covers: covers.get(nameOf([rule, owner, expires, reason]))?.length ?? 0,
		}))
		.sort((a, b) => a.days - b.days || compareText(a.rule, b.rule));
}
