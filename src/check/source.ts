import type { DocumentRecord } from "#model/documents.ts";
import type { Protocol } from "#model/protocol.ts";
import type { WorkspaceSource } from "#model/provenance.ts";
import type { SealsFile } from "#model/seals.ts";
import type { SecretRule } from "#model/secrets.ts";
import type { SettingsNames } from "#model/settings-names.ts";
import type { SeveritiesFor, SeveritySettings } from "#model/severities.ts";
import type { ArchiveEntry, ReadingProblem } from "#model/source.ts";
import type { Standard, StandardInForce } from "#model/standard.ts";
import type { WaveSetting } from "#model/waves.ts";
import type { ParsedDocument, RemarkParser } from "#parse/markdown.ts";
import type { ExceptionsInForce } from "#relate/exceptions/exceptions.ts";
import { type SeveritiesOf, severitiesOf } from "#relate/exceptions/severities.ts";
import { ruleMetadata } from "#rules/index.ts";
import type { TransferSource } from "./transfers.ts";

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
	/**
	 * When each document was first committed, by path (ISO dates), or null where that cannot be told; breaks ties of the order. Asked
	 * for where no document states a date.
	 */
	readonly dates?: () => ReadonlyMap<string, string> | null;
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
	/** No folder of documents is named: the archive is its transfers alone. */
	readonly transfersOnly?: boolean;
	/** What transfers are judged by. */
	readonly protocol?: Protocol;
	/** The handoff that another one started from, by its id, where documents do not say so or say it wrongly; null for none. */
	readonly predecessors?: Readonly<Record<string, string | null>>;
	/** Waves of multi-package builds that the documents do not state themselves. */
	readonly waves?: readonly WaveSetting[];
	/** The handoffs that the settings name, to be held against those of the archive. */
	readonly named?: SettingsNames;
	/** Validations recorded before, and the name of their file. */
	readonly seals?: { readonly path: string; readonly recorded: SealsFile };
	/** Also decides what the first standard would say of handoffs that another one judges; waivers and debt are left aside. */
	readonly today?: boolean;
	/** Also draws together what is known of each package, and reads the tests that RESULTS names. */
	readonly packages?: boolean;
	/** Leaves out what no report of a check shows: the decisions that documents state, and the lines that prove a verdict. */
	readonly brief?: boolean;
	/** How documents are parsed: by which parser, and from which depth on a document is reported instead. */
	readonly parsing?: { readonly parser: "native" | "remark"; readonly nesting: number };
	/** Sees each document while its tree is there, so that it is parsed once for facts and page. */
	readonly onDocument?: (parsed: ParsedDocument, record: DocumentRecord) => void;
}

const ruleIds = ruleMetadata.map(({ id }) => id);

/** The severities in force for each handoff. */
export function severitiesIn({ severities = {}, severitiesFor = [] }: CheckOptions): SeveritiesOf {
	return severitiesOf(severities, severitiesFor, ruleIds);
}
