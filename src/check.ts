import { extractDocument } from "#extract/document.ts";
import { identify, isMarkdownPath } from "#extract/identify.ts";
import { findSecrets, mayHoldSecret, suspectedSecrets, withoutSecrets } from "#extract/secrets.ts";
import type { Archive, Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import {
	compareFindings,
	compareText,
	type Finding,
	isActive,
	type RaisedFinding,
	type RuleMetadata,
} from "#model/findings.ts";
import type { Protocol } from "#model/protocol.ts";
import type { WorkspaceSource } from "#model/provenance.ts";
import type { SealsFile } from "#model/seals.ts";
import type { SecretRule } from "#model/secrets.ts";
import type { SeveritiesFor, SeveritySettings } from "#model/severities.ts";
import type { ArchiveEntry, ReadingProblem } from "#model/source.ts";
import type { Standard, StandardInForce } from "#model/standard.ts";
import type { Verdict } from "#model/verdicts.ts";
import type { WaveSetting } from "#model/waves.ts";
import { createMarkdownParser, type MarkdownParser, type ParsedDocument, type RemarkParser } from "#parse/markdown.ts";
import { defaultNestingLimits } from "#parse/nesting.ts";
import { decodeSource, lineText, type SourceText } from "#parse/source-text.ts";
import { baselinesOf } from "#relate/baselines.ts";
import { decisionsInArchive } from "#relate/decisions.ts";
import { deliveriesOf } from "#relate/delivery.ts";
import { applyExceptions, type ExceptionsInForce } from "#relate/exceptions.ts";
import { relateHandoffs } from "#relate/handoffs.ts";
import { packagesOf } from "#relate/packages.ts";
import { provenanceOf } from "#relate/provenance.ts";
import { sealables, sealStates } from "#relate/seals.ts";
import { type SeveritiesOf, severitiesOf } from "#relate/severities.ts";
import { transferDecisions } from "#relate/transfer-decisions.ts";
import { verdictsOf } from "#relate/verdicts.ts";
import { coversHandoff } from "#relate/waivers.ts";
import { wavesOf } from "#relate/waves.ts";
import {
	type DecideOptions,
	decideArchive,
	decideDocument,
	decideExceptions,
	findingVerdicts,
	type Passed,
	passVerdicts,
} from "#rules/decide.ts";
import { handoffRuleMetadata, ruleMetadata, rules } from "#rules/index.ts";
import { checkTransfers, type TransferSource } from "./check/transfers.ts";

export { debtOf, debtTotal } from "#relate/debt.ts";
export { checkFiles, checkManifests } from "#relate/provenance.ts";
export { sealables } from "#relate/seals.ts";
export { ruleMetadata, type TransferSource };

/** Where the documents come from. The pipeline itself touches no disk. */
export interface ArchiveSource {
	/** What the archive folders hold, problems of the listing included. */
	readonly entries: readonly ArchiveEntry[];
	/** A file's bytes, or what kept it from being read. */
	read(path: string): Uint8Array | ReadingProblem;
	/** SHA-256 of the bytes as 64 hex digits. */
	sha256(bytes: Uint8Array): string;
	/** The files that the documents speak of, to check their hashes against. */
	readonly workspace?: WorkspaceSource;
	/** Mode-to-mode handoffs and their log. */
	readonly transfers?: TransferSource;
	/** Gets the slower parser at the moment a document needs it; see `createMarkdownParser`. */
	readonly loadRemark?: () => RemarkParser | null;
	/** Gets the rules that find credentials at the moment a document may hold one; null where they cannot be loaded. */
	readonly loadSecretRules?: () => readonly SecretRule[] | null;
}

export interface CheckOptions extends ExceptionsInForce {
	readonly title: string;
	/** Most specific first; the first that recognises a file's name judges it. */
	readonly standards: readonly Standard[];
	/** Severities by rule id or group ("layout/*"); a rule not named keeps its own. */
	readonly severities?: SeveritySettings;
	/** Severities for some handoffs, which hold before those for all; the first entry that says anything of a rule holds. */
	readonly severitiesFor?: readonly SeveritiesFor[];
	/** Which standard judges which handoffs, whatever their files are named like; the first entry that names a handoff holds. */
	readonly inForce?: readonly StandardInForce[];
	/** What transfers are judged by. */
	readonly protocol?: Protocol;
	/** The handoff that another one started from, by its id, where documents do not say so or say it wrongly; null for none. */
	readonly predecessors?: Readonly<Record<string, string | null>>;
	/** When each document was first committed, by path (ISO dates); breaks ties of the order, where no document states a date. */
	readonly dates?: ReadonlyMap<string, string>;
	/** Waves of multi-package builds that the documents do not state themselves. */
	readonly waves?: readonly WaveSetting[];
	/** Also decides what the first standard would say of handoffs that another one judges; waivers and debt are left aside. */
	/** Validations recorded before, and the name of their file. */
	readonly seals?: { readonly path: string; readonly recorded: SealsFile };
	readonly today?: boolean;
	/** Also draws together what is known of each package. */
	readonly packages?: boolean;
	/** How documents are parsed: by which parser, and from which depth on a document is reported instead. */
	readonly parsing?: { readonly parser: "native" | "remark"; readonly nesting: number };
	/** Sees each document while its tree is there, so that it is parsed once for facts and page. */
	readonly onDocument?: (parsed: ParsedDocument, record: DocumentRecord) => void;
}

/**
 * Reads an archive and decides its rules: discover, read, parse, extract, relate, check.
 * Bad documents become findings; nothing that a document holds makes this throw.
 */
export function checkArchive(source: ArchiveSource, options: CheckOptions): Archive {
	return concludeArchive(source, [readDocuments(source, source.entries, options)], options);
}

/** What reading a part of an archive gives: small and serialisable, so that parts can be read side by side. */
export interface DocumentsRead {
	readonly documents: readonly DocumentRecord[];
	readonly problems: readonly ReadingProblem[];
	readonly findings: readonly RaisedFinding[];
	readonly verdicts: readonly Verdict[];
	readonly passed: readonly Passed[];
	/** Verdicts of the first standard about documents that another one judges, where they were asked for. */
	readonly today: readonly Verdict[];
}

/** The first half: reads, parses, extracts and judges each document by itself. */
export function readDocuments(
	source: ArchiveSource,
	entries: readonly ArchiveEntry[],
	options: CheckOptions,
): DocumentsRead {
	const { standards, parsing } = options;
	const parse = createMarkdownParser({
		...(parsing && { parser: parsing.parser, limits: { ...defaultNestingLimits, nesting: parsing.nesting } }),
		...(source.loadRemark && { loadRemark: source.loadRemark }),
	});
	const severities = severitiesIn(options);
	const part = {
		documents: [],
		problems: [],
		findings: [],
		verdicts: [],
		passed: [],
		today: [],
	} as Lists<DocumentsRead>;
	for (const entry of entries) {
		const read = readDocument(source, entry, options, parse);
		if (!read) continue;
		if ("problem" in read) {
			part.problems.push(read.problem);
			continue;
		}
		const { parsed, record } = read;
		part.documents.push(record);
		const [current] = standards;
		const standard = standards.find(({ id }) => id === record.standard) ?? current;
		const decide: DecideOptions = {
			severities: severities(record.handoff),
			lineText: (_path, line) => lineText(parsed.source, line),
		};
		if (standard) {
			const decided = decideDocument(rules, { record, parsed, standard }, decide);
			part.findings.push(...decided.findings);
			part.verdicts.push(...decided.verdicts);
			part.passed.push(...decided.passed);
		}
		if (options.today && current && standard !== current) {
			const decided = decideDocument(rules, { record: read.recordBy(current), parsed, standard: current }, decide);
			part.today.push(
				...findingVerdicts(decided.findings),
				...decided.verdicts,
				...passVerdicts(decided.passed, ruleMetadata),
			);
		}
		options.onDocument?.(parsed, record);
	}
	return part;
}

function severitiesIn({ severities = {}, severitiesFor = [] }: CheckOptions): SeveritiesOf {
	return severitiesOf(severities, severitiesFor, ruleIds);
}

type Lists<Part> = { -readonly [Key in keyof Part]: Part[Key] extends readonly (infer Item)[] ? Item[] : never };

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
	const { handoffs, relations, cycles } = relateHandoffs(documents, standards, options);
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
		deliveries,
		...(options.seals && seals && { seals: { path: options.seals.path, states: seals } }),
		waves,
		entries: source.entries,
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
		lineText: linesOf(source, documents),
	});
	const raised = [
		...parts.flatMap((part) => part.findings),
		...whole.findings,
		...(transfers?.findings ?? []),
	].sort(compareFindings);
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
	const passed = passVerdicts(
		parts.flatMap((part) => part.passed),
		ruleMetadata,
	);
	const verdicts = [
		...findingVerdicts(findings),
		...parts.flatMap((part) => part.verdicts),
		...passed,
		...whole.verdicts,
	];
	const earlier = options.today ? handoffs.filter(({ standard }) => standard !== standards[0]?.id) : [];
	const today = [...parts.flatMap((part) => part.today), ...findingVerdicts(whole.findings), ...whole.verdicts];
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
		decisions: decisionsInArchive(documents, handoffs, relations, transferDecisions(transfers?.transfers ?? [])),
		...(seals && { seals }),
		findings,
		...(transfers && { transfers: transfers.conclude(findings) }),
		rules: handoffRuleMetadata,
		verdicts: verdictsOf(verdicts, handoffs, handoffRuleMetadata, why),
		...(options.today && { today: verdictsOf(today, earlier, handoffRuleMetadata, why) }),
		summary: summarise(documents, handoffs, findings),
	};
}

