import type { CrossedThreshold, Spread } from "#model/flow.ts";
import { spanOf } from "#model/span.ts";
import { counted } from "../words.ts";

type Flow = NonNullable<ReturnType<typeof import("virtual:handoff-archive/bodies").transferFlow>>;
export type Step = Flow["tasks"][number]["steps"][number];

/** So many rows of a list of transfers stand on one page. */
export const rowsOfPage = 500;

/** The pages of all transfers, newest first, where one does not hold them: from the second on, the first is the overview. */
export function furtherPages(count: number): number {
	return Math.max(0, Math.ceil(count / rowsOfPage) - 1);
}

/** Every step of every task, newest first. */
export function stepsOf({ tasks }: Pick<Flow, "tasks">): readonly Step[] {
	return tasks.flatMap(({ steps }) => steps).sort((a, b) => (b.instant ?? 0) - (a.instant ?? 0));
}

/** A share as a percentage; a dash where there is nothing to share. */
export function percent(share: number | null): string {
	return share === null ? "—" : `${Math.round(share * 100)} %`;
}

/** Minutes in words; a dash where nothing is known. */
export function took(minutes: number | null): string {
	return minutes === null ? "—" : spanOf(minutes);
}

/** Where times come from, with the number of cases. */
export function basisOf({ n, stated }: Spread): string {
	if (n === 0) return "no times are known";
	if (stated === n) return `n = ${n}, stated by the log`;
	return stated === 0 ? `n = ${n}, from timestamps` : `n = ${n}, ${stated} of them stated, the others from timestamps`;
}

const names = {
	bounceRate: "bounce rate",
	duration: "duration",
	blockerRate: "share of handoffs with a blocker",
	blockerRepeats: "repeats of a blocker",
	blockerAge: "age of an open blocker",
} as const satisfies Record<CrossedThreshold["threshold"], string>;

/** A crossed threshold as a sentence. */
export function crossedWords({ threshold, of, key, value, limit, n }: CrossedThreshold): string {
	const who = of === "blocker" ? `“${key}”` : of === "phase" ? `phase ${key}` : key;
	const figure = (number: number) =>
		threshold === "duration"
			? spanOf(number)
			: threshold === "blockerRepeats"
				? `${number} times`
				: threshold === "blockerAge"
					? `${Math.floor(number)} days`
					: percent(number);
	return `${who}: ${names[threshold]} ${figure(value)}, above ${figure(limit)} (n = ${n}).`;
}

export const statusClasses: Readonly<Record<string, string>> = { ready: "good", blocked: "bad", partial: "partial" };

/** How many handoffs there are, and how long their log is. */
export function sizeOf({ transfers, entries }: Pick<Flow, "transfers" | "entries">): string {
	const log = counted(entries, "entry", "entries");
	if (transfers === 0) return `The log of handoffs between modes has ${log}.`;
	return `There ${transfers === 1 ? "is" : "are"} ${counted(transfers, "handoff")} between modes, with ${log} of their log.`;
}

/** What the pages about transfers say first. */
export function flowAnswer({ tasks, modes, protocol }: Flow): string {
	const work = modes.filter(({ key }) => key !== protocol.orchestrator);
	const returned = work.reduce((sum, { bounces }) => sum + bounces.received, 0);
	const bounced = work.reduce((sum, { bounces }) => sum + bounces.bounced, 0);
	const blocked = tasks.filter(({ isBlocked }) => isBlocked).length;
	const first =
		returned === 0
			? "No transfer has come back yet."
			: `${bounced.toLocaleString("en")} of ${counted(returned, "returned transfer")} bounced.`;
	if (blocked === 0) return `${first} No task is blocked.`;
	return `${first} ${blocked === 1 ? "1 task is" : `${blocked} tasks are`} blocked.`;
}
