import type { todayAt, verdictsAt } from "virtual:handoff-archive/bodies";
import type { VerdictMark } from "#model/verdicts.ts";
import { isQuiet } from "./model.ts";

/** What a rule decides by today's standard, beside what it decides by the one in force. */
export interface TodayRow {
	readonly rule: string;
	readonly inForce: VerdictMark;
	readonly today: VerdictMark;
	readonly reason: string;
	readonly evidence: ReturnType<typeof todayAt>[number]["evidence"];
}

/** The rules that somebody has to see: whatever needs somebody by today's standard, and whatever it decides otherwise. */
export function todayRows(
	inForce: ReturnType<typeof verdictsAt>,
	today: ReturnType<typeof todayAt>,
): readonly TodayRow[] {
	const before = new Map(inForce.map(({ rule, mark }) => [rule, mark]));
	return today
		.map(({ rule, mark, reason, evidence }) => ({
			rule,
			inForce: before.get(rule) ?? ("not-applicable" as const),
			today: mark,
			reason,
			evidence,
		}))
		.filter((row) => !isQuiet(row.today) || row.today !== row.inForce);
}
