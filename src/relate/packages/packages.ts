import type { Handoff } from "#model/archive.ts";
import type { HandoffBaseline, SourceLine } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { type Fact, factValue } from "#model/facts.ts";
import type { PackageRecord, PackageStatement, PackageTests, PackageTouch } from "#model/packages.ts";
import type { PlannedPackage } from "#model/plan.ts";
import type { Standard } from "#model/standard.ts";
import { compareText } from "#model/text-order.ts";
import { fileOwners } from "./files.ts";
import { type PackageNames, packageNames } from "./names.ts";
import { deliveredWork, plannedWork, type WorkByPackage, type WorkReading } from "./work.ts";

/** What is known of an archive where its packages are drawn together. */
export interface PackagedArchive {
	/** In build order. */
	readonly handoffs: readonly Handoff[];
	readonly documents: readonly DocumentRecord[];
	readonly baselines?: readonly HandoffBaseline[];
}

type Growing<Item> = { -readonly [Key in keyof Item]: Item[Key] extends readonly (infer Part)[] ? Part[] : Item[Key] };

/**
 * Every package of an archive by its id, with the handoffs that plan, create, modify and remove it apart from those that only
 * speak of it. Takes time linear in what the documents list.
 */
export function packagesOf(archive: PackagedArchive, standards: readonly Standard[]): readonly PackageRecord[] {
	const { documents } = archive;
	const manifests = [...new Set(standards.flatMap(({ manifest }) => manifest?.name ?? []))];
	const names = packageNames(documents, standards);
	const packages = new Map<string, Growing<PackageRecord>>();
	const packageAt = (id: string) => {
		const known = packages.get(id) ?? blank(id);
		packages.set(id, known);
		return known;
	};
	const reading: WorkReading = {
		owners: fileOwners(documents, names, manifests),
		manifests,
		isKnown: (id) => (packages.get(id)?.touches.length ?? 0) > 0,
		onVariant: (id, text, { path, line }) => {
			const { variants } = packageAt(id);
			if (!variants.some((one) => one.text === text)) variants.push({ text, path, line });
		},
	};
	const byHandoff = Map.groupBy(documents, ({ handoff }) => handoff);
	for (const handoff of archive.handoffs) {
		const own = byHandoff.get(handoff.id) ?? [];
		const specs = own.filter(({ kind }) => kind === "spec");
		const results = own.filter(({ kind }) => kind === "results");
		const planned = plannedWork(specs, handoff.id, reading);
		const delivered = deliveredWork(results, handoff.id, reading);
		for (const id of new Set([...planned.keys(), ...delivered.keys()])) {
			const touch: PackageTouch = {
				handoff: handoff.id,
				planned: planned.get(id) ?? null,
				delivered: delivered.get(id) ?? null,
			};
			packageAt(id).touches.push(touch);
		}
		for (const document of results)
			for (const { id, tests } of testsOf(document, handoff.id, names, planned, delivered))
				packageAt(id).tests.push(tests);
		const standard = standards.find(({ id }) => id === handoff.standard) ?? standards[0];
		for (const { path, plan } of specs)
			for (const one of plan?.packages ?? []) addStatements(one, path, handoff.id, standard, packageAt);
	}
	for (const { handoff, packages: diff } of archive.baselines ?? []) {
		for (const id of diff?.added ?? [])
			if (diff) packageAt(id).listed.push({ handoff, change: "added", place: diff.place });
		for (const id of diff?.removed ?? [])
			if (diff) packageAt(id).listed.push({ handoff, change: "removed", place: diff.place });
	}
	addMentions(archive, byHandoff, packageAt);
	return [...packages.values()].sort((a, b) => compareText(a.id, b.id));
}

function blank(id: string): Growing<PackageRecord> {
	return {
		id,
		variants: [],
		touches: [],
		tests: [],
		layers: [],
		tiers: [],
		dependencies: [],
		dependents: [],
		listed: [],
		mentions: [],
	};
}

