import { common, timeline as t } from "virtual:handoff-archive/words";
import { families } from "#model/archive.ts";
import { capitalised, listed, number, say } from "../say.ts";

type Slice = ReturnType<typeof import("virtual:handoff-archive/bodies").timeline>;
type Timeline = Slice["timeline"];
type Value = NonNullable<Timeline["packages"][number]>;

/** The families that an archive has handoffs of. */
export function familiesOf({ steps }: Timeline): readonly (typeof families)[number][] {
	return families.filter((family) => steps.some((step) => step.family === family));
}

/** A change as it is read: "+14", "−3". */
export function signed(delta: number): string {
	return delta > 0 ? `+${number(delta)}` : delta < 0 ? `−${number(-delta)}` : "±0";
}

/** A value that went down, and where. */
interface Drop {
	readonly id: string;
	readonly value: Value;
}

/** Every value that went down, by what accounts for it. */
function dropsOf({ steps, tests, packages }: Timeline): readonly Drop[] {
	return [...tests.map(({ values }) => values), packages].flatMap((values) =>
		values.flatMap((value, index) => {
			const id = steps[index]?.id;
			return value?.drop && id !== undefined ? [{ id, value }] : [];
		}),
	);
}

/** What is to be said of the values of a step that went down; a line that explains several of them is quoted once. */
export function remarksOf({ steps, tests, packages }: Timeline) {
	return steps.map((_, index) => {
		const values = [...tests.map(({ values }) => values[index]), packages[index]];
		const remarks = values.flatMap((value) => {
			if (!value?.drop) return [];
			const { drop } = value;
			return drop.by === "stated"
				? [{ isExplained: true, words: drop.quote.replace(/^\s*(?:[-*+]|#{1,6}|\d+[.)])\s+/u, ""), place: drop.place }]
				: [{ isExplained: false, words: t.noReason, place: value.place }];
		});
		return [...new Map(remarks.map((remark) => [`${remark.words}\n${remark.place.line}`, remark])).values()];
	});
}

/** Sentences that say what the chart shows: where it ends, what went down, and what is missing. */
export function timelineAnswer(timeline: Timeline): { readonly first: string; readonly rest: string } {
	const { steps, tests, packages } = timeline;
	const last = (values: Timeline["packages"]) => values.findLast((value) => value !== null)?.value;
	const main = latestOf(tests);
	const [packageEnd, testEnd] = [last(packages), main && last(main.values)];
	const ends = [
		...(packageEnd === undefined ? [] : [say(common.packages, { count: packageEnd })]),
		...(main && testEnd !== undefined
			? [say(t.scoped, { tests: say(common.tests, { count: testEnd }), scope: main.label })]
			: []),
	];
	const drops = dropsOf(timeline);
	const silent = drops.filter(({ value }) => value.drop?.by === "none");
	const told = drops.filter(({ value }) => value.drop?.by === "stated");
	const gaps = steps.filter(
		({ isOpen }, index) => !isOpen && packages[index] === null && tests.every(({ values }) => values[index] === null),
	);
	const open = steps.filter(({ isOpen }) => isOpen).length;
	const names = (list: readonly Drop[]) => listed([...new Set(list.map(({ id }) => id))].slice(0, 6));
	const rest = [
		silent.length > 0 ? say(t.silent, { count: silent.length, names: names(silent) }) : t.noSilent,
		...(told.length > 0 ? [say(t.told, { count: told.length, names: names(told) })] : []),
		...(gaps.length > 0 ? [say(t.gaps, { count: gaps.length })] : []),
		...(open > 0 ? [say(t.open, { count: open })] : []),
	];
	const handoffs = say(common.handoffs, { count: steps.length });
	return {
		first:
			ends.length > 0 ? say(t.ends, { ends: capitalised(listed(ends)), handoffs }) : say(t.noBaseline, { handoffs }),
		rest: say(t.rest, { parts: capitalised(rest.join("; ")) }),
	};
}

/** The series of a known scope that goes on longest: an older scope's last figure is not where the archive ends. */
function latestOf(tests: Timeline["tests"]): Timeline["tests"][number] | undefined {
	const end = ({ values }: Timeline["tests"][number]) => values.findLastIndex((value) => value !== null);
	const scoped = tests.filter(({ key }) => key !== null);
	return (scoped.length > 0 ? scoped : tests).toSorted((a, b) => end(b) - end(a))[0];
}

/** What the horizontal axis rests on. */
export function axisWords({ steps }: Timeline): string {
	const after = steps.filter(({ basis }) => basis !== null);
	const inferred = after.filter(({ basis }) => basis === "inferred").length;
	const configured = after.filter(({ basis }) => basis === "configured").length;
	const stated = after.length - inferred - configured;
	const parts = [
		...(stated > 0 ? [say(t.stated, { count: stated })] : []),
		...(configured > 0 ? [say(t.configured, { count: configured })] : []),
		...(inferred > 0 ? [say(t.inferred, { count: inferred })] : []),
	];
	return parts.length > 0 ? say(t.predecessors, { parts: listed(parts) }) : t.noPredecessor;
}
