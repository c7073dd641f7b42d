import { extractDocument } from "#extract/document.ts";
import { identify } from "#extract/references/identify.ts";
import { findSecrets, mayHoldSecret, suspectedSecrets, withoutSecrets } from "#extract/secrets.ts";
import { isTransferPath, readTransferFile } from "#extract/transfers/file.ts";
import type { Finding, RaisedFinding, SeveritySetting } from "#model/findings.ts";
import type { Protocol } from "#model/protocol.ts";
import type { WorkspaceSource } from "#model/provenance.ts";
import type { SecretRule } from "#model/secrets.ts";
import type { ArchiveEntry, ReadingProblem } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import type { deliverableStates, TransferArchive } from "#model/transfer-archive.ts";
import type { HistoryEntry, Transfer, TransferFile } from "#model/transfers.ts";
import { createMarkdownParser, type MarkdownParser, type RemarkParser } from "#parse/markdown.ts";
import { decodeSource, lineText, type SourceText } from "#parse/source-text.ts";
import { flowOf } from "#relate/flow/flow.ts";
import { reconcile } from "#relate/flow/reconcile.ts";
import { verdictsOf } from "#relate/verdicts.ts";
import { rules, transferRuleMetadata } from "#rules/index.ts";
import { decideDocument, findingVerdicts } from "#rules/judging/decide.ts";
import { decideTransfers } from "#rules/judging/decide-transfers.ts";
import { because } from "#words/because.ts";

/** Where mode-to-mode handoffs and their log come from. */
export interface TransferSource {
	/** What the folders and files of the settings hold; each path starts with its folder's name. */
	readonly entries: readonly ArchiveEntry[];
	/** How many folders a path starts with that the settings name. */
	readonly rootDepth: number;
	/** How many of them ids leave out. */
	readonly idDepth: number;
	read(path: string): Uint8Array | ReadingProblem;
}

/** What reading transfers needs of an archive's source. */
export interface TransfersFrom {
	readonly transfers?: TransferSource;
	readonly workspace?: WorkspaceSource;
	sha256(bytes: Uint8Array): string;
	readonly loadRemark?: () => RemarkParser | null;
	readonly loadSecretRules?: () => readonly SecretRule[] | null;
}

export interface TransfersOptions {
	readonly protocol?: Protocol;
	readonly standards: readonly Standard[];
	readonly severities?: Readonly<Record<string, SeveritySetting>>;
}

/** Transfers read and judged, before waivers and debt are applied to what was found. */
export interface TransfersChecked {
	readonly transfers: readonly Transfer[];
	readonly history: readonly HistoryEntry[];
	readonly findings: readonly RaisedFinding[];
	/** Of files that could not be read at all. */
	readonly problems: readonly ReadingProblem[];
	/** The whole, once it is known which findings are excused. */
	conclude(findings: readonly Finding[]): TransferArchive;
}

/** Reads and judges the transfers of an archive; null where it has none. Never throws for what a file holds. */
export function checkTransfers(source: TransfersFrom, options: TransfersOptions): TransfersChecked | null {
	const { protocol, severities = {} } = options;
	if (!source.transfers || !protocol) return null;
	const read = readTransfers(source, source.transfers, protocol, options);
	const { files, problems, texts } = read;
	const all = files.flatMap((file) => file.transfers);
	const transfers = all.filter(({ form }) => form !== "excerpt");
	const history = files.flatMap((file) => file.history).map((entry, index) => ({ ...entry, index }));
	const reconciled = reconcile(transfers, history);
	const flow = flowOf(transfers, history, reconciled, protocol);
	const workspace = source.workspace ?? null;
	const lines = (path: string, line: number) => {
		const text = texts.get(path);
		return text ? lineText(text, line) : "";
	};
	const decided = decideTransfers(
		rules,
		{ protocol, files, transfers, history, reconciled, flow },
		{ all, workspace },
		{ severities, lineText: lines },
	);
	return {
		transfers,
		history,
		problems,
		findings: [...read.findings, ...decided.findings],
		conclude(findings) {
			const own = findings.flatMap((finding) =>
				finding.transfer === undefined ? [] : [{ ...finding, handoff: finding.transfer }],
			);
			return {
				protocol,
				files: files.map(({ transfers: _, history: __, ...file }) => file),
				transfers,
				history,
				pairs: [...reconciled.entryOf].map(([transfer, entry]) => ({ transfer, entry: entry.id })),
				deliverables: Object.fromEntries(transfers.map((transfer) => [transfer.id, leadsOf(transfer, workspace)])),
				flow,
				verdicts: verdictsOf(
					[...findingVerdicts(own), ...decided.verdicts],
					transfers,
					transferRuleMetadata.filter(({ scope }) => scope === "transfer"),
					() => silent,
				),
				rules: transferRuleMetadata,
			};
		},
	};
}

