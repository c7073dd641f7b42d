import type { Archive } from "#model/archive.ts";
import { countFindings } from "#model/findings.ts";
import { decisionsInArchive } from "#relate/decisions.ts";
import { packagesOf } from "#relate/packages/packages.ts";
import { transferDecisions } from "#relate/transfer-decisions.ts";
import { handoffRuleMetadata, ruleMetadata, sealedRules } from "#rules/index.ts";
import { judgeArchive } from "./check/judged.ts";
import { type DocumentsRead, readDocuments } from "./check/read.ts";
import { relateDocuments } from "./check/related.ts";
import type { ArchiveSource, CheckOptions } from "./check/source.ts";
import { checkTransfers, countsOf } from "./check/transfers.ts";

export { debtOf, debtTotal } from "#relate/exceptions/debt.ts";
export { sealables } from "#relate/exceptions/seals.ts";
export { checkFiles, checkManifests } from "#relate/provenance/provenance.ts";
export { type DocumentsRead, readDocuments } from "./check/read.ts";
export type { ArchiveSource, CheckOptions } from "./check/source.ts";
export type { TransferSource } from "./check/transfers.ts";
export { ruleMetadata, sealedRules };

/**
 * Reads an archive and decides its rules: discover, read, parse, extract, relate, check.
 * Bad documents become findings; nothing that a document holds makes this throw.
 */
export function checkArchive(source: ArchiveSource, options: CheckOptions): Archive {
	return concludeArchive(source, [readDocuments(source, source.entries, options)], options);
}

/** The second half: relates the documents of all parts, judges the archive as a whole, and sums up. */
export function concludeArchive(
	source: ArchiveSource,
	parts: readonly DocumentsRead[],
	options: CheckOptions,
): Archive {
	const transfers = checkTransfers(source, options);
	const related = relateDocuments(source, parts, transfers, options);
	const { documents, handoffs, relations, waves, baselines, provenance, seals } = related;
	const { findings, verdicts, today } = judgeArchive(source, parts, { related, transfers }, options);
	return {
		title: options.title,
		documents,
		handoffs,
		relations,
		waves,
		...(options.packages && { packages: packagesOf({ handoffs, documents, baselines }, options.standards) }),
		baselines,
		...(provenance.files.length > 0 && { provenance }),
		...(seals && { seals: seals.states }),
		decisions: decisionsInArchive(documents, handoffs, relations, transferDecisions(transfers?.transfers ?? [])),
		findings,
		...(transfers && { transfers: transfers.conclude(findings) }),
		rules: handoffRuleMetadata,
		verdicts,
		...(today && { today }),
		summary: {
			documents: documents.length,
			handoffs: handoffs.length,
			...(transfers && countsOf(transfers)),
			...countFindings(findings),
		},
	};
}
