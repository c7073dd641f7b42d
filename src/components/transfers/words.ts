import { transfers as t } from "virtual:handoff-archive/words";
import type { CrossedThreshold, Spread } from "#model/flow.ts";
import { number, say } from "../say.ts";

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
	return share === null ? "—" : say(t.percent, { share: Math.round(share * 100) });
}

/** Minutes in words; a dash where nothing is known. */
export function took(minutes: number | null): string {
	return minutes === null ? "—" : spanWords(Math.round(minutes));
}

/** "45 min", "3 h 20 min", "2 d 4 h". */
function spanWords(minutes: number): string {
	if (minutes < 60) return say(t.minutes, { minutes });
	const hours = Math.floor(minutes / 60);
	if (hours < 48)
		return minutes % 60 === 0 ? say(t.hours, { hours }) : say(t.hoursAndMinutes, { hours, minutes: minutes % 60 });
	const days = Math.floor(hours / 24);
	return hours % 24 === 0 ? say(t.daysOnly, { days }) : say(t.daysAndHours, { days, hours: hours % 24 });
}

/** Where times come from, with the number of cases. */
export function basisOf({ n, stated }: Spread): string {
	if (n === 0) return t.noTimes;
	if (stated === n) return say(t.basis.log, { n });
	return stated === 0 ? say(t.basis.timestamps, { n }) : say(t.basis.both, { n, stated });
}

/** A crossed threshold as a sentence. */
export function crossedWords({ threshold, of, key, value, limit, n }: CrossedThreshold): string {
	const who =
		of === "blocker"
			? say(t.crossedBlocker, { text: key })
			: of === "phase"
				? say(t.crossedPhase, { phase: key })
				: key;
	const figure = (value: number) =>
		threshold === "duration"
			? took(value)
			: threshold === "blockerRepeats"
				? say(t.times, { count: value })
				: threshold === "blockerAge"
					? say(t.days, { count: Math.floor(value) })
					: percent(value);
	return say(t.crossed, { who, figure: t.thresholds[threshold], value: figure(value), limit: figure(limit), n });
}

export const statusClasses: Readonly<Record<string, string>> = { ready: "good", blocked: "bad", partial: "partial" };

/** How many handoffs there are, and how long their log is. */
export function sizeOf({ transfers, entries }: Pick<Flow, "transfers" | "entries">): string {
	const log = say(t.entries, { count: entries });
	return transfers === 0 ? say(t.sizeOfLog, { log }) : say(t.size, { count: transfers, log });
}

/** How many of the deliverables are there, or that nobody looked. */
export function filesWords({ there, of }: NonNullable<Step["files"]>): string {
	return there === null ? say(t.filesUnknown, { count: of }) : say(t.filesThere, { there, of });
}

/** What the pages about transfers say first. */
export function flowAnswer({ tasks, modes, protocol }: Flow): string {
	const work = modes.filter(({ key }) => key !== protocol.orchestrator);
	const count = work.reduce((sum, { bounces }) => sum + bounces.received, 0);
	const bounced = work.reduce((sum, { bounces }) => sum + bounces.bounced, 0);
	const back = modes.find(({ key }) => key === protocol.orchestrator)?.received ?? 0;
	const none = back === 0 ? t.noReturn : say(t.unasked, { count: back });
	return say(t.answer, {
		returns: count === 0 ? none : say(t.bounced, { bounced: number(bounced), count }),
		blocked: say(t.blockedTasks, { count: tasks.filter(({ isBlocked }) => isBlocked).length }),
	});
}
