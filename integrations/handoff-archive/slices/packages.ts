import type { Handoff } from "#model/archive.ts";
import type { SourceLine } from "#model/baselines.ts";
import type {
	PackageChange,
	PackageDependency,
	PackageRecord,
	PackageStatement,
	PackageTests,
	PackageWork,
} from "#model/packages.ts";
import { packagePage, packageSlug } from "#model/site-path.ts";
import { compareText } from "#model/text-order.ts";
import { type Places, placesOf } from "../entries/places.ts";
import type { PlaceSlice } from "../entries/schemas.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";

/** A handoff as a page links to it. */
export interface HandoffLink {
	readonly id: string;
	readonly title: string;
	readonly href: string | null;
}

export interface WorkSlice extends Pick<PackageWork, "change" | "state" | "from" | "files"> {
	readonly place: PlaceSlice;
}

/** Another package, and what the plans say of the bond. */
interface BondSlice {
	readonly id: string;
	readonly href: string;
	/** The last handoff whose plan states it. */
	readonly handoff: HandoffLink;
	readonly place: PlaceSlice;
	/** False where a later plan lists the package's dependencies without it. */
	readonly current: boolean;
}

/** Handoffs that call the package by its id and do nothing with it. */
interface MentionSlice {
	/** Null for documents of no handoff. */
	readonly handoff: HandoffLink | null;
	readonly place: PlaceSlice;
	readonly count: number;
}

/** What the list of packages shows of each. */
export interface PackageItem {
	readonly id: string;
	readonly slug: string;
	/** Which record holds the rest. */
	readonly number: number;
	/** As the last plan states them, in the standard's words where it knows them. */
	readonly layer: string | null;
	readonly tier: string | null;
	readonly created: HandoffLink | null;
	readonly last: { readonly handoff: HandoffLink; readonly change: PackageChange; readonly isPlan: boolean } | null;
	readonly touches: number;
	readonly tests: number | null;
	readonly dependencies: number;
	readonly dependents: number;
	/** Handoffs, and documents of none, that speak of it without touching it; as many as its page lists. */
	readonly mentions: number;
}

/** Everything that the page of a package shows. */
export interface PackageSlice {
	readonly id: string;
	readonly variants: readonly { readonly text: string; readonly place: PlaceSlice }[];
	readonly touches: readonly {
		readonly handoff: HandoffLink;
		readonly planned: WorkSlice | null;
		readonly delivered: WorkSlice | null;
		readonly tests: (Omit<PackageTests, "handoff" | "place"> & { readonly place: PlaceSlice }) | null;
	}[];
	readonly layers: readonly StatementSlice[];
	readonly tiers: readonly StatementSlice[];
	readonly dependencies: readonly BondSlice[];
	readonly dependents: readonly BondSlice[];
	readonly listed: readonly {
		readonly handoff: HandoffLink;
		readonly change: "added" | "removed";
		readonly place: PlaceSlice;
	}[];
	readonly mentions: readonly MentionSlice[];
	/** How many more mention it. */
	readonly moreMentions: number;
}

/** A value of layer or tier, from the handoff on that first states it. */
interface StatementSlice extends Pick<PackageStatement, "value" | "known"> {
	readonly handoff: HandoffLink;
	readonly place: PlaceSlice;
}

/** Files of the records: the list is one record, each package another. */
export const packageFiles = { list: "package-list", one: "packages" } as const;

/** Longer lists of mere mentions tell nobody anything; the search has them all. */
const mostMentions = 60;

/** Writes the list of packages and each package as records beside the documents' HTML. */
export function writePackages(read: ReadArchive): void {
	const { archive, folder, plan } = read;
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const handoffs = new Map(archive.handoffs.map((handoff) => [handoff.id, handoff]));
	const cutter = new Cutter(places, handoffs, plan.handoffs);
	const packages = archive.packages ?? [];
	const items = packages.map((record, number) => cutter.item(record, number));
	writeNumbered(folder, packageFiles.list, [JSON.stringify(items)]);
	writeNumbered(
		folder,
		packageFiles.one,
		packages.map((record) => JSON.stringify(cutter.slice(record))),
	);
}

class Cutter {
	readonly #places: Places;
	readonly #handoffs: ReadonlyMap<string, Handoff>;
	readonly #pages: ReadonlyMap<string, string>;

	constructor(places: Places, handoffs: ReadonlyMap<string, Handoff>, pages: ReadonlyMap<string, string>) {
		this.#places = places;
		this.#handoffs = handoffs;
		this.#pages = pages;
	}

