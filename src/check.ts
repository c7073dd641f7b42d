import type { Archive, Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { compareFindings, compareText, countFindings, type Finding, type RuleMetadata } from "#model/findings.ts";
import type { Reason } from "#model/phrase.ts";
import type { SeveritySettings } from "#model/severities.ts";
import { baselinesOf } from "#relate/baselines.ts";
import { decisionsInArchive } from "#relate/decisions.ts";
import { deliveriesOf } from "#relate/delivery.ts";
import { applyExceptions } from "#relate/exceptions.ts";
import { relateHandoffs } from "#relate/handoffs.ts";
import { packagesOf } from "#relate/packages.ts";
import { provenanceOf } from "#relate/provenance.ts";
import { sealables, sealStates } from "#relate/seals.ts";
import { transferDecisions } from "#relate/transfer-decisions.ts";
import { verdictsOf } from "#relate/verdicts.ts";
import { wavesOf } from "#relate/waves.ts";
import { decideArchive, decideExceptions, findingVerdicts, passVerdicts } from "#rules/decide.ts";
import { handoffRuleMetadata, ruleMetadata, rules } from "#rules/index.ts";
import { because, term } from "#words/because.ts";
import { linesOf, withFingerprints } from "./check/findings.ts";
import { type DocumentsRead, readDocuments } from "./check/read.ts";
import { type ArchiveSource, type CheckOptions, severitiesIn } from "./check/source.ts";
import { checkTransfers, type TransfersChecked } from "./check/transfers.ts";

export { debtOf, debtTotal } from "#relate/debt.ts";
export { checkFiles, checkManifests } from "#relate/provenance.ts";
export { sealables } from "#relate/seals.ts";
export { type DocumentsRead, readDocuments } from "./check/read.ts";
export type { ArchiveSource, CheckOptions } from "./check/source.ts";
export type { TransferSource } from "./check/transfers.ts";
export { ruleMetadata };

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
	const { standards } = options;
	const documents = parts.flatMap((part) => part.documents).sort((a, b) => compareText(a.path, b.path));
	const transfers = checkTransfers(source, options);
	const problems = [...parts.flatMap((part) => part.problems), ...(transfers?.problems ?? [])].sort((a, b) =>
		compareText(a.path, b.path),
	);
	const { handoffs, relations, cycles } = relateHandoffs(documents, standards, {
		...(source.dates && { dates: source.dates }),
		...(options.predecessors && { predecessors: options.predecessors }),
	});
	const provenance = provenanceOf(documents, handoffs, standards, source.workspace);
	const deliveries = deliveriesOf(handoffs, documents, standards);
	const baselines = baselinesOf(handoffs, documents, relations, options);
	const waves = wavesOf(handoffs, documents, options.waves);
	const sealable = sealables({
		documents,
		baselines,
		standards,
		rules: ruleMetadata,
		severities: options.severities ?? {},
		digest: (text) => source.sha256(new TextEncoder().encode(text)),
	});
	const seals = options.seals && sealStates(options.seals.recorded, handoffs, sealable);
	const subject = {
		...(options.seals && seals && { seals: { path: options.seals.path, states: seals } }),
		deliveries,
		waves,
		entries: source.entries,
		...(options.transfersOnly && {
			transfers: { ...countsOf(transfers), ...(options.protocol && { fileNames: options.protocol.fileNames }) },
		}),
		documents,
		handoffs,
		relations,
		cycles,
		baselines,
		problems,
		standards,
		provenance,
	};
	const severities = options.severities ?? {};
	const severitiesOfEach = severitiesIn(options);
	const whole = decideArchive(rules, subject, {
		severities,
		...(options.severitiesFor?.length && { severitiesOf: severitiesOfEach }),
		...(options.brief && { brief: true }),
		lineText: linesOf(source, documents),
	});
	const raised = [...parts.flatMap((part) => part.findings), ...whole.findings, ...(transfers?.findings ?? [])].sort(
		compareFindings,
	);
	const excused = applyExceptions(withFingerprints(raised, source), options, bindingRules, [
		...handoffs,
		...(transfers?.transfers ?? []),
	]);
	const ofExceptions = decideExceptions(
		rules,
		{ ...subject, exceptions: excused.exceptions },
		{ severities, lineText: (_path, line) => options.waivers?.text.split(/\r\n?|\n/)[line - 1] ?? "" },
	);
	const findings = [...excused.findings, ...withFingerprints(ofExceptions.findings, source)].sort(compareFindings);
	const judged = parts.flatMap((part) => part.judged).sort((a, b) => compareText(a.path, b.path));
	const passed = passVerdicts(
		judged.flatMap((document) => document.passed),
		ruleMetadata,
	);
	const verdicts = [
		...findingVerdicts(findings),
		...judged.flatMap((document) => document.verdicts),
		...passed,
		...whole.verdicts,
	];
	const earlier = options.today ? handoffs.filter(({ standard }) => standard !== standards[0]?.id) : [];
	const today = [
		...judged.flatMap((document) => document.today),
		...findingVerdicts(whole.findings),
		...whole.verdicts,
	];
	const why = (handoff: Handoff, rule: RuleMetadata) => whyNotApplicable(handoff, rule, severitiesOfEach(handoff.id));
	return {
		title: options.title,
		documents,
		handoffs,
		relations,
		waves,
		...(options.packages && { packages: packagesOf({ handoffs, documents, baselines }, standards) }),
		baselines,
		...(provenance.files.length > 0 && { provenance }),
		...(seals && { seals }),
		decisions: decisionsInArchive(documents, handoffs, relations, transferDecisions(transfers?.transfers ?? [])),
		findings,
		...(transfers && { transfers: transfers.conclude(findings) }),
		rules: handoffRuleMetadata,
		verdicts: verdictsOf(verdicts, handoffs, handoffRuleMetadata, why),
		...(options.today && { today: verdictsOf(today, earlier, handoffRuleMetadata, why) }),
		summary: summarise(documents, handoffs, transfers, findings),
	};
}

/** Rules that neither a waiver nor debt excuses. */
const bindingRules: ReadonlySet<string> = new Set(ruleMetadata.flatMap(({ id, binding }) => (binding ? [id] : [])));

function whyNotApplicable({ id }: Handoff, { id: rule, kinds }: RuleMetadata, severities: SeveritySettings): Reason {
	if ((severities[rule] ?? severities[`${rule.split("/")[0]}/*`]) === "off") return off;
	if (!kinds) return silent;
	const [kind = "other", ...others] = kinds;
	const words = others.length > 0 ? kinds.join(" or ") : term(kind === "other" ? "otherDocument" : kind);
	return because("noDocumentOfKind", { handoff: id, kinds: words });
}

/** Most verdicts of most archives say one of these: they share it. */
const [off, silent] = [because("ruleIsOff"), because("ruleIsSilent")];

function countsOf(transfers: TransfersChecked | null) {
	return { transfers: transfers?.transfers.length ?? 0, logEntries: transfers?.history.length ?? 0 };
}

function summarise(
	documents: readonly DocumentRecord[],
	handoffs: readonly Handoff[],
	transfers: TransfersChecked | null,
	findings: readonly Finding[],
): Archive["summary"] {
	return {
		documents: documents.length,
		handoffs: handoffs.length,
		...(transfers && countsOf(transfers)),
		...countFindings(findings),
	};
}
