import type { Message, Messages } from "./message.ts";

/** What a rule says, as far as pages show it. */
interface Rule {
	readonly id: string;
	readonly requires: string;
	readonly why: string;
	readonly remedy: string;
	readonly messages: Readonly<Record<string, string>>;
	readonly statements?: Readonly<Record<string, string>>;
	readonly examples: Readonly<Record<"valid" | "invalid", readonly { readonly title: string }[]>>;
}

/** The texts of a rule, in any language. */
interface RuleText {
	readonly requires: Message;
	readonly why: Message;
	readonly remedy: Message;
	/** By their names in the rule. */
	readonly messages: Readonly<Record<string, Message>>;
	readonly statements: Readonly<Record<string, Message>>;
	/** The titles of its examples, by the English ones. */
	readonly examples: Readonly<Record<string, Message>>;
}

export type RuleTexts = Readonly<Record<string, RuleText>>;

/** The texts of rules in English, by the rules' ids: what words of a site may be given in place of. */
export function ruleTextsOf(rules: readonly Rule[]): RuleTexts & Messages {
	return Object.fromEntries(
		rules.map(({ id, requires, why, remedy, messages, statements = {}, examples }) => {
			const titles = [...examples.valid, ...examples.invalid].map(({ title }) => [title, title] as const);
			return [id, { requires, why, remedy, messages, statements, examples: Object.fromEntries(titles) }];
		}),
	);
}
