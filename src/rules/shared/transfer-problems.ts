import type { TransferProblem, TransferProblemCode } from "#model/transfers.ts";
import { because, withTerms } from "#words/because.ts";
import type { Detection } from "../judging/outcome.ts";

/** What was found wrong in reading, as a rule passes it on: codes that are not among `codes` are another rule's. */
export function* detectionsOf<Code extends TransferProblemCode>(
	problems: readonly TransferProblem[],
	codes: readonly Code[],
): Generator<Detection<Code>> {
	for (const { code, place, data, terms, twin, severity } of problems) {
		const messageId = codes.find((one) => one === code);
		if (messageId === undefined) continue;
		yield {
			messageId,
			place,
			data: withTerms(data, terms),
			...(twin && { related: [{ place: twin, ...because("standsFirst") }] }),
			...(severity && { severity }),
		};
	}
}
