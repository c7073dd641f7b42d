import type { Archive, Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Verdict, VerdictMark } from "#model/verdicts.ts";
import type { Catalog, CatalogDocument, CatalogHandoff, FacetValues } from "./catalog.ts";

/** Where things are shown: pages of a site, or files and lines in a terminal. */
export interface Addresses {
	/** Null for a document that is shown nowhere. */
	document(path: string): { readonly href: string; readonly label: string } | null;
	line(path: string, line: number): string;
	handoff(id: string): string;
	/** Null where packages have no place of their own. */
	package(id: string): string | null;
	/** Null where files have no place of their own. */
	file(path: string): string | null;
	rule(id: string): string;
	/** What a standard is called. */
	standard(id: string): string;
}

/**
 * What search knows of an archive without its texts: handoffs, documents, and the values they are narrowed by. A document's
 * key is its path, until an index names it otherwise.
 */
export function catalogOf(archive: Archive, addresses: Addresses): Pick<Catalog, "handoffs" | "documents"> {
	const records = new Map(archive.documents.map((record) => [record.path, record]));
	const verdicts = marksByHandoff(archive.verdicts);
	const known = new Set(archive.handoffs.map(({ id }) => id));
	return {
		handoffs: archive.handoffs
			.map((handoff) => handoffOf(handoff, records, verdicts.get(handoff.id) ?? [], addresses))
			.sort((a, b) => a.order - b.order),
		documents: archive.documents.flatMap(({ path, title, kind, handoff }): CatalogDocument[] => {
			const shown = addresses.document(path);
			return shown
				? [{ key: path, path, title, kind, ...shown, handoff: handoff !== null && known.has(handoff) ? handoff : null }]
				: [];
		}),
	};
}

function handoffOf(
	handoff: Handoff,
	records: ReadonlyMap<string, DocumentRecord>,
	marks: readonly VerdictMark[],
	addresses: Addresses,
): CatalogHandoff {
	const { id, title, date, order, family, packages } = handoff;
	const own = handoff.documents.flatMap(({ path }) => records.get(path) ?? []);
	const tiers = own.flatMap(({ plan }) => plan?.packages.flatMap(({ tier }) => tier?.trim() || []) ?? []);
	const facets: FacetValues = {
		status: [statusOf(handoff, own)],
		family: [family],
		...given("package", packages),
		...given("tier", tiers),
		...given("verdict", marks),
		standard: [addresses.standard(handoff.standard)],
		...given("period", date !== null && /^\d{4}-\d{2}/.test(date) ? [date.slice(0, 7)] : []),
	};
	return { id, title, href: addresses.handoff(id), date, order, facets };
}

function given<Facet extends string>(
	facet: Facet,
	values: readonly string[],
): Partial<Record<Facet, readonly string[]>> {
	// An object with a computed key is not typed by the key.
	return values.length === 0 ? {} : (Object.fromEntries([[facet, [...new Set(values)]]]) as Record<Facet, string[]>);
}

function statusOf({ status }: Handoff, records: readonly DocumentRecord[]): string {
	if (!records.some(({ kind }) => kind === "results")) return "open";
	return status ?? "not stated";
}

/** What rules decide that is worth asking for, gravest first; a handoff with nothing of it passes. */
export const telling = [
	"fail",
	"warning",
	"note",
	"could-not-evaluate",
	"needs-human",
	"waived",
] as const satisfies VerdictMark[];

function marksByHandoff(verdicts: readonly Verdict[]): ReadonlyMap<string, readonly VerdictMark[]> {
	const found = new Map<string, Set<VerdictMark>>();
	for (const { handoff, verdict, severity } of verdicts) {
		const marks = found.get(handoff) ?? new Set<VerdictMark>();
		found.set(handoff, marks);
		if (verdict !== "fail") marks.add(verdict);
		else marks.add(severity === "warning" ? "warning" : severity === "info" ? "note" : "fail");
	}
	const worded = [...found].map(([handoff, marks]) => {
		const asked = telling.filter((mark) => marks.has(mark));
		return [handoff, asked.length > 0 ? asked : ["pass" as const]] as const;
	});
	return new Map(worded);
}
