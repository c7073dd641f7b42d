import type { Flow } from "#model/flow.ts";
import type { Protocol } from "#model/protocol.ts";
import type { WorkspaceSource } from "#model/provenance.ts";
import type { HistoryEntry, Reconciled, Transfer, TransferFile } from "#model/transfers.ts";
import type { Outcome } from "./outcome.ts";
import type { RuleBase } from "./rule-base.ts";

/** One mode-to-mode handoff as a rule sees it. */
export interface TransferSubject {
	readonly transfer: Transfer;
	readonly protocol: Protocol;
	/** Where its deliverables are looked for; null where none is configured. */
	readonly workspace: Pick<WorkspaceSource, "kind"> | null;
}

/** All handoffs and the log as a rule sees them. */
export interface HistorySubject {
	readonly protocol: Protocol;
	readonly files: readonly TransferFile[];
	/** In the order of paths; excerpts are none. */
	readonly transfers: readonly Transfer[];
	/** In the order of paths, and in a file as they stand. */
	readonly history: readonly HistoryEntry[];
	readonly reconciled: Reconciled;
	readonly flow: Flow;
}

/** A rule about each handoff by itself. */
export interface TransferRule<MessageId extends string = string, StatementId extends string = string>
	extends RuleBase<MessageId, StatementId> {
	readonly scope: "transfer";
	check(subject: TransferSubject): Iterable<Outcome<MessageId, StatementId>>;
}

/** A rule about the log, or about all handoffs together. */
export interface HistoryRule<MessageId extends string = string, StatementId extends string = string>
	extends RuleBase<MessageId, StatementId> {
	readonly scope: "history";
	check(subject: HistorySubject): Iterable<Outcome<MessageId, StatementId>>;
}

/** Declares a rule; only ties the types of its messages and its detections together. */
export function transferRule<const MessageId extends string, const StatementId extends string = never>(
	rule: Omit<TransferRule<MessageId, StatementId>, "scope">,
): TransferRule {
	return { ...rule, scope: "transfer" } as TransferRule;
}

/** Declares a rule about the log; only ties the types of its messages and its detections together. */
export function historyRule<const MessageId extends string, const StatementId extends string = never>(
	rule: Omit<HistoryRule<MessageId, StatementId>, "scope">,
): HistoryRule {
	return { ...rule, scope: "history" } as HistoryRule;
}
