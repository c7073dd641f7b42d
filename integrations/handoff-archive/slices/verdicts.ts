import type { Finding } from "#model/findings.ts";
import type { Verdict, VerdictMark } from "#model/verdicts.ts";
import { markOf } from "../entries/findings.ts";
import { placesOf } from "../entries/places.ts";
import type { PlaceSlice } from "../entries/schemas.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";

/** What one rule decided about a handoff, as its page shows it. */
export interface VerdictSlice {
	readonly rule: string;
	readonly mark: VerdictMark;
	readonly reason: string;
	readonly evidence: readonly { readonly place: PlaceSlice; readonly quote: string | null }[];
}

/** Longer lists of evidence prove nothing more. */
const mostEvidence = 3;

/** Files of the records, which are numbered by the handoff's position in the build order. */
export const verdictFiles = { inForce: "verdicts", today: "verdicts-today" } as const;

/**
 * Writes what each rule decided about each handoff as records, beside the documents' HTML: reasons and quotes of all of
 * them are too much for the content store. What today's standard would decide is there where another standard is in force.
 */
export function writeVerdicts(read: ReadArchive): void {
	const { archive, folder } = read;
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const findings = Map.groupBy(archive.findings, ({ handoff }) => handoff);
	const verdicts = Map.groupBy(archive.verdicts, ({ handoff }) => handoff);
	const today = Map.groupBy(archive.today ?? [], ({ handoff }) => handoff);
	const inForce: string[] = [];
	const byToday: string[] = [];
	for (const { id, order } of archive.handoffs) {
		inForce[order] = slicesOf(verdicts.get(id) ?? [], findings.get(id) ?? []);
		byToday[order] = slicesOf(today.get(id) ?? [], []);
	}
	writeNumbered(folder, verdictFiles.inForce, inForce);
	writeNumbered(folder, verdictFiles.today, byToday);

	function slicesOf(decided: readonly Verdict[], found: readonly Finding[]): string {
		return JSON.stringify(decided.map((verdict) => sliceOf(verdict, found)));
	}

	function sliceOf(verdict: Verdict, found: readonly Finding[]): VerdictSlice {
		const { rule, reason, evidence } = verdict;
		return {
			rule,
			mark: markOf(verdict, found),
			reason,
			evidence: evidence
				.slice(0, mostEvidence)
				.map(({ place, quote }) => ({ place: places.of(place), quote: quote ?? null })),
		};
	}
}
