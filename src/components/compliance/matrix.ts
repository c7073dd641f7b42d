import { archiveEntry, handoffEntries, ruleEntries } from "virtual:handoff-archive/entries";
import { marksOf } from "#model/verdicts.ts";
import { href } from "../links.ts";
import type { Matrix } from "./model.ts";

/** By which standard handoffs are judged: the one in force for each, or today's for all. */
export type JudgedBy = "in-force" | "today";

/** The matrix of the archive, as the pages show it. */
export function matrixOfArchive(judgedBy: JudgedBy = "in-force"): Matrix {
	const rules = ruleEntries().filter(({ scope }) => scope === "document" || scope === "archive");
	const handoffs = handoffEntries();
	return {
		title: archiveEntry().title,
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
export function todaysStandard(): { readonly title: string; readonly others: number } | null {
	const others = handoffEntries().flatMap(({ today }) => today ?? []);
	const [first] = others;
	return first ? { title: first.standard.title, others: others.length } : null;
}
