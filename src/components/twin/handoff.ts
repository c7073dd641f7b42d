import type { HandoffEntry } from "virtual:handoff-archive/entries";
import { certainty, families, relations as relationWords, revisions, twins as t } from "virtual:handoff-archive/words";
import { countOf, lastChange, type RevisedDocument } from "../compare/revisions.ts";
import { cameAfter } from "../handoff/after.ts";
import { say } from "../say.ts";
import { checkedWords, handoffAnswer, placeWords } from "../words.ts";
import { findingLines, oneLine, partOfTwin } from "./document.ts";

type Handoff = HandoffEntry;

/**
 * A handoff's page as Markdown: how it stands, its findings, facts and relations, then its documents as they stand in their files.
 * Its first bytes are always a heading: no browser takes it for a page, whatever a document holds.
 */
export function handoffTwin(
	handoff: Handoff,
	sourceOf: (name: string) => string,
	revised: readonly RevisedDocument[],
): string {
	const { id, title, findings, undecided, relations, documents } = handoff;
	const stops = [...findings, ...undecided];
	const later = cameAfter(handoff);
	return [
		`# ${id}: ${oneLine(title)}`,
		"",
		`${handoffAnswer(handoff)} ${checkedWords(handoff)}`,
		"",
		...headLines(handoff),
		...revised.map((document) => `- ${revisionLine(document)}`),
		"",
		...(stops.length > 0 ? [`## ${t.findings}`, "", ...findingLines(stops), ""] : []),
		...section(t.facts, documents.flatMap(factLines)),
		...section(
			t.relations,
			relations.map(({ type, direction, id: other, title: name, place }) => {
				const where = place ? ` (${oneLine(placeWords(place))})` : "";
				return `- ${relationWords[type][direction]} ${other}${name === null ? "" : `: ${oneLine(name)}`}${where}`;
			}),
		),
		...section(
			t.after,
			later.map(({ id: other, title: name, deeds }) => {
				const done = deeds.map(({ words, what }) =>
					[words, what.map((one) => `\`${oneLine(one)}\``).join(", ")].join(" ").trim(),
				);
				return `- ${other}${name === null ? "" : `: ${oneLine(name)}`}: ${done.join("; ")}`;
			}),
		),
		`## ${t.documents}`,
		"",
		...documents.map((document) => partOfTwin(document, sourceOf)),
	].join("\n");
}

function revisionLine(document: RevisedDocument): string {
	const counted = say(revisions.count, { count: countOf(document) });
	return say(revisions.twin, { document: document.label, revisions: counted, changed: lastChange([document]) });
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];
}

function headLines(handoff: Handoff): string[] {
	const { status, statusState, hasResults, family, parent, packages, date, standard, order, total, orderBasis } =
		handoff;
	const lines = [
		say(t.status, { status: hasResults ? (status ?? certainty[statusState]) : t.open }),
		parent
			? say(t.familyOf, { family: families[family], parent: parent.id })
			: say(t.family, { family: families[family] }),
		say(orderBasis === "inferred" ? t.orderInferred : t.order, { order, total }),
		...(handoff.previous ? [say(t.previous, { handoff: handoff.previous.id })] : []),
		...(handoff.next ? [say(t.next, { handoff: handoff.next.id })] : []),
		...(packages.length > 0 ? [say(t.packages, { names: packages.join(", ") })] : []),
		...(date === null ? [] : [say(t.date, { date })]),
		...(standard ? [say(t.judgedBy, { standard: standard.title })] : []),
		...handoff.documents.map(({ label, path, lines, sha256 }) =>
			say(t.part, { label, path: `\`${oneLine(path)}\``, lines: String(lines), hash: `sha256:${sha256}` }),
		),
	];
	return lines.map((line) => `- ${line}`);
}

function factLines({ label: part, facts }: Handoff["documents"][number]): string[] {
	return facts.map(({ label, state, value, items, place }) => {
		const words = [value, items.join(", ")].filter(Boolean).join(": ") || certainty["not-stated"];
		return `- ${part}, ${label}: ${oneLine(words)} (${certainty[state]}${place ? `, ${oneLine(placeWords(place))}` : ""})`;
	});
}
