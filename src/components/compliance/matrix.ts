import { getCollection, getEntry } from "astro:content";
import { marksOf } from "#model/verdicts.ts";
import { href } from "../links.ts";
import type { Matrix } from "./model.ts";

/** By which standard handoffs are judged: the one in force for each, or today's for all. */
export type JudgedBy = "in-force" | "today";

/** The matrix of the archive, from the content store. */
export async function matrixOfArchive(judgedBy: JudgedBy = "in-force"): Promise<Matrix> {
	const rules = (await getCollection("rules"))
		.map(({ data }) => data)
		.filter(({ scope }) => scope === "document" || scope === "archive")
		.sort((a, b) => a.order - b.order);
	const handoffs = (await getCollection("handoffs")).map(({ data }) => data).sort((a, b) => a.order - b.order);
	return {
		title: (await getEntry("archive", "archive"))?.data.title ?? "",
		rules: rules.map(({ id, group, requires }) => ({ id, group, requires })),
		handoffs: handoffs.map(({ id, title, family, standard, slug, marks, today }) => {
			const other = judgedBy === "today" ? today : null;
			return {
				id,
				title,
				family,
				standard: standard?.title ?? "",
				href: href(`handoffs/${slug}/`),
				verdicts: marksOf(other?.marks ?? marks),
				...(other && { byToday: true as const }),
			};
		}),
	};
}

/** Today's standard, and how many handoffs another one judges; null where that is none. */
export async function todaysStandard(): Promise<{ readonly title: string; readonly others: number } | null> {
	const others = (await getCollection("handoffs")).flatMap(({ data }) => data.today ?? []);
	const [first] = others;
	return first ? { title: first.standard.title, others: others.length } : null;
}
