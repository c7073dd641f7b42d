import { why } from "#words/because.ts";

/** What a total is made from that only its parts state. */
export function sumOf(passed: number, failed: number, skipped: number) {
	const { reason: from, said } =
		skipped > 0 ? why("sumWithSkipped", { passed, failed, skipped }) : why("sumOfTests", { passed, failed });
	return { from, said };
}

/** What a figure is made from that a tool gives in parts, one for each of the programs that it ran. */
export function sumOfParts(parts: readonly number[]) {
	const { reason: from, said } = why("sumOfParts", { figures: parts.join(" + ") });
	return { from, said };
}