/** What a package plan states of one package: layer, tier and dependencies. */
function addStatements(
	{ id, line, layer, tier, dependencies, lines }: PlannedPackage,
	path: string,
	handoff: string,
	standard: Standard | undefined,
	packageAt: (id: string) => Growing<PackageRecord>,
): void {
	const record = packageAt(id);
	const place = (at: number | undefined): SourceLine => ({ path, line: at ?? line });
	const statement = (value: string, known: string | null, at: number | undefined): PackageStatement => ({
		handoff,
		value,
		known,
		place: place(at),
	});
	if (layer !== undefined)
		record.layers.push(statement(layer, /^\D{0,12}(\d+)\b/u.exec(layer)?.[1] ?? null, lines?.layer));
	if (tier !== undefined) record.tiers.push(statement(tier, tierOf(tier, standard), lines?.tier));
	for (const other of dependencies) {
		record.dependencies.push({ id: other, handoff, place: place(lines?.dependencies) });
		packageAt(other).dependents.push({ id, handoff, place: place(lines?.dependencies) });
	}
}

/** The tier that a plane_id means: synonyms of the standard are one tier. */
function tierOf(value: string, standard: Standard | undefined): string | null {
	const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
	const said = plain(value.replace(/\([^()]*\)/gu, " "));
	return (
		standard?.spec.tiers.find(({ title, aliases }) => [title, ...aliases].some((name) => plain(name) === said))
			?.title ?? null
	);
}

/** The tests "of this package": of the one that the command names, else of the only one that the handoff works on. */
function* testsOf(
	{ path, facts }: DocumentRecord,
	handoff: string,
	names: PackageNames,
	planned: WorkByPackage,
	delivered: WorkByPackage,
): Iterable<{ readonly id: string; readonly tests: PackageTests }> {
	const figures = {
		total: figureOf(facts["tests.total"]),
		passed: figureOf(facts["tests.passed"]),
		failed: figureOf(facts["tests.failed"]),
		skipped: figureOf(facts["tests.skipped"]),
	};
	const fact = (["tests.total", "tests.passed", "tests.failed"] as const)
		.map((key) => facts[key])
		.find((one) => one && "value" in one);
	if (!fact || !("value" in fact)) return;
	const place = { path, line: fact.line };
	const command = factValue(facts["tests.command"]) ?? "";
	const named = new Set(command.split(/[\s"'`;&|=]+/u).flatMap((word) => names(word.split("::")[0] ?? "")?.id ?? []));
	const [first] = named;
	if (first !== undefined) {
		if (named.size === 1) yield { id: first, tests: { handoff, ...figures, state: "stated", place } };
		return;
	}
	const worked = [...delivered].filter(([, { change }]) => change !== "pack").map(([id]) => id);
	const ids = worked.length > 0 ? worked : [...planned.keys()];
	const [only] = ids;
	if (ids.length === 1 && only !== undefined)
		yield { id: only, tests: { handoff, ...figures, state: "derived", place } };
}

function figureOf(fact: Fact<number> | undefined): number | null {
	return factValue(fact) ?? null;
}

/** Mentions by document, in build order; documents of no handoff come last. */
function addMentions(
	{ handoffs }: PackagedArchive,
	byHandoff: ReadonlyMap<string | null, readonly DocumentRecord[]>,
	packageAt: (id: string) => Growing<PackageRecord>,
): void {
	for (const handoff of [...handoffs.map(({ id }) => id), null])
		for (const { path, packageMentions } of byHandoff.get(handoff) ?? []) {
			const counts = new Map<string, { line: number; count: number }>();
			for (const { id, line } of packageMentions) {
				const known = counts.get(id);
				if (known) known.count++;
				else counts.set(id, { line, count: 1 });
			}
			for (const [id, { line, count }] of counts)
				packageAt(id).mentions.push({ handoff, place: { path, line }, count });
		}
}
