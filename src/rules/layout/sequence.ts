import type { Handoff } from "#model/archive.ts";
import { fillId, type IdMeaning, meaningOf } from "#model/ids.ts";
import type { Standard } from "#model/standard.ts";
import { pathOf } from "../archive-facts.ts";
import { filePlace } from "../places.ts";
import { archiveRule } from "../rule.ts";
import { sampleArchive } from "../sample.ts";

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
		valid: [{ title: "No gap", files: { ...sampleArchive(), "H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n" } }],
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
	*check({ handoffs, standards }) {
		for (const series of seriesOf(handoffs, standards)) {
			series.members.sort((a, b) => a.rank - b.rank);
			let before = series.start;
			for (const { rank, handoff } of series.members) {
				const path = pathOf(handoff, ["spec", "results", "prompt", "other"]);
				const skipped = before === null ? 0 : rank - before.rank - 1;
				if (before !== null && skipped > 0 && path !== undefined) {
					const first = series.idAt(before.rank + 1);
					const last = series.idAt(rank - 1);
					yield {
						messageId: skipped === 1 ? "one" : "many",
						place: filePlace(path),
						handoff: handoff.id,
						data: { missing: skipped === 1 ? first : `${first} to ${last}`, before: before.id, after: handoff.id },
					};
				}
				before = { rank, id: handoff.id };
			}
		}
	},
});

interface Series {
	/** What stands before the first member, or null where a series may start anywhere. */
	readonly start: { readonly rank: number; readonly id: string } | null;
	readonly members: { readonly rank: number; readonly handoff: Handoff }[];
	idAt(rank: number): string;
}

/** Handoffs that count up together: those of a family by number, the follow-ups of one handoff by letter. */
function seriesOf(handoffs: readonly Handoff[], standards: readonly Standard[]): Iterable<Series> {
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
		series.members.push({ rank: step.rank, handoff });
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
