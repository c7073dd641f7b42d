import { compareText } from "#model/text-order.ts";
import { baselinesOf } from "#relate/baselines/baselines.ts";
import { deliveriesOf } from "#relate/delivery.ts";
import { sealables, sealStates } from "#relate/exceptions/seals.ts";
import { relateHandoffs } from "#relate/handoffs/handoffs.ts";
import { provenanceOf } from "#relate/provenance/provenance.ts";
import { wavesOf } from "#relate/waves.ts";
import { sealedRules } from "#rules/index.ts";
import type { DocumentsRead } from "./read.ts";
import type { ArchiveSource, CheckOptions } from "./source.ts";
import { countsOf, type TransfersChecked } from "./transfers.ts";

/** Brings the documents of all parts together: handoffs and their order, files, waves, baselines, validations. */
export function relateDocuments(
	source: ArchiveSource,
	parts: readonly DocumentsRead[],
	transfers: TransfersChecked | null,
	options: CheckOptions,
) {
	const { standards } = options;
	const documents = parts.flatMap((part) => part.documents).sort((a, b) => compareText(a.path, b.path));
	const problems = [...parts.flatMap((part) => part.problems), ...(transfers?.problems ?? [])];
	const { handoffs, relations, cycles } = relateHandoffs(documents, standards, {
		...(source.dates && { dates: source.dates }),
		...(options.predecessors && { predecessors: options.predecessors }),
	});
	const baselines = baselinesOf(handoffs, documents, relations, options);
	const sealable = sealables({
		documents,
		baselines,
		standards,
		rules: sealedRules,
		severities: options.severities ?? {},
		digest: (text) => source.sha256(new TextEncoder().encode(text)),
	});
	const seals = options.seals && sealStates(options.seals.recorded, handoffs, sealable);
	return {
		...(options.seals && seals && { seals: { path: options.seals.path, states: seals } }),
		deliveries: deliveriesOf(handoffs, documents, standards),
		waves: wavesOf(handoffs, documents, options.waves),
		entries: source.entries,
		...(options.transfersOnly && {
			transfers: { ...countsOf(transfers), ...(options.protocol && { fileNames: options.protocol.fileNames }) },
		}),
		documents,
		handoffs,
		relations,
		cycles,
		baselines,
		problems: problems.sort((a, b) => compareText(a.path, b.path)),
		standards,
		provenance: provenanceOf(documents, handoffs, standards, source.workspace),
	};
}

/** The documents of an archive, brought together. */
export type Related = ReturnType<typeof relateDocuments>;
