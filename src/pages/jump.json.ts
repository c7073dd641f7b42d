import { getCollection } from "astro:content";
import type { Catalog, CatalogDocument } from "../components/search/catalog.ts";

/** Names that can be jumped to, and the facets of every document. */
export async function GET(): Promise<Response> {
	const handoffs = (await getCollection("handoffs")).map(({ data }) => data).sort((a, b) => a.order - b.order);
	const loose = (await getCollection("documents")).map(({ data }) => data);
	const rules = (await getCollection("rules")).map(({ data }) => data).sort((a, b) => a.order - b.order);
	const documents: CatalogDocument[] = [
		...handoffs.flatMap(({ id, slug, documents }) =>
			documents.map((document) => ({ ...document, page: `handoffs/${slug}/`, handoff: id })),
		),
		...loose.flatMap(({ slug, document }) =>
			document ? [{ ...document, page: `documents/${slug}/`, handoff: null }] : [],
		),
	].map(({ path, title, kind, label, page, key, handoff }) => ({
		path,
		title,
		kind,
		label,
		href: `${page}#${key}`,
		handoff,
	}));
	const catalog: Catalog = {
		handoffs: handoffs.map(({ id, title, slug, aliases, status, hasResults, family, date, packages }) => ({
			id,
			title,
			href: `handoffs/${slug}/`,
			names: aliases,
			status: hasResults ? (status ?? "not stated") : "open",
			family,
			date,
			packages,
		})),
		documents: documents.sort((a, b) => (a.path < b.path ? -1 : 1)),
		rules: rules.map(({ id, requires }) => ({ id, requires, href: `rules/${id}/` })),
	};
	return new Response(JSON.stringify(catalog));
}
