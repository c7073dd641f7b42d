import type { RuleMetadata } from "#model/findings.ts";
import type { ReadingProblem } from "#model/source.ts";

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

/** What all rules are, whatever they judge: metadata, sentences and examples. */
export interface RuleBase<MessageId extends string, StatementId extends string = string>
	extends Omit<RuleMetadata, "scope" | "kinds"> {
	/** Sentences by message id; `{name}` is filled from the detection's data. */
	readonly messages: Readonly<Record<MessageId, string>>;
	/** The same of what it says where nothing is wrong, and of other places that explain a finding. */
	readonly statements?: Readonly<Record<StatementId, string>>;
	readonly examples: { readonly valid: readonly RuleExample[]; readonly invalid: readonly RuleExample[] };
}
