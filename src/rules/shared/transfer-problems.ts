import type { TransferProblem, TransferProblemCode } from "#model/transfers.ts";
import { because, withTerms } from "#words/because.ts";
import type { Detection } from "../judging/outcome.ts";

/** What is said of fields of a transfer and of an entry of the log alike. */
export const fieldMessages = {
	missing: '"{key}" is missing{where}{hint}.',
	"wrong-type": "{name} must be {expected}, not {found}{hint}.",
	"unknown-value": "{name} is {found}; {hint}.",
	"unknown-key": 'The protocol has no key "{key}"{where}; it is kept and shown{hint}.',
	"bad-time": "{name} is {found}, which is no date and time such as 2026-03-02T09:30:00Z.",
};

/** What was found wrong in reading, as a rule passes it on that has a message for it: other problems are another rule's. */
export function* detectionsOf<MessageId extends string>(
	problems: readonly TransferProblem[],
	messages: Readonly<Record<MessageId, string>>,
): Generator<Detection<MessageId & TransferProblemCode>> {
	const isWorded = (code: TransferProblemCode): code is MessageId & TransferProblemCode =>
		Object.hasOwn(messages, code);
	for (const { code, place, data, terms, twin, severity } of problems) {
		if (!isWorded(code)) continue;
		yield {
			messageId: code,
			place,
			data: withTerms(data, terms),
			...(twin && { related: [{ place: twin, ...because("standsFirst") }] }),
			...(severity && { severity }),
		};
	}
}
