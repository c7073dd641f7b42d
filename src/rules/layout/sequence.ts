import { fillId, type IdMeaning, meaningOf } from "#model/ids.ts";
import type { Standard } from "#model/standard.ts";
import { term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { pathOf, unreadHandoffs, unwrittenIds } from "../shared/archive-facts.ts";

export default archiveRule({
	id: "layout/sequence",
	source: { standard: "BHS", section: "File Organization" },
	severity: "info",
	requires: "Numbers and letters of handoffs have no gaps.",
	why: "Numbering follows the build sequence: a gap is a handoff that was lost, renamed or never written.",
	remedy: "Add the documents of {missing}, or note in the next handoff why the id was skipped.",
	messages: {
		one: "{missing} is not in the archive, though {before} and {after} are.",
		many: "{missing} are not in the archive, though {before} and {after} are.",
	},
	examples: {
		valid: [
			{ title: "No gap", files: { ...sampleArchive(), "H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n" } },
			{
				title: "A document says why the number was skipped",
				files: { ...sampleArchive(), "H-3/H-3_BUILDER_HANDOFF.md": "# H-3: Tide table\n\nH-2 was withdrawn.\n" },
			},
			{
				title: "The one between is there, though it cannot be read",
				files: { ...sampleArchive(), "H-3/H-3_BUILDER_HANDOFF.md": "# H-3: Tide table\n" },
				problems: [{ code: "unreadable", path: "H-2/H-2_BUILDER_HANDOFF.md", data: { reason: "permission denied" } }],
			},
		],
		invalid: [
			{
				title: "Two numbers are skipped",
				files: { ...sampleArchive(), "H-4/H-4_BUILDER_HANDOFF.md": "# H-4: Tide table\n" },
				findings: ["H-4/H-4_BUILDER_HANDOFF.md H-2 to H-3 are not in the archive, though H-1 and H-4 are."],
			},
			{
				title: "A letter is skipped",
				files: { ...sampleArchive(), "H-1B/H-1B_BUILDER_HANDOFF.md": "# H-1B: Second fix\n" },
				findings: ["H-1B/H-1B_BUILDER_HANDOFF.md H-1A is not in the archive, though H-1 and H-1B are."],
			},
		],
	},
	*check(subject) {
		const { handoffs, standards } = subject;
		const known = handoffs.map((handoff) => ({
			id: handoff.id,
			path: pathOf(handoff, ["spec", "results", "prompt", "other"]),
			isRead: true,
		}));
		const unwritten = unwrittenIds(subject);
		const unread = unreadHandoffs(subject).map((one) => ({ ...one, isRead: false }));
		for (const series of seriesOf([...known, ...unread], standards)) {
			series.members.sort((a, b) => a.rank - b.rank);
			let before = series.start;
			for (const { rank, member } of series.members) {
				const { id, path, isRead } = member;
				const from = before === null || path === undefined ? rank : before.rank + 1;
				for (const { first, last } of gapsIn(series, from, rank, unwritten))
					yield {
						messageId: first === last ? "one" : "many",
						place: filePlace(path ?? ""),
						handoff: isRead ? id : null,
						data: {
							missing: first === last ? first : term("fromTo", { first, last }),
							before: before?.id ?? "",
							after: id,
						},
					};
				before = { rank, id };
			}
		}
	},
});

/** The stretches of missing ids from one rank up to another; those of which a document says why they are missing end one. */
function gapsIn(
	series: Series,
	from: number,
	to: number,
	unwritten: ReadonlySet<string>,
): readonly { readonly first: string; readonly last: string }[] {
	if (from >= to) return [];
	if (unwritten.size === 0) return [{ first: series.idAt(from), last: series.idAt(to - 1) }];
	const gaps: { first: string; last: string; end: number }[] = [];
	for (let rank = from; rank < to; rank++) {
		const id = series.idAt(rank);
		const open = gaps.at(-1);
		if (unwritten.has(id)) continue;
		if (open?.end === rank) Object.assign(open, { last: id, end: rank + 1 });
		else gaps.push({ first: id, last: id, end: rank + 1 });
	}
	return gaps;
}

interface Member {
	readonly id: string;
	/** One of its files. */
	readonly path: string | undefined;
	/** Whether a document of it can be read. */
	readonly isRead: boolean;
}

interface Series {
	/** What stands before the first member, or null where a series may start anywhere. */
	readonly start: { readonly rank: number; readonly id: string } | null;
	readonly members: { readonly rank: number; readonly member: Member }[];
	idAt(rank: number): string;
}

/** Handoffs that count up together: those of a family by number, the follow-ups of one handoff by letter. */
function seriesOf(handoffs: readonly Member[], standards: readonly Standard[]): Iterable<Series> {
	const known = new Set(handoffs.map(({ id }) => id));
	const all = new Map<string, Series>();
	for (const handoff of handoffs) {
		const meaning = meaningOf(handoff.id, standards);
		const step = meaning.conforming ? stepOf(meaning) : null;
		if (!step) continue;
		const key = step.idAt(0);
		const { parent } = meaning;
		const start = parent !== null && known.has(parent) ? { rank: 0, id: parent } : null;
		const series = all.get(key) ?? { start, members: [], idAt: step.idAt };
		series.members.push({ rank: step.rank, member: handoff });
		all.set(key, series);
	}
	return all.values();
}

const firstLetter = "A".charCodeAt(0);

function stepOf({ form, groups }: IdMeaning): { rank: number; idAt(rank: number): string } | null {
	if (!form) return null;
	const { letter, number } = groups;
	if (letter !== undefined)
		return {
			rank: letter.toUpperCase().charCodeAt(0) - firstLetter + 1,
			idAt: (rank) => fillId(form.canonical, { ...groups, letter: String.fromCharCode(firstLetter + rank - 1) }),
		};
	if (number === undefined) return null;
	return { rank: Number(number), idAt: (rank) => fillId(form.canonical, { ...groups, number: String(rank) }) };
}