const silent = because("ruleIsSilentOfTransfer");

function leadsOf({ deliverables }: Transfer, workspace: WorkspaceSource | null): (typeof deliverableStates)[number][] {
	return (deliverables ?? []).map(({ path }) => {
		if (!path || !workspace) return "unknown";
		return workspace.kind(path.value.replace(/^(?:\.\/)+|\/+$/g, ""));
	});
}

interface TransfersRead {
	readonly files: readonly TransferFile[];
	readonly problems: readonly ReadingProblem[];
	readonly findings: readonly RaisedFinding[];
	readonly texts: ReadonlyMap<string, SourceText>;
}

function readTransfers(
	source: TransfersFrom,
	{ entries, rootDepth, idDepth, read }: TransferSource,
	protocol: Protocol,
	{ standards, severities = {} }: TransfersOptions,
): TransfersRead {
	const parse = createMarkdownParser(source.loadRemark ? { loadRemark: source.loadRemark } : {});
	const files: TransferFile[] = [];
	const problems: ReadingProblem[] = [];
	const findings: RaisedFinding[] = [];
	const texts = new Map<string, SourceText>();
	for (const entry of entries) {
		if (entry.kind === "problem") problems.push(entry.problem);
		if (entry.kind === "problem" || !isTransferPath(entry.path)) continue;
		const bytes = read(entry.path);
		if (!(bytes instanceof Uint8Array)) {
			problems.push(bytes);
			continue;
		}
		const decoded = decodeSource(entry.path, bytes);
		const secrets = secretsIn(decoded, source);
		const text = secrets.length === 0 ? decoded : { ...decoded, text: withoutSecrets(decoded, secrets) };
		const shown = secrets.length === 0 ? bytes : new TextEncoder().encode(text.text);
		const sha256 = source.sha256(bytes);
		texts.set(entry.path, text);
		files.push(readTransferFile({ source: text, bytes: shown, sha256, rootDepth, idDepth, secrets }, protocol, parse));
		const [standard] = standards;
		if (standard && (secrets.length > 0 || decoded.problems.length > 0)) {
			const subject = asDocument({ text, bytes: shown, sha256, secrets }, parse, standards);
			const options = { severities, lineText: (_path: string, line: number) => lineText(text, line) };
			findings.push(...decideDocument(rulesOfTexts, { ...subject, standard }, options).findings);
		}
	}
	return { files, problems, findings, texts };
}

/** The rules about a text as such: what its bytes are, and whether it holds credentials. */
const rulesOfTexts = rules.filter(
	(rule) => rule.scope === "document" && (rule.id.startsWith("reading/") || rule.id === "publish/secret"),
);

/** A file as those rules see any document. */
function asDocument(
	file: { text: SourceText; bytes: Uint8Array; sha256: string; secrets: TransferFile["secrets"] },
	parse: MarkdownParser,
	standards: readonly Standard[],
) {
	const { path, problems } = file.text;
	const parsed = parse(path, file.bytes);
	const identity = identify(path, []);
	const record = extractDocument(parsed, identity, standards, { bytes: file.bytes.length, sha256: file.sha256 });
	return { parsed, record: { ...record, problems, secrets: file.secrets } };
}

function secretsIn(text: SourceText, source: TransfersFrom): TransferFile["secrets"] {
	if (!mayHoldSecret(text.text)) return [];
	const found = source.loadSecretRules?.() ?? null;
	return [...(found ? findSecrets(text, found) : suspectedSecrets(text))];
}

/** How many transfers and entries of the log an archive holds. */
export function countsOf(transfers: TransfersChecked | null) {
	return { transfers: transfers?.transfers.length ?? 0, logEntries: transfers?.history.length ?? 0 };
}
