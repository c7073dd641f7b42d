import type { Handoff, OrderCycle, Relation } from "#model/archive.ts";
import type { HandoffBaseline } from "#model/baselines.ts";
import type { HandoffDelivery } from "#model/delivery.ts";
import type { DocumentKind, DocumentRecord } from "#model/documents.ts";
import type { Protocol } from "#model/protocol.ts";
import type { Provenance } from "#model/provenance.ts";
import type { SealState } from "#model/seals.ts";
import type { SettingsName } from "#model/settings-names.ts";
import type { ArchiveEntry, ReadingProblem } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import type { Exceptions } from "#model/waivers.ts";
import type { Wave } from "#model/waves.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import type { Outcome } from "./outcome.ts";
import type { RuleBase } from "./rule-base.ts";
import type { HistoryRule, TransferRule } from "./transfer-rule.ts";

/** One document as a rule sees it; the tree is there while the document is being read and never afterwards. */
export interface DocumentSubject {
	readonly record: DocumentRecord;
	readonly parsed: ParsedDocument;
	readonly standard: Standard;
}

/** The whole archive as a rule sees it: records only. */
export interface ArchiveSubject {
	readonly entries: readonly ArchiveEntry[];
	/** How many there are, where the archive is to hold nothing else, and what their files may be called. */
	readonly transfers?: {
		readonly transfers: number;
		readonly logEntries: number;
		readonly fileNames?: Protocol["fileNames"];
	};
	readonly documents: readonly DocumentRecord[];
	readonly handoffs: readonly Handoff[];
	readonly relations: readonly Relation[];
	/** Waves of multi-package builds, in the order in which they end. */
	readonly waves: readonly Wave[];
	/** Of each handoff with a spec and RESULTS: what is planned beside what is reported. */
	readonly deliveries: readonly HandoffDelivery[];
	/** Where stated relations contradict each other about the build order. */
	readonly cycles?: readonly OrderCycle[];
	/** One per handoff, in build order. */
	readonly baselines: readonly HandoffBaseline[];
	/** Problems of entries that have no record: unreadable files, links out of the archive. */
	readonly problems: readonly ReadingProblem[];
	readonly standards: readonly Standard[];
	/** What handoffs record of files, and what the workspace says of it. */
	readonly provenance: Provenance;
	/** How validations stand, and the file they are recorded in; absent where there is none. */
	readonly seals?: { readonly path: string; readonly states: readonly SealState[] };
	/** The handoffs that the settings name; there for the rules that judge them. */
	readonly settings?: readonly SettingsName[];
	/** What became of waivers and debt; there for the rules that judge them. */
	readonly exceptions?: Exceptions;
}

/** A rule about one document by itself. */
export interface DocumentRule<MessageId extends string = string, StatementId extends string = string>
	extends RuleBase<MessageId, StatementId> {
	readonly scope: "document";
	/** The kinds of document it judges; a handoff without such a document gets "not applicable". All kinds where absent. */
	readonly kinds?: readonly DocumentKind[];
	check(subject: DocumentSubject): Iterable<Outcome<MessageId, StatementId>>;
}

/** A rule about the archive as a whole. */
export interface ArchiveRule<MessageId extends string = string, StatementId extends string = string>
	extends RuleBase<MessageId, StatementId> {
	readonly scope: "archive";
	/** Judges waivers and debt once they have been applied, or what the settings name, and no handoff. */
	readonly judges?: "exceptions" | "settings";
	check(subject: ArchiveSubject): Iterable<Outcome<MessageId, StatementId>>;
}

/** A rule of any scope. */
export type Rule = DocumentRule | ArchiveRule | TransferRule | HistoryRule;

/** Declares a rule; only ties the types of its messages and its detections together. */
export function documentRule<const MessageId extends string, const StatementId extends string = never>(
	rule: Omit<DocumentRule<MessageId, StatementId>, "scope">,
): DocumentRule {
	return { ...rule, scope: "document" } as DocumentRule;
}

/** Declares a rule over the whole archive; only ties the types of its messages and its detections together. */
export function archiveRule<const MessageId extends string, const StatementId extends string = never>(
	rule: Omit<ArchiveRule<MessageId, StatementId>, "scope">,
): ArchiveRule {
	return { ...rule, scope: "archive" } as ArchiveRule;
}
