import { ruleMetadata } from "#check.ts";
import { type Archive, families, type Handoff } from "#model/archive.ts";
import { documentKinds, type Mention } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import { nearest } from "#parse/nearest.ts";
import { type Catalog, type CatalogHandoff, type FacetName, facetNames } from "#search/catalog.ts";
import { type Addresses, catalogOf, telling } from "#search/catalog-of.ts";
import { type Filters, filtersBy } from "#search/facets.ts";
import { sorts } from "#search/groups.ts";
import { type NameIndex, simplified } from "#search/names.ts";
import { namesOf } from "#search/names-of.ts";
import { type Effects, type OptionSpec, type ParsedArguments, Unusable } from "../command.ts";
import { archiveOptions, prepareArchive, type Ready } from "../settings.ts";
import { suggestion } from "../suggest.ts";

/** Options of the commands that look something up in an archive. */
export const lookOptions = {
	json: { type: "boolean", help: "Print JSON." },
	...archiveOptions,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Options that narrow what is found. */
export const filterOptions = {
	status: {
		type: "string",
		value: "STATUS",
		multiple: true,
		help: "Only handoffs with this status: PASS, FAIL, PARTIAL, or open (without RESULTS).",
	},
	family: { type: "string", value: "FAMILY", multiple: true, help: `Only this family: ${families.join(", ")}.` },
	package: { type: "string", value: "ID", multiple: true, help: "Only handoffs that plan this package." },
	tier: { type: "string", value: "TIER", multiple: true, help: "Only handoffs with a package of this tier." },
	standard: { type: "string", value: "ID", multiple: true, help: "Only handoffs judged by this standard." },
	period: { type: "string", value: "YYYY-MM", multiple: true, help: "Only handoffs of this month." },
	sort: { type: "string", value: "ORDER", help: `Order of what is found: ${sorts.join(", ")} (of the build).` },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Settings for a command whose archive is named by --archive alone. @throws Unusable as `prepareArchive` does. */
export function prepareLook(
	given: ParsedArguments,
	effects: Effects,
	use?: Parameters<typeof prepareArchive>[2],
): Ready {
	return prepareArchive({ ...given, positionals: [] }, effects, use);
}

/** The ids that a command was given. @throws Unusable where a folder stands among them, which --archive names. */
export function idsGiven({ positionals }: ParsedArguments): readonly string[] {
	const folder = positionals.find((name) => /[\\/]|^\.+$/u.test(name));
	if (folder === undefined) return positionals;
	throw new Unusable(`"${folder}" is no id of a handoff; a folder is named with --archive ${folder}`);
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
		file: () => null,
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
 * The filters on the command line, by the values that the archive knows, whatever their case. A value that handoffs may have, though
 * none of these does, finds nothing.
 * @throws Unusable for a value that no handoff can have.
 */
export function filtersOf(
	given: ParsedArguments,
	{ handoffs, documents }: Catalog,
	standards: readonly Standard[],
): Filters {
	return filtersBy((facet) => {
		const held =
			facet === "kind" ? documents.map(({ kind }) => kind) : handoffs.flatMap(({ facets }) => facets[facet] ?? []);
		const known = new Map([...possible(facet, standards), ...held].map((value) => [value.toLowerCase(), value]));
		return given.values(facet).map((value) => {
			const meant = known.get(value.toLowerCase());
			if (meant !== undefined) return meant;
			if (facet === "period" && /^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return value;
			throw new Unusable(unknownValue(facet, value, [...known.values()]));
		});
	});
}

/** Values of a facet that a handoff of any archive may have. */
function possible(facet: FacetName, standards: readonly Standard[]): readonly string[] {
	switch (facet) {
		case "kind":
			return documentKinds;
		case "status":
			return [...new Set(standards.flatMap(({ statuses }) => statuses)), "open"];
		case "family":
			return families;
		case "standard":
			return standards.map(({ id }) => id);
		case "verdict":
			return [...telling, "pass"];
		default:
			return [];
	}
}

function unknownValue(facet: FacetName, value: string, known: readonly string[]): string {
	const named = known.length <= 12 ? `; there are: ${known.join(", ") || "none"}` : "";
	return `no handoff has the ${facet} "${value}"${suggestion(value, known) || named}`;
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
	throw new Unusable(`there is no handoff "${name}" in the archive; ${hintFor(name, archive)}`);
}

/** What to do about a name that no handoff has: who speaks of it, a name that is near, or where all of them are. */
function hintFor(name: string, { handoffs, documents }: Archive): string {
	const isMeant = ({ id, text }: Mention) => [id, text].map(simplified).includes(simplified(name));
	const [denied] = documents.flatMap(({ path, unwritten = [] }) =>
		unwritten.filter(isMeant).map(({ line }) => `${path}:${line}`),
	);
	if (denied !== undefined) return `${denied} says that it was not written`;
	const [spoken] = documents.flatMap(({ path, mentions }) =>
		mentions.filter(isMeant).map(({ line }) => `${path}:${line}`),
	);
	if (spoken !== undefined) return `${spoken} speaks of it`;
	const known = handoffs.flatMap(({ packages }) => packages).find((id) => simplified(id) === simplified(name));
	if (known !== undefined)
		return `it is a package: handoffs list --package ${known} lists the handoffs that work on it`;
	const near = nearest(
		name,
		handoffs.map(({ id }) => id),
	);
	return near === null ? "handoffs list names them all" : `did you mean "${near}"?`;
}
