import type { CollectionEntry } from "astro:content";
import { relations as relationWords } from "virtual:handoff-archive/words";
import { cameAfter } from "../after.ts";
import { checkedWords, handoffAnswer, placeWords } from "../words.ts";
import { findingLines, oneLine, partOfTwin } from "./document.ts";

type Handoff = CollectionEntry<"handoffs">["data"];

/**
 * A handoff's page as Markdown: how it stands, its findings, facts and relations, then its documents as they stand in their files.
 * Its first bytes are always a heading: no browser takes it for a page, whatever a document holds.
 */
export function handoffTwin(handoff: Handoff, sourceOf: (name: string) => string): string {
	const { id, title, findings, undecided, relations, documents } = handoff;
	const stops = [...findings, ...undecided];
	const later = cameAfter(handoff);
	return [
		`# ${id}: ${oneLine(title)}`,
		"",
		`${handoffAnswer(handoff)} ${checkedWords(handoff)}`,
		"",
		...headLines(handoff),
		"",
		...(stops.length > 0 ? ["## Findings", "", ...findingLines(stops), ""] : []),
		...section("Facts", documents.flatMap(factLines)),
		...section(
			"Relations",
			relations.map(({ type, direction, id: other, title: name, place }) => {
				const where = place ? ` (${oneLine(placeWords(place))})` : "";
				return `- ${relationWords[type][direction]} ${other}${name === null ? "" : `: ${oneLine(name)}`}${where}`;
			}),
		),
		...section(
			"What came after",
			later.map(({ id: other, title: name, deeds }) => {
				const done = deeds.map(({ words, what }) => (what === null ? words : `${words} \`${oneLine(what)}\``));
				return `- ${other}${name === null ? "" : `: ${oneLine(name)}`}: ${done.join("; ")}`;
			}),
		),
		"## Documents",
		"",
		...documents.map((document) => partOfTwin(document, sourceOf)),
	].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];
}

function headLines(handoff: Handoff): string[] {
	const { status, statusState, hasResults, family, parent, packages, date, standard, order, total, orderBasis } =
		handoff;
	return [
		`- Status: ${hasResults ? (status ?? statusState) : "open"}`,
		`- Family: ${family}${parent ? ` to ${parent.id}` : ""}`,
		`- Build order: ${order} of ${total}${orderBasis === "inferred" ? ", inferred" : ""}`,
		...(handoff.previous ? [`- Previous: ${handoff.previous.id}`] : []),
		...(handoff.next ? [`- Next: ${handoff.next.id}`] : []),
		...(packages.length > 0 ? [`- Packages: ${packages.join(", ")}`] : []),
		...(date === null ? [] : [`- Date: ${date}`]),
		...(standard ? [`- Judged by: ${standard.title}`] : []),
		...handoff.documents.map(
			({ label, path, lines, sha256 }) => `- ${label}: \`${oneLine(path)}\`, ${lines} lines, sha256:${sha256}`,
		),
	];
}

function factLines({ label: part, facts }: Handoff["documents"][number]): string[] {
	return facts.map(({ label, state, value, items, place }) => {
		const words = [value, items.join(", ")].filter(Boolean).join(": ") || "not stated";
		return `- ${part}, ${label}: ${oneLine(words)} (${state}${place ? `, ${oneLine(placeWords(place))}` : ""})`;
	});
}
