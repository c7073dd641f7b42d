import type { FindingsEntry } from "virtual:handoff-archive/entries";

type Finding = FindingsEntry["findings"][number];

/** Findings that follow each other and are mended alike: what is to be done is said once. */
export type AlikeFindings = readonly [Finding, ...Finding[]];

/** Findings in their order; those that follow each other, are of one rule, stand alike and are mended in the same words, together. */
export function alikeTogether(findings: readonly Finding[]): readonly AlikeFindings[] {
	const together: [Finding, ...Finding[]][] = [];
	for (const finding of findings) {
		const last = together.at(-1);
		if (last && areAlike(last[0], finding)) last.push(finding);
		else together.push([finding]);
	}
	return together;
}

function areAlike(one: Finding, other: Finding): boolean {
	return (
		one.rule === other.rule &&
		one.state === other.state &&
		one.handoff === other.handoff &&
		one.remedy === other.remedy &&
		one.excuse === other.excuse
	);
}
