import { ruleMetadata } from "#check.ts";
import type { Archive, Handoff } from "#model/archive.ts";
import { type Catalog, type CatalogHandoff, type FacetName, facetNames } from "#search/catalog.ts";
import { type Addresses, catalogOf } from "#search/catalog-of.ts";
import { type Filters, filtersBy } from "#search/facets.ts";
import { sorts } from "#search/groups.ts";
import { type NameIndex, simplified } from "#search/names.ts";
import { namesOf } from "#search/names-of.ts";
import { type Effects, type OptionSpec, type ParsedArguments, Unusable } from "./command.ts";
import { archiveOptions, prepareArchive, type Ready } from "./settings.ts";
import { suggestion } from "./suggest.ts";

/** Options of the commands that look something up in an archive. */
export const lookOptions = {
	json: { type: "boolean", help: "Print JSON." },
	archive: {
		type: "string",
		short: "a",
		value: "FOLDER",
		multiple: true,
		help: "Folder of the documents; may be given several times. Default: the archive of the settings file.",
	},
	...archiveOptions,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Options that narrow what is found. */
export const filterOptions = {
	status: {
		type: "string",
		value: "STATUS",
		multiple: true,
		help: "Only handoffs with this status; open: without RESULTS.",
	},
	family: { type: "string", value: "FAMILY", multiple: true, help: "Only this family: component, follow-up, cleanup." },
	package: { type: "string", value: "ID", multiple: true, help: "Only handoffs that plan this package." },
	tier: { type: "string", value: "TIER", multiple: true, help: "Only handoffs with a package of this tier." },
	standard: { type: "string", value: "ID", multiple: true, help: "Only handoffs judged by this standard." },
	period: { type: "string", value: "YYYY-MM", multiple: true, help: "Only handoffs of this month." },
	sort: { type: "string", value: sorts.join("|"), help: "Order of what is found." },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Settings for a command whose archive is named by --archive. @throws Unusable as `prepareArchive` does. */
export function prepareLook(given: ParsedArguments, effects: Effects): Ready {
	return prepareArchive({ ...given, positionals: given.values("archive") }, effects);
}

/** The same settings without any rule, for commands that show no verdict: reading is quicker then. */
export function withoutRules(ready: Ready): Ready {
	return {
		settings: { ...ready.settings, workspace: null },
		options: {
			...ready.options,
			severities: Object.fromEntries(ruleMetadata.map(({ id }) => [id, "off" as const])),
			severitiesFor: [],
		},
	};
}

/** What search knows of an archive, with files and lines for addresses. */
export function catalogInTerminal(archive: Archive): { readonly catalog: Catalog; readonly names: NameIndex } {
	const byId = new Map(archive.handoffs.map((handoff) => [handoff.id, handoff]));
	const kinds = new Map(archive.documents.map(({ path, kind }) => [path, kind]));
	const addresses: Addresses = {
		document: (path) => ({ href: path, label: kinds.get(path) ?? "document" }),
		line: (path, line) => `${path}:${line}`,
		handoff: (id) => byId.get(id)?.documents[0]?.path ?? "",
		package: () => null,
		rule: (id) => id,
		standard: (id) => id,
	};
	const { names, hashes } = namesOf(archive, addresses);
	const all = Object.fromEntries(names);
	return {
		catalog: { ...catalogOf(archive, addresses), parts: { names: 1, digits: 0, letters: "" } },
		names: { names: async () => all, hashes: async () => hashes },
	};
}

/**
 * The filters on the command line, by the values that the archive knows, whatever their case.
 * @throws Unusable for a value that nothing in the archive has.
 */
export function filtersOf(given: ParsedArguments, { handoffs, documents }: Catalog): Filters {
	return filtersBy((facet) => {
		const known = new Map(
			(facet === "kind"
				? documents.map(({ kind }) => kind)
				: handoffs.flatMap(({ facets }) => facets[facet] ?? [])
			).map((value) => [value.toLowerCase(), value]),
		);
		return given.values(facet).map((value) => {
			const meant = known.get(value.toLowerCase());
			if (meant === undefined) throw new Unusable(unknownValue(facet, value, [...known.values()]));
			return meant;
		});
	});
}

function unknownValue(facet: FacetName, value: string, known: readonly string[]): string {
	const named = known.length <= 12 ? `; there are: ${known.join(", ") || "none"}` : "";
	return `nothing in the archive has the ${facet} "${value}"${suggestion(value, known) || named}`;
}

/** The order asked for. @throws Unusable for an order that there is not. */
export function sortOf(given: ParsedArguments, otherwise: (typeof sorts)[number]): (typeof sorts)[number] {
	const named = given.value("sort");
	const sort = named === undefined ? otherwise : sorts.find((known) => known === named);
	if (sort === undefined) throw new Unusable(`--sort ${named} is no order: ${sorts.join(", ")}`);
	return sort;
}

/** Whether a handoff has one of the values asked for in each facet. */
export function isMeant({ facets }: CatalogHandoff, filters: Filters): boolean {
	return facetNames.every(
		(facet) => filters[facet].length === 0 || (facets[facet] ?? []).some((value) => filters[facet].includes(value)),
	);
}

/** A count on the command line. @throws Unusable for anything but a positive whole number. */
export function countOf(given: ParsedArguments, name: string, otherwise: number): number {
	const text = given.value(name);
	if (text === undefined) return otherwise;
	if (!/^[1-9]\d{0,5}$/.test(text)) throw new Unusable(`--${name} ${text} is no count: give a number from 1`);
	return Number(text);
}

/** The handoff that a name means. @throws Unusable where none or several do. */
export async function handoffNamed(name: string, archive: Archive): Promise<Handoff> {
	const { names } = catalogInTerminal(archive);
	const targets = ((await names.names(0))[simplified(name)] ?? []).filter(({ kind }) => kind === "handoff");
	const best = targets.filter(({ rank }) => rank === Math.min(...targets.map((target) => target.rank)));
	const [only, ...others] = best;
	if (only && others.length > 0)
		throw new Unusable(`"${name}" is a name of several handoffs: ${best.map((target) => target.name).join(", ")}`);
	const handoff = archive.handoffs.find(({ id }) => id === only?.name);
	if (handoff) return handoff;
	const ids = archive.handoffs.map(({ id }) => id);
	throw new Unusable(`there is no handoff "${name}"${suggestion(name, ids) || "; handoffs list names them all"}`);
}
