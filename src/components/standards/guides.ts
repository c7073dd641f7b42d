import { getCollection, render } from "astro:content";
import { standardEntries } from "virtual:handoff-archive/entries";

/** Where a standard is explained. */
interface Guide {
	readonly page: string;
	/** The anchors of its parts, by their titles in lower case. */
	readonly parts: ReadonlyMap<string, string>;
}

/** The page of the standard of each abbreviation that rules name as their source, where the site explains it. */
export async function guidesByAbbreviation(): Promise<ReadonlyMap<string, Guide>> {
	const standards = standardEntries();
	const guides = await getCollection("guides");
	const pages = new Map<string, Guide>();
	for (const { abbreviation, id } of standards)
		if (!pages.has(abbreviation)) pages.set(abbreviation, { page: `standards/${id}/`, parts: new Map() });
	const shown = new Set(standards.map(({ id }) => id));
	for (const guide of guides) {
		const { abbreviation, standard } = guide.data;
		if (!abbreviation || (standard !== undefined && !shown.has(standard))) continue;
		const { headings } = await render(guide);
		const parts = new Map(headings.map(({ text, slug }) => [text.toLowerCase(), slug]));
		pages.set(abbreviation, { page: `standards/${guide.id}/`, parts });
	}
	return pages;
}

/** The address of what a rule's source says: its part of the guide, else the guide; null where nothing explains it. */
export function guideAddress(
	guides: ReadonlyMap<string, Guide>,
	{ standard, section }: { readonly standard: string; readonly section: string },
): string | null {
	const guide = guides.get(standard);
	if (!guide) return null;
	const part = guide.parts.get(section.toLowerCase());
	return part === undefined ? guide.page : `${guide.page}#${part}`;
}