	item(record: PackageRecord, number: number): PackageItem {
		const { id, touches, layers, tiers, tests } = record;
		const created = touches.find(({ delivered }) => delivered?.change === "create");
		const last = touches.at(-1);
		const work = last?.delivered ?? last?.planned;
		const said = (statement: PackageStatement | undefined) => statement?.known ?? statement?.value ?? null;
		return {
			id,
			slug: packageSlug(id),
			number,
			layer: said(layers.at(-1)),
			tier: said(tiers.at(-1)),
			created: created ? this.#link(created.handoff) : null,
			last: last && work ? { handoff: this.#link(last.handoff), change: work.change, isPlan: !last.delivered } : null,
			touches: touches.length,
			tests: tests.findLast(({ total }) => total !== null)?.total ?? null,
			dependencies: this.#bonds(record.dependencies, isLastOf(record.dependencies)).filter(({ current }) => current)
				.length,
			dependents: new Set(record.dependents.map((bond) => bond.id)).size,
			mentions: this.#mentions(record).length,
		};
	}

	slice(record: PackageRecord): PackageSlice {
		const mentions = this.#mentions(record);
		const tests = new Map(record.tests.map((one) => [one.handoff, one]));
		return {
			id: record.id,
			variants: record.variants.map((variant) => ({ text: variant.text, place: this.#at(variant) })),
			touches: record.touches.map(({ handoff, planned, delivered }) => {
				const run = tests.get(handoff);
				return {
					handoff: this.#link(handoff),
					planned: planned && this.#work(planned),
					delivered: delivered && this.#work(delivered),
					tests: run ? { ...run, place: this.#at(run.place) } : null,
				};
			}),
			layers: this.#statements(record.layers),
			tiers: this.#statements(record.tiers),
			dependencies: this.#bonds(record.dependencies, isLastOf(record.dependencies)),
			dependents: this.#bonds(record.dependents, () => true),
			listed: record.listed.map(({ handoff, change, place }) => ({
				handoff: this.#link(handoff),
				change,
				place: this.#at(place),
			})),
			mentions: mentions.slice(0, mostMentions),
			moreMentions: Math.max(0, mentions.length - mostMentions),
		};
	}

	#link(id: string): HandoffLink {
		return { id, title: this.#handoffs.get(id)?.title ?? "", href: this.#pages.get(id) ?? null };
	}

	#at({ path, line }: SourceLine): PlaceSlice {
		return this.#places.at(path, line);
	}

	#work({ change, state, from, files, place }: PackageWork): WorkSlice {
		return { change, state, from, files, place: this.#at(place) };
	}

	/** Each value once, where it is first stated after another one. */
	#statements(statements: readonly PackageStatement[]): StatementSlice[] {
		const said = ({ known, value }: PackageStatement) => known ?? value;
		return statements
			.filter((one, index) => {
				const before = statements[index - 1];
				return !before || said(before) !== said(one);
			})
			.map(({ handoff, value, known, place }) => ({
				handoff: this.#link(handoff),
				value,
				known,
				place: this.#at(place),
			}));
	}

	#bonds(bonds: readonly PackageDependency[], isCurrent: (bond: PackageDependency) => boolean): BondSlice[] {
		const latest = new Map(bonds.map((bond) => [bond.id, bond]));
		return [...latest.values()]
			.map((bond) => ({
				id: bond.id,
				href: packagePage(bond.id),
				handoff: this.#link(bond.handoff),
				place: this.#at(bond.place),
				current: isCurrent(bond),
			}))
			.sort((a, b) => Number(b.current) - Number(a.current) || compareText(a.id, b.id));
	}

	/** Handoffs, and documents of none, that speak of a package without touching it. */
	#mentions({ mentions, touches }: PackageRecord): MentionSlice[] {
		const touched = new Set<string | null>(touches.map(({ handoff }) => handoff));
		const byHandoff = Map.groupBy(
			mentions.filter(({ handoff }) => !touched.has(handoff)),
			({ handoff, place }) => handoff ?? `\n${place.path}`,
		);
		return [...byHandoff.values()].flatMap((group) => {
			const [first] = group;
			if (!first) return [];
			const count = group.reduce((sum, one) => sum + one.count, 0);
			return [
				{ handoff: first.handoff === null ? null : this.#link(first.handoff), place: this.#at(first.place), count },
			];
		});
	}
}

/** Whether a dependency stands in the last plan that lists any. */
function isLastOf(dependencies: readonly PackageDependency[]): (bond: PackageDependency) => boolean {
	const last = dependencies.at(-1)?.handoff;
	return ({ handoff }) => handoff === last;
}