/** Lines of documents that are no longer held: for the few that findings about the whole archive quote. */
function linesOf(source: ArchiveSource, documents: readonly DocumentRecord[]): DecideOptions["lineText"] {
	const secrets = new Map(documents.map((document) => [document.path, document.secrets ?? []]));
	const texts = new Map<string, SourceText | null>();
	return (path, line) => {
		let text = texts.get(path);
		if (text === undefined) {
			const bytes = source.read(path);
			const decoded = bytes instanceof Uint8Array ? decodeSource(path, bytes) : null;
			text = decoded && { ...decoded, text: withoutSecrets(decoded, secrets.get(path) ?? []) };
			texts.set(path, text);
		}
		return text ? lineText(text, line) : "";
	};
}

/** A document read, parsed and extracted; or what kept it from being read; or null for what is no document. */
function readDocument(
	source: ArchiveSource,
	entry: ArchiveEntry,
	{ standards, inForce = [] }: CheckOptions,
	parse: MarkdownParser,
) {
	if (entry.kind === "problem") return { problem: entry.problem };
	if (!isMarkdownPath(entry.path)) return null;
	const bytes = source.read(entry.path);
	if (!(bytes instanceof Uint8Array)) return { problem: bytes };
	const { parsed, secrets } = parseConcealed(entry.path, bytes, parse, source);
	const file = { bytes: bytes.length, sha256: source.sha256(bytes) };
	const identity = identify(entry.path, standards);
	const { handoff } = identity;
	const set = handoff === null ? undefined : inForce.find(({ handoffs }) => coversHandoff(handoffs, handoff));
	const recordBy = (standard: string | null): DocumentRecord => ({
		...extractDocument(parsed, { ...identity, standard }, standards, file),
		...(secrets && { secrets }),
	});
	return {
		parsed,
		record: recordBy(set?.standard ?? identity.standard),
		/** The record as another standard reads it, without parsing again. */
		recordBy: ({ id }: Standard) => recordBy(id),
	};
}

