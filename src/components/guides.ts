import { getCollection } from "astro:content";

/** Page of the standard of each abbreviation that rules name as their source, where the site explains it. */
export async function guidesByAbbreviation(): Promise<ReadonlyMap<string, string>> {
	const standards = (await getCollection("standards")).map(({ data }) => data);
	const guides = await getCollection("guides");
	const pages = new Map<string, string>();
	for (const { abbreviation, id } of standards)
		if (!pages.has(abbreviation)) pages.set(abbreviation, `standards/${id}/`);
	const shown = new Set(standards.map(({ id }) => id));
	for (const { id, data } of guides)
		if (data.abbreviation && (data.standard === undefined || shown.has(data.standard)))
			pages.set(data.abbreviation, `standards/${id}/`);
	return pages;
}
