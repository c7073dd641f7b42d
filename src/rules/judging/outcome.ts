import type { Finding, Severity } from "#model/findings.ts";
import type { Phrase } from "#model/phrase.ts";
import type { Place } from "#model/source.ts";
import type { Term } from "#words/because.ts";

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
