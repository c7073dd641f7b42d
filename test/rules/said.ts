import type { Archive } from "#model/archive.ts";
import type { Phrase } from "#model/phrase.ts";
import { rules } from "#rules/index.ts";
import { reasons } from "#words/en/reasons.ts";
import { speech } from "#words/en/speech.ts";
import type { Message } from "#words/message.ts";
import { reasonIn } from "#words/reason.ts";
import { ruleTextsOf } from "#words/rule-texts.ts";
import { filled, speechOf } from "#words/speech.ts";

const say = (message: Message, values: object = {}) =>
	filled(typeof message === "string" ? message : message.other, { ...values });
const { listed } = speechOf("en", speech.and);
const telling = { reasons, rules: ruleTextsOf(rules), speech: { say, listed } };
const requires = new Map(rules.map((rule) => [rule.id, rule.requires]));
const unknown = "none of the product's sentences";

/**
 * The sentences of an archive's findings, verdicts, related places and facts that no site could say in another language, by what
 * they are of.
 */
export function unsaid({ findings, verdicts, today = [], transfers, documents }: Archive): string[] {
	const told = [...verdicts, ...today, ...(transfers?.verdicts ?? [])];
	const own: { readonly rule: string; readonly reason: string; readonly said?: readonly Phrase[] }[] = [
		...told.filter(({ rule, reason, said }) => said || reason !== requires.get(rule)),
		...findings.map(({ rule, message, messageId, data, terms }) => ({
			rule,
			reason: message,
			said: [{ rule, message: messageId, values: data, ...(terms && { terms }) }],
		})),
		...findings.flatMap(({ rule, related }) => related.map(({ message, said }) => ({ rule, reason: message, said }))),
	];
	for (const { path, facts } of documents)
		for (const fact of Object.values(facts)) {
			if (fact.state === "derived") own.push({ rule: path, reason: fact.from, said: fact.said });
			if (fact.state === "unclear") own.push({ rule: path, reason: fact.reason, said: fact.said });
		}
	return own.filter((one) => !isMadeOf(one)).map(({ rule, reason }) => `${rule}: ${reason}`);
}

/** Whether a sentence is its parts, filled in, and every one of them a sentence of the product or somebody's words. */
function isMadeOf({ reason, said }: { readonly reason: string; readonly said?: readonly Phrase[] }): boolean {
	return said !== undefined && said.length > 0 && reasonIn({ reason: unknown, said }, telling) === reason;
}
