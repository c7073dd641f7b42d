import type { Place } from "#model/source.ts";
import type { VerdictWord } from "#model/verdicts.ts";
import { type Review, reviewOf } from "#relate/review.ts";
import { reasonIn, type Telling } from "#words/reason.ts";
import { type Places, placesOf } from "../entries/places.ts";
import type { PlaceSlice } from "../entries/schemas.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";

/** A box of the reviewer's checklist as the page of its handoff shows it. */
export interface BoxSlice {
	readonly number: number;
	readonly title: string;
	readonly verdict: VerdictWord;
	readonly reason: string;
	/** What else the rule found that keeps the box from being ticked. */
	readonly others: readonly string[];
	readonly rule: string | null;
	/** How to mend a box that fails: what each reason asks for, said once. */
	readonly remedies: readonly string[];
	readonly evidence: readonly { readonly place: PlaceSlice; readonly quote: string | null }[];
	/** How many more places prove the same. */
	readonly more: number;
}

/** What is left for a human to judge beyond the boxes. */
export interface ReviewSlice {
	/** Rules that ask for a human, or could not be evaluated. */
	readonly rules: readonly string[];
	/** Sections that were written for the reviewer. */
	readonly toRead: readonly { readonly title: string; readonly place: PlaceSlice }[];
}

type Box = Review["boxes"][number];

/** A box is proved by its first places; the findings below hold the rest. */
const mostEvidence = 2;

/** Files of the records, which are numbered by the handoff's position in the build order. */
export const reviewFiles = { boxes: "checklists", human: "reviews" } as const;

/** Writes the reviewer's checklist of each handoff, and what it leaves to a human, as records by the build order. */
export function writeChecklists(read: ReadArchive): void {
	const { archive, folder, standards, telling } = read;
	const records = new Map(archive.documents.map((record) => [record.path, record]));
	const places = placesOf(read, records, new Map());
	const verdicts = Map.groupBy(archive.verdicts, ({ handoff }) => handoff);
	const findings = Map.groupBy(archive.findings, ({ handoff }) => handoff);
	const remedies = new Map(
		archive.findings.map(({ rule, handoff, message, remedy }) => [`${handoff} ${rule} ${message}`, remedy]),
	);
	const lists: { readonly boxes: string[]; readonly human: string[] } = { boxes: [], human: [] };
	for (const handoff of archive.handoffs) {
		const standard = standards.find(({ id }) => id === handoff.standard);
		// The handoff's own part of the archive, so that all reviews together take as long as the archive is large.
		const own = {
			...archive,
			documents: handoff.documents.flatMap(({ path }) => records.get(path) ?? []),
			verdicts: verdicts.get(handoff.id) ?? [],
			findings: findings.get(handoff.id) ?? [],
			baselines: [],
		};
		const review = standard && reviewOf(own, handoff, standard);
		const remedyOf = ({ rule, reason }: Pick<Box, "rule" | "reason">) =>
			remedies.get(`${handoff.id} ${rule} ${reason}`) ?? null;
		lists.boxes[handoff.order] = JSON.stringify(review ? boxesOf(review, places, remedyOf, telling) : []);
		lists.human[handoff.order] = JSON.stringify({
			rules: review?.toJudge.map(({ rule }) => rule) ?? [],
			toRead: review?.toRead.map(({ title, path, line }) => ({ title, place: places.at(path, line) })) ?? [],
		} satisfies ReviewSlice);
	}
	writeNumbered(folder, reviewFiles.boxes, lists.boxes);
	writeNumbered(folder, reviewFiles.human, lists.human);
}

function boxesOf(
	{ boxes }: Review,
	places: Places,
	remedyOf: (said: Pick<Box, "rule" | "reason">) => string | null,
	telling: Telling | null,
): BoxSlice[] {
	return boxes.map((box) => {
		const { number, title, verdict, rule } = box;
		// Several findings may point to one line, as what is missing does to the line it belongs behind.
		const evidence = [...new Map(box.evidence.map((one) => [lineOf(one.place), one])).values()];
		const said = verdict === "fail" ? [box.reason, ...box.others.map(({ reason }) => reason)] : [];
		const shown = evidence.slice(0, mostEvidence);
		return {
			number,
			title,
			verdict,
			reason: reasonIn(box, telling),
			others: box.others.map((other) => reasonIn(other, telling)),
			rule,
			remedies: [...new Set(said.flatMap((reason) => remedyOf({ rule, reason }) ?? []))],
			evidence: shown.map(({ place, quote }) => ({ place: places.of(place), quote: quote ?? null })),
			more: evidence.length - shown.length,
		};
	});
}

function lineOf(place: Place): string {
	return place.kind === "file" ? place.path : `${place.path}:${place.range.start.line}`;
}
