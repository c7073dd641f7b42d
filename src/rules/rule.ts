import type { Handoff, OrderCycle, Relation } from "#model/archive.ts";
import type { HandoffBaseline } from "#model/baselines.ts";
import type { HandoffDelivery } from "#model/delivery.ts";
import type { DocumentKind, DocumentRecord } from "#model/documents.ts";
import type { Finding, RuleMetadata, Severity } from "#model/findings.ts";
import type { Phrase } from "#model/phrase.ts";
import type { Protocol } from "#model/protocol.ts";
import type { Provenance } from "#model/provenance.ts";
import type { SealState } from "#model/seals.ts";
import type { ArchiveEntry, Place, ReadingProblem } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import type { Exceptions } from "#model/waivers.ts";
import type { Wave } from "#model/waves.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import type { Term } from "#words/because.ts";
import type { HistoryRule, TransferRule } from "./transfer-rule.ts";

/** What fills the places of a sentence: figures, names and quoted words as they are, words of the product as terms. */
type Data = Readonly<Record<string, string | number | Term>>;

/** What a rule says where it finds nothing wrong, by its id: the wording stands in the rule's `statements`. */
export interface Stated<StatementId extends string> {
	readonly statement: StatementId;
	readonly data?: Data;
}

/** What a rule found: a message id, its data and a place. The wording stands in the rule's `messages`. */
export interface Detection<MessageId extends string, StatementId extends string = never> {
	readonly messageId: MessageId;
	readonly place: Place;
	readonly data?: Data;
	/** The handoff it counts against; by default the document's own. */
	readonly handoff?: string | null;
	/** The mode-to-mode handoff it speaks of, for rules about the log. */
	readonly transfer?: string;
	readonly related?: readonly RelatedStatement<StatementId>[];
	/** Instead of the rule's own severity, where the standard's data sets one for this case. */
	readonly severity?: Severity;
	/** What it decides: the rule fails, unless the document is unclear ("could-not-evaluate") or only a human can tell. */
	readonly decides?: Finding["decides"];
	/** Keeps the line out of every report: it holds a secret. */
	readonly concealed?: boolean;
}

/**
 * What a rule establishes where nothing is wrong, or where it cannot decide: the line that proves a pass, why it does not
 * apply, what a human must judge, what kept it from deciding. A rule that yields nothing for a subject has passed it.
 */
export type Statement<StatementId extends string = never> = {
	readonly verdict: "pass" | "not-applicable" | "needs-human" | "could-not-evaluate";
	readonly place?: Place;
	/** The handoff it speaks of; by default the document's own. */
	readonly handoff?: string | null;
} & (Stated<StatementId> | Spoken);

/** One sentence that several rules say, in English and as what it is made of. */
interface Spoken {
	readonly reason: string;
	readonly said: readonly Phrase[];
}

/** What a rule yields; its ids are those of its own texts. */
export type Outcome<MessageId extends string, StatementId extends string> =
	| Detection<NoInfer<MessageId>, NoInfer<StatementId>>
	| Statement<NoInfer<StatementId>>;

/** What a rule says of another place. */
export type RelatedStatement<StatementId extends string> = { readonly place: Place } & (Stated<StatementId> | Spoken);

/** Whether an outcome is a statement rather than a violation. */
export function isStatement(outcome: Detection<string, string> | Statement<string>): outcome is Statement<string> {
	return "verdict" in outcome;
}

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
	/** What became of waivers and debt; there for the rules that judge them. */
	readonly exceptions?: Exceptions;
}

/** A tiny archive (path to text) that shows the rule kept or broken; examples are the rule's tests and its page. */
export interface RuleExample {
	readonly title: string;
	readonly files: Readonly<Record<string, string>>;
	/** Files whose bytes are no UTF-8 text, as hexadecimal digits. */
	readonly bytes?: Readonly<Record<string, string>>;
	/** What listing the folder reports: links, permissions and sizes that no text can show. */
	readonly problems?: readonly ReadingProblem[];
	/** Files of the workspace that the documents speak of; without it, none is configured. */
	readonly workspace?: Readonly<Record<string, string>>;
	/** For an invalid example: the findings it raises, as "path:line:column message". */
	readonly findings?: readonly string[];
}

export interface RuleBase<MessageId extends string, StatementId extends string = string>
	extends Omit<RuleMetadata, "scope" | "kinds"> {
	/** Sentences by message id; `{name}` is filled from the detection's data. */
	readonly messages: Readonly<Record<MessageId, string>>;
	/** The same of what it says where nothing is wrong, and of other places that explain a finding. */
	readonly statements?: Readonly<Record<StatementId, string>>;
	readonly examples: { readonly valid: readonly RuleExample[]; readonly invalid: readonly RuleExample[] };
}

export interface DocumentRule<MessageId extends string = string, StatementId extends string = string>
	extends RuleBase<MessageId, StatementId> {
	readonly scope: "document";
	/** The kinds of document it judges; a handoff without such a document gets "not applicable". All kinds where absent. */
	readonly kinds?: readonly DocumentKind[];
	check(subject: DocumentSubject): Iterable<Outcome<MessageId, StatementId>>;
}

export interface ArchiveRule<MessageId extends string = string, StatementId extends string = string>
	extends RuleBase<MessageId, StatementId> {
	readonly scope: "archive";
	/** Judges waivers and debt once they have been applied, and no handoff. */
	readonly judges?: "exceptions";
	check(subject: ArchiveSubject): Iterable<Outcome<MessageId, StatementId>>;
}

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
