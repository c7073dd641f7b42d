import { families } from "#model/archive.ts";
import { capitalised, counted, listed } from "../words.ts";

type Slice = ReturnType<typeof import("virtual:handoff-archive/bodies").timeline>;
type Timeline = Slice["timeline"];
type Value = NonNullable<Timeline["packages"][number]>;

export const familyWords = {
	component: "Components",
	"follow-up": "Follow-ups",
	cleanup: "Cleanups",
	other: "Other handoffs",
} as const satisfies Record<(typeof families)[number], string>;

/** The families that an archive has handoffs of. */
export function familiesOf({ steps }: Timeline): readonly (typeof families)[number][] {
	return families.filter((family) => steps.some((step) => step.family === family));
}

/** A change as it is read: "+14", "−3". */
export function signed(delta: number): string {
	return delta > 0 ? `+${delta.toLocaleString("en")}` : delta < 0 ? `−${(-delta).toLocaleString("en")}` : "±0";
}

/** A value that went down, and where. */
interface Drop {
	readonly id: string;
	readonly value: Value;
	readonly what: string;
}

/** Every value that went down, by what accounts for it. */
function dropsOf({ steps, tests, packages }: Timeline): readonly Drop[] {
	const of = (values: Timeline["packages"], what: string) =>
		values.flatMap((value, index) => {
			const id = steps[index]?.id;
			return value?.drop && id !== undefined ? [{ id, value, what }] : [];
		});
	return [...tests.flatMap(({ values, label }) => of(values, `tests, ${label}`)), ...of(packages, "packages")];
}

/** What is to be said of the values of a step that went down; a line that explains several of them is quoted once. */
export function remarksOf({ steps, tests, packages }: Timeline) {
	return steps.map((_, index) => {
		const values = [...tests.map(({ values }) => values[index]), packages[index]];
		const remarks = values.flatMap((value) => {
			if (!value?.drop) return [];
			const { drop } = value;
			return drop.by === "stated"
				? [{ isExplained: true, words: drop.quote.replace(/^\s*[-*]\s+/u, ""), place: drop.place }]
				: [{ isExplained: false, words: "no reason stated", place: value.place }];
		});
		return [...new Map(remarks.map((remark) => [`${remark.words}\n${remark.place.line}`, remark])).values()];
	});
}

/** Sentences that say what the chart shows: where it ends, what went down, and what is missing. */
export function timelineAnswer(timeline: Timeline): { readonly first: string; readonly rest: string } {
	const { steps, tests, packages } = timeline;
	const last = (values: Timeline["packages"]) => values.findLast((value) => value !== null)?.value;
	const [main] = tests;
	const ends = [
		...(last(packages) === undefined ? [] : [counted(last(packages) ?? 0, "package")]),
		...(main && last(main.values) !== undefined ? [`${counted(last(main.values) ?? 0, "test")} (${main.label})`] : []),
	];
	const drops = dropsOf(timeline);
	const silent = drops.filter(({ value }) => value.drop?.by === "none");
	const told = drops.filter(({ value }) => value.drop?.by === "stated");
	const gaps = steps.filter(
		({ isOpen }, index) => !isOpen && packages[index] === null && tests.every(({ values }) => values[index] === null),
	);
	const open = steps.filter(({ isOpen }) => isOpen).length;
	const name = (list: readonly Drop[]) => listed([...new Set(list.map(({ id }) => id))].slice(0, 6));
	const rest = [
		silent.length > 0
			? `${counted(silent.length, "drop has", "drops have")} no stated reason (${name(silent)})`
			: "No total fell without a stated reason",
		...(told.length > 0 ? [`${counted(told.length, "drop is", "drops are")} explained (${name(told)})`] : []),
		...(gaps.length > 0
			? [`${counted(gaps.length, "handoff with RESULTS leaves", "handoffs with RESULTS leave")} a gap`]
			: []),
		...(open > 0 ? [`${counted(open, "handoff is", "handoffs are")} open`] : []),
	];
	const first =
		ends.length > 0
			? `${capitalised(listed(ends))} after ${counted(steps.length, "handoff")}.`
			: `No baseline can be read in ${counted(steps.length, "handoff")}.`;
	return { first, rest: `${capitalised(rest.join("; "))}.` };
}

/** What the horizontal axis rests on. */
export function axisWords({ steps }: Timeline): string {
	const after = steps.filter(({ basis }) => basis !== null);
	const inferred = after.filter(({ basis }) => basis === "inferred").length;
	const configured = after.filter(({ basis }) => basis === "configured").length;
	const stated = after.length - inferred - configured;
	const parts = [
		...(stated > 0 ? [`stated for ${stated}`] : []),
		...(configured > 0 ? [`configured for ${configured}`] : []),
		...(inferred > 0 ? [`inferred for ${inferred}`] : []),
	];
	return parts.length > 0 ? `predecessors are ${listed(parts)}` : "no handoff has a predecessor";
}
