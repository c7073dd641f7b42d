import type { VerdictWord } from "#model/verdicts.ts";
import { checklistOf } from "#relate/checklist.ts";
import type { PlaceSlice } from "./entries.ts";
import { placesOf } from "./places.ts";
import type { ReadArchive } from "./read.ts";
import { writeNumbered } from "./records.ts";

/** A box of the reviewer's checklist as the page of its handoff shows it. */
export interface BoxSlice {
	readonly number: number;
	readonly title: string;
	readonly verdict: VerdictWord;
	readonly reason: string;
	readonly rule: string | null;
	/** How to mend a box that fails. */
	readonly remedy: string | null;
	readonly evidence: readonly { readonly place: PlaceSlice; readonly quote: string | null }[];
	/** How many more places prove the same. */
	readonly more: number;
}

/** A box is proved by its first places; the findings below hold the rest. */
const mostEvidence = 2;

/** File of the records, which are numbered by the handoff's position in the build order. */
export const checklistFile = "checklists";

/** Writes the reviewer's checklist of each handoff as a record, by its position in the build order. */
export function writeChecklists(read: ReadArchive): void {
	const { archive, folder, standards } = read;
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const verdicts = Map.groupBy(archive.verdicts, ({ handoff }) => handoff);
	const remedies = new Map(archive.findings.map(({ rule, handoff, remedy }) => [`${handoff} ${rule}`, remedy]));
	const lists: string[] = [];
	for (const handoff of archive.handoffs) {
		const standard = standards.find(({ id }) => id === handoff.standard);
		const boxes = standard ? checklistOf(verdicts.get(handoff.id) ?? [], standard, handoff) : [];
		const slices = boxes.map(({ number, title, verdict, reason, rule, evidence }): BoxSlice => {
			const shown = evidence.slice(0, mostEvidence);
			return {
				number,
				title,
				verdict,
				reason,
				rule,
				remedy: verdict === "fail" ? (remedies.get(`${handoff.id} ${rule}`) ?? null) : null,
				evidence: shown.map(({ place, quote }) => ({ place: places.of(place), quote: quote ?? null })),
				more: evidence.length - shown.length,
			};
		});
		lists[handoff.order] = JSON.stringify(slices);
	}
	writeNumbered(folder, checklistFile, lists);
}
