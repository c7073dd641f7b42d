import type { FindingsEntry } from "virtual:handoff-archive/entries";

type Finding = FindingsEntry["findings"][number];

/** Findings that follow each other at one place: it is shown once, below what they say. */
interface FindingsAtPlace {
	readonly findings: readonly [Finding, ...Finding[]];
	/** How to mend them, in different words; empty where those at the next place are mended in the same. */
	readonly remedies: readonly string[];
}

/** Findings of one rule that follow each other: what they have in common is said once. */
interface AlikeFindings {
	readonly first: Finding;
	readonly count: number;
	readonly places: readonly FindingsAtPlace[];
}

/** Findings in their order; those that follow each other, are of one rule, stand alike and have their place or their remedy in common, together. */
export function alikeTogether(findings: readonly Finding[]): readonly AlikeFindings[] {
	return stretches(findings, areAlike).map((alike) => {
		const places = stretches(alike, isSamePlace).map((found) => ({ findings: found, remedies: remediesOf(found) }));
		return {
			first: alike[0],
			count: alike.length,
			places: places.map((place, index) =>
				isSameList(place.remedies, places[index + 1]?.remedies) ? { ...place, remedies: [] } : place,
			),
		};
	});
}

/** Items in their order; those that follow each other and are the same in some way, together. */
function stretches<T>(items: readonly T[], isSame: (one: T, other: T) => boolean): [T, ...T[]][] {
	const together: [T, ...T[]][] = [];
	for (const [index, item] of items.entries()) {
		const before = items[index - 1];
		const last = together.at(-1);
		if (last && before !== undefined && isSame(before, item)) last.push(item);
		else together.push([item]);
	}
	return together;
}

function areAlike(one: Finding, other: Finding): boolean {
	return (
		one.rule === other.rule &&
		one.state === other.state &&
		one.handoff === other.handoff &&
		one.excuse === other.excuse &&
		(one.remedy === other.remedy || isSamePlace(one, other))
	);
}

function isSamePlace(one: Finding, other: Finding): boolean {
	const [here, there] = [one.place, other.place];
	return (
		here.label === there.label && here.line === there.line && here.href === there.href && one.excerpt === other.excerpt
	);
}

function remediesOf(findings: readonly Finding[]): readonly string[] {
	return [...new Set(findings.flatMap(({ remedy }) => remedy ?? []))];
}

function isSameList(one: readonly string[], other: readonly string[] = []): boolean {
	return one.length === other.length && one.every((item, index) => item === other[index]);
}