/** A document without the credentials it holds: what comes after this cannot show them, neither a report nor a page. */
function parseConcealed(path: string, bytes: Uint8Array, parse: MarkdownParser, source: ArchiveSource) {
	const parsed = parse(path, bytes);
	const rules = mayHoldSecret(parsed.source.text) ? (source.loadSecretRules?.() ?? []) : null;
	if (rules === null) return { parsed };
	const secrets = rules.length > 0 ? findSecrets(parsed.source, rules) : suspectedSecrets(parsed.source);
	if (secrets.length === 0) return { parsed };
	const concealed = parse(path, new TextEncoder().encode(withoutSecrets(parsed.source, secrets)));
	return { parsed: { ...concealed, problems: parsed.problems }, secrets };
}

/** Names each finding by its rule, file and words; equal ones are numbered in order. */
function withFingerprints(findings: readonly RaisedFinding[], { sha256 }: ArchiveSource): Finding[] {
	const seen = new Map<string, number>();
	const encoder = new TextEncoder();
	return findings.map((finding) => {
		const words = [finding.rule, finding.messageId, finding.place.path, finding.message, finding.excerpt ?? ""].join(
			"\u0000",
		);
		const hash = sha256(encoder.encode(words)).slice(0, 16);
		const before = seen.get(hash) ?? 0;
		seen.set(hash, before + 1);
		return { ...finding, fingerprint: before === 0 ? hash : `${hash}-${before + 1}` };
	});
}

const ruleIds = ruleMetadata.map(({ id }) => id);

/** Rules that neither a waiver nor debt excuses. */
const bindingRules: ReadonlySet<string> = new Set(ruleMetadata.flatMap(({ id, binding }) => (binding ? [id] : [])));

function whyNotApplicable({ id }: Handoff, { id: rule, kinds }: RuleMetadata, severities: SeveritySettings): string {
	if ((severities[rule] ?? severities[`${rule.split("/")[0]}/*`]) === "off") return "The settings turn the rule off.";
	return kinds ? `${id} has no ${kinds.join(" or ")} document.` : "The rule does not speak of this handoff.";
}

function summarise(
	documents: readonly DocumentRecord[],
	handoffs: readonly Handoff[],
	findings: readonly Finding[],
): Archive["summary"] {
	const active = findings.filter(isActive);
	const count = (severity: Finding["severity"]) => active.filter((finding) => finding.severity === severity).length;
	const excused = (by: "waiver" | "debt") => findings.filter((finding) => finding.excused?.by === by).length;
	return {
		documents: documents.length,
		handoffs: handoffs.length,
		errors: count("error"),
		warnings: count("warning"),
		infos: count("info"),
		waived: excused("waiver"),
		debt: excused("debt"),
	};
}
