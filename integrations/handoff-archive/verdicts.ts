import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "#model/findings.ts";
import type { Verdict, VerdictMark } from "#model/verdicts.ts";
import type { PlaceSlice } from "./entries.ts";
import { markOf } from "./findings.ts";
import { placesOf } from "./places.ts";
import type { ReadArchive } from "./read.ts";

/** What one rule decided about a handoff, as its page shows it. */
export interface VerdictSlice {
	readonly rule: string;
	readonly mark: VerdictMark;
	readonly reason: string;
	readonly evidence: readonly { readonly place: PlaceSlice; readonly quote: string | null }[];
}

/** Longer lists of evidence prove nothing more. */
const mostEvidence = 3;

/**
 * Writes what each rule decided about each handoff to a file per handoff, beside the documents' HTML: reasons and quotes
 * of all of them are too much for the content store. What today's standard would decide stands in another file, where
 * another standard is in force.
 */
export function writeVerdicts(read: ReadArchive): void {
	const { archive, folder } = read;
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const findings = Map.groupBy(archive.findings, ({ handoff }) => handoff);
	const verdicts = Map.groupBy(archive.verdicts, ({ handoff }) => handoff);
	const today = Map.groupBy(archive.today ?? [], ({ handoff }) => handoff);
	rmSync(join(folder, "verdicts"), { recursive: true, force: true });
	mkdirSync(join(folder, "verdicts"), { recursive: true });
	for (const { id, order } of archive.handoffs) {
		const found = findings.get(id) ?? [];
		write(`${order}.json`, verdicts.get(id) ?? [], found);
		const other = today.get(id);
		if (other) write(`${order}.today.json`, other, []);
	}

	function write(name: string, decided: readonly Verdict[], found: readonly Finding[]): void {
		const slices = decided.map((verdict) => sliceOf(verdict, found));
		writeFileSync(join(folder, "verdicts", name), JSON.stringify(slices));
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
