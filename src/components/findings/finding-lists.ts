import type { FindingsEntry, HandoffEntry } from "virtual:handoff-archive/entries";
import { findingStates } from "#model/findings.ts";

type File = FindingsEntry;
type Finding = File["findings"][number];
type Handoff = HandoffEntry;

/** Findings that stand together: of a file, or what rules left undecided about a handoff. */
export interface FindingGroup {
	readonly title: string;
	readonly isFile: boolean;
	readonly href: string | null;
	/** The handoff of a file; null where the title names it. */
	readonly handoff: string | null;
	readonly findings: readonly Finding[];
}

/** What the lists are told apart by; "open" is all that nobody has waived or recorded, and that is decided. */
const statesOf = {
	open: ["fail", "warning", "note"],
	errors: ["fail"],
	warnings: ["warning"],
	notes: ["note"],
	unclear: ["could-not-evaluate"],
	human: ["needs-human"],
	waived: ["waived"],
	debt: ["debt"],
} as const satisfies Readonly<Record<string, readonly Finding["state"][]>>;

/** The list of all findings, or of those that stand in one way; the name is its address, too. */
export type FindingListKey = "" | keyof typeof statesOf;

/** A list of findings, page by page. */
export interface FindingList {
	readonly key: FindingListKey;
	readonly count: number;
	readonly pages: readonly (readonly FindingGroup[])[];
}

/** Findings of one group stay together, so a page may hold more. */
const perPage = 200;

/**
 * The lists that an archive has findings for; that of all of them comes first, and is there in any case. In each, what has an
 * error stands before what has warnings only, and so do findings of one file. Where all findings stand in one way, a second list would say the same.
 */
export function findingLists(files: readonly File[], handoffs: readonly Handoff[]): readonly FindingList[] {
	const all = [
		...files.map(({ path, href, handoff, findings }) => ({ title: path, isFile: true, href, handoff, findings })),
		...handoffs
			.filter(({ undecided }) => undecided.length > 0)
			.map(({ id, slug, undecided }) => ({
				title: id,
				isFile: false,
				href: `handoffs/${slug}/`,
				handoff: null,
				findings: undecided,
			})),
	];
	const gravestFirst = (groups: readonly FindingGroup[]) =>
		groups
			.map((group) => ({ ...group, findings: group.findings.toSorted((a, b) => gravity(a) - gravity(b)) }))
			.toSorted((a, b) => gravest(a) - gravest(b));
	const whole = listOf("", gravestFirst(all));
	const parts = Object.entries(statesOf).map(([key, states]) => {
		const wanted: readonly Finding["state"][] = states;
		const groups = all.map((group) => ({
			...group,
			findings: group.findings.filter(({ state }) => wanted.includes(state)),
		}));
		return listOf(key as keyof typeof statesOf, gravestFirst(groups));
	});
	return [whole, ...parts.filter(({ count }) => count > 0 && count < whole.count)];
}

function gravest({ findings }: FindingGroup): number {
	return Math.min(...findings.map(gravity));
}

function gravity({ state }: Finding): number {
	return findingStates.indexOf(state);
}

function listOf(key: FindingListKey, groups: readonly FindingGroup[]): FindingList {
	const pages: FindingGroup[][] = [[]];
	let [count, onPage] = [0, 0];
	for (const group of groups) {
		const size = group.findings.length;
		if (size === 0) continue;
		if (onPage > 0 && onPage + size > perPage) {
			pages.push([]);
			onPage = 0;
		}
		pages.at(-1)?.push(group);
		onPage += size;
		count += size;
	}
	return { key, count, pages };
}
