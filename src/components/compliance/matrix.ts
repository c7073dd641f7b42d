import { getCollection, getEntry } from "astro:content";
import { marksOf } from "#model/verdicts.ts";
import { href } from "../links.ts";
import type { Matrix } from "./model.ts";

/** The matrix of the archive, from the content store. */
export async function matrixOfArchive(): Promise<Matrix> {
	const rules = (await getCollection("rules")).map(({ data }) => data).sort((a, b) => a.order - b.order);
	const handoffs = (await getCollection("handoffs")).map(({ data }) => data).sort((a, b) => a.order - b.order);
	return {
		title: (await getEntry("archive", "archive"))?.data.title ?? "",
		rules: rules.map(({ id, group, requires }) => ({ id, group, requires })),
		handoffs: handoffs.map(({ id, title, family, standard, slug, marks }) => ({
			id,
			title,
			family,
			standard: standard?.title ?? "",
			href: href(`handoffs/${slug}/`),
			verdicts: marksOf(marks),
		})),
	};
}
