import type { BlockerGroup, CrossedThreshold, FlowFigures } from "#model/flow.ts";
import type { Protocol } from "#model/protocol.ts";
import type { Chain, ChainStep, Visit } from "./chains.ts";
import { pairKey } from "./figures.ts";

interface Figures {
	readonly modes: readonly FlowFigures[];
	readonly pairs: readonly FlowFigures[];
	readonly phases: readonly FlowFigures[];
}

type Of = "mode" | "pair" | "phase";

/** What of the figures is over a threshold of the protocol, with an entry that shows it. */
export function crossedThresholds(
	chains: readonly Chain[],
	figures: Figures,
	blockers: readonly BlockerGroup[],
	protocol: Protocol,
): readonly CrossedThreshold[] {
	const kinds: readonly (readonly [Of, readonly FlowFigures[]])[] = [
		["mode", figures.modes],
		["pair", pairsOfTheirOwn(figures, protocol)],
		["phase", figures.phases],
	];
	const over = kinds.flatMap(([of, list]) => list.flatMap((one) => crossedBy(of, one, protocol)));
	const shown = over.length === 0 ? [] : withProof(over, chains, protocol);
	return [...shown, ...blockers.flatMap((group) => crossedByBlocker(group, protocol))];
}

/** A pair says something of its own only where its receiver gets work from several modes. */
function pairsOfTheirOwn({ pairs, modes }: Figures, { orchestrator }: Protocol): readonly FlowFigures[] {
	const received = new Map(modes.map(({ key, received }) => [key, received]));
	return pairs.filter(({ key, received: own }) => {
		const to = key.split(" → ")[1] ?? "";
		return to !== orchestrator && own < (received.get(to) ?? 0);
	});
}

type Crossed = Omit<CrossedThreshold, "entry" | "transfer" | "of"> & { readonly of: Of };

function crossedBy(of: Of, { key, sent, bounces, blocked, time }: FlowFigures, protocol: Protocol): readonly Crossed[] {
	const { thresholds, diagnoses } = protocol;
	const { bounceRate, duration, blockers } = thresholds;
	const found: Crossed[] = [];
	if (bounces.rate !== null && bounces.received >= bounceRate.least && bounces.rate > bounceRate.above)
		found.push({
			threshold: "bounceRate",
			of,
			key,
			value: bounces.rate,
			limit: bounceRate.above,
			n: bounces.received,
			diagnosis: diagnoses.bounceRate,
		});
	const took = time[duration.of];
	const isWork = of !== "mode" || key !== protocol.orchestrator;
	if (isWork && took !== null && time.n >= duration.least && took > duration.minutes)
		found.push({
			threshold: "duration",
			of,
			key,
			value: took,
			limit: duration.minutes,
			n: time.n,
			diagnosis: diagnoses.duration,
		});
	if (sent >= blockers.least && blocked / sent > blockers.rate)
		found.push({
			threshold: "blockerRate",
			of,
			key,
			value: blocked / sent,
			limit: blockers.rate,
			n: sent,
			diagnosis: diagnoses.blockers,
		});
	return found;
}

/** The last bounce or blocker, or the longest stay, of each figure. */
function withProof(
	over: readonly Crossed[],
	chains: readonly Chain[],
	protocol: Protocol,
): readonly CrossedThreshold[] {
	const wanted = new Map<string, { readonly crossed: Crossed; proof?: ChainStep; longest: number }>();
	for (const crossed of over) wanted.set(nameOf(crossed.threshold, crossed.of, crossed.key), { crossed, longest: -1 });
	const asks = (threshold: Crossed["threshold"]) => over.some((crossed) => crossed.threshold === threshold);
	const [asksBlockers, asksBounces, asksDurations] = [asks("blockerRate"), asks("bounceRate"), asks("duration")];
	for (const { steps, visits } of chains) {
		for (const made of asksBlockers ? steps : []) {
			const { from, to, phase, blockers } = made.step;
			if (blockers.length === 0 || from === null) continue;
			const keys = [nameOf("blockerRate", "mode", from), nameOf("blockerRate", "phase", phase ?? "")];
			for (const name of to === null ? keys : [...keys, nameOf("blockerRate", "pair", pairKey(from, to))]) {
				const known = wanted.get(name);
				if (known) known.proof = made;
			}
		}
		for (const visit of asksBounces || asksDurations ? visits : []) {
			const { out, in: received, minutes } = visit;
			if (!out) continue;
			const isBounce = received !== null && out.step.kind === "bounce";
			for (const [of, key] of keysOf(visit, protocol)) {
				const bounced = isBounce && asksBounces ? wanted.get(nameOf("bounceRate", of, key)) : undefined;
				if (bounced) bounced.proof = out;
				const took = asksDurations && minutes !== null ? wanted.get(nameOf("duration", of, key)) : undefined;
				if (!took || (minutes ?? -1) <= took.longest) continue;
				took.longest = minutes ?? -1;
				took.proof = out;
			}
		}
	}
	return over.map((crossed) => {
		const proof = wanted.get(nameOf(crossed.threshold, crossed.of, crossed.key))?.proof?.step;
		return { ...crossed, entry: proof?.entry ?? null, transfer: proof?.transfer ?? null };
	});
}

function nameOf(threshold: Crossed["threshold"], of: Of, key: string): string {
	return `${threshold} ${of} ${key}`;
}

function keysOf({ mode, in: received, phase }: Visit, { orchestrator }: Protocol): readonly (readonly [Of, string])[] {
	return [
		["mode", mode],
		...(received?.step.from ? [["pair", pairKey(received.step.from, mode)] as const] : []),
		...(phase !== null && mode !== orchestrator ? [["phase", phase] as const] : []),
	];
}

const minutesPerDay = 1440;

function crossedByBlocker(
	{ text, raised }: BlockerGroup,
	{ thresholds, diagnoses }: Protocol,
): readonly CrossedThreshold[] {
	const { repeats, openDays } = thresholds.blockers;
	const found: CrossedThreshold[] = [];
	const last = raised.at(-1);
	const shared = { of: "blocker" as const, key: text, diagnosis: diagnoses.blockers };
	const proof = { entry: last?.entry ?? null, transfer: last?.transfer ?? null };
	if (raised.length >= repeats)
		found.push({
			...shared,
			threshold: "blockerRepeats",
			value: raised.length,
			limit: repeats,
			n: raised.length,
			...proof,
		});
	for (const { resolvedBy, ageMinutes, entry, transfer } of raised) {
		if (resolvedBy !== null || ageMinutes === null || ageMinutes <= openDays * minutesPerDay) continue;
		const value = ageMinutes / minutesPerDay;
		found.push({ ...shared, threshold: "blockerAge", value, limit: openDays, n: 1, entry, transfer });
	}
	return found;
}
