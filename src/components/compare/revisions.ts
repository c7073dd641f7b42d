import type { revisionsAt } from "virtual:handoff-archive/bodies";
import { revisions as t } from "virtual:handoff-archive/words";
import { dayWords, number, say } from "../say.ts";
import { type Drawn, drawn } from "./drawn.ts";
import { compareLines } from "./rows.ts";

export type RevisedDocument = ReturnType<typeof revisionsAt>[number];
type Revision = RevisedDocument["revisions"][number];

/** Two revisions of a document, one after the other. */
export interface RevisionPair {
	/** The id of its part of the page. */
	readonly id: string;
	readonly older: string;
	readonly newer: string;
	/** How many lines changed, as they are drawn; null where nothing is compared. */
	readonly changed: number | null;
	readonly rows: readonly Drawn[];
	/** How many lines are left out. */
	readonly more: number;
	/** What is to be said of the two, instead of a table or before it. */
	readonly notes: readonly string[];
}

/** More lines of one pair than these are no comparison that anybody reads. */
const mostLines = 800;
/** Of two texts with more lines that only one of them has, no line is compared. */
const mostDiffering = 2_000;

/** Each two revisions of a document that follow each other, the newest first. */
export function revisionPairs(
	{ key, revisions }: RevisedDocument,
	textOf: (name: string) => string,
): readonly RevisionPair[] {
	return revisions.slice(0, -1).flatMap((newer, index) => {
		const older = revisions[index + 1];
		if (!older) return [];
		const names = { id: `${key}-${newer.commit ?? "disk"}`, older: revisionWords(older), newer: revisionWords(newer) };
		const notes = [...stateWords(newer), ...stateWords(older), ...notesOfName(older, newer)];
		if (older.text === null || newer.text === null) return [{ ...names, changed: null, rows: [], more: 0, notes }];
		return [{ ...names, ...comparison(textOf(older.text), textOf(newer.text), notes) }];
	});
}

function comparison(
	older: string,
	newer: string,
	notes: readonly string[],
): Pick<RevisionPair, "changed" | "rows" | "more" | "notes"> {
	const rows = compareLines(older.split("\n"), newer.split("\n"), { maxEditLength: mostDiffering });
	if (!rows) return { changed: null, rows: [], more: 0, notes: [...notes, t.tooDifferent] };
	const changed = rows.filter(({ kind }) => kind === "changed").length;
	if (changed === 0) return { changed, rows: [], more: 0, notes: [...notes, t.same] };
	const all = drawn(rows);
	return { changed, rows: all.slice(0, mostLines), more: Math.max(0, all.length - mostLines), notes };
}

function stateWords(revision: Revision): string[] {
	const { state, bytes } = revision;
	if (state === "text") return [];
	const words = revisionWords(revision);
	return [
		state === "tooLarge"
			? say(t.states.tooLarge, { revision: words, bytes: number(bytes ?? 0) })
			: say(t.states[state], { revision: words }),
	];
}

function notesOfName(older: Revision, newer: Revision): string[] {
	if (older.formerPath === null || older.formerPath === newer.formerPath) return [];
	return [say(t.formerly, { revision: revisionWords(older), path: older.formerPath })];
}

/** "3 Mar 2026, 0123456789". */
function revisionWords({ commit, time }: Revision): string {
	return commit === null ? t.onDisk : say(t.revision, { date: dayWords(time ?? ""), commit });
}

/** When one of these documents was changed last. */
export function lastChange(documents: readonly RevisedDocument[]): string {
	const newest = documents.flatMap(({ revisions }) => revisions[0] ?? []);
	if (newest.some(({ commit }) => commit === null)) return t.changedOnDisk;
	const times = newest.flatMap(({ time }) => time ?? []);
	const [last = ""] = times.sort((a, b) => Date.parse(b) - Date.parse(a));
	return say(t.changed, { date: dayWords(last) });
}

/** How many revisions of a document there are, the older ones included. */
export function countOf({ revisions, older }: RevisedDocument): number {
	return revisions.length + older;
}

/** "Revisions: Spec 3, RESULTS 2; last changed 3 Mar 2026". */
export function linkWords(documents: readonly RevisedDocument[]): string {
	const counts = documents.map((document) =>
		say(t.ofDocument, { document: document.label, number: number(countOf(document)) }),
	);
	return say(t.link, { documents: counts.join(", "), changed: lastChange(documents) });
}
