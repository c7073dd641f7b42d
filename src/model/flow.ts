import { z } from "zod";

/** Durations of several cases. Never an average without the number of cases. */
const spreadSchema = z.strictObject({
	n: z.int().nonnegative(),
	/** In minutes; null where there is no case. */
	median: z.number().nullable(),
	p90: z.number().nullable(),
	/** How many of the cases the log states itself; the others follow from timestamps. */
	stated: z.int().nonnegative(),
});

const bounceRateSchema = z.strictObject({
	/** Handoffs received that something is known about afterwards. */
	received: z.int().nonnegative(),
	bounced: z.int().nonnegative(),
	/** Null where nothing was received. */
	rate: z.number().nullable(),
});

/** Figures of one mode, pair of modes or phase. */
const flowFiguresSchema = z.strictObject({
	key: z.string(),
	/** Handoffs received, of any status. */
	received: z.int().nonnegative(),
	/** Handoffs made. */
	sent: z.int().nonnegative(),
	bounces: bounceRateSchema,
	/** Blockers raised in handoffs made. */
	blocked: z.int().nonnegative(),
	time: spreadSchema,
});

/** What a step of a chain is, as far as the log or the handoff tells. */
const stepKinds = ["handover", "bounce", "block"] as const;

const flowStepSchema = z.strictObject({
	/** The log's entry, where there is one. */
	entry: z.string().nullable(),
	/** The handoff's document, where there is one. */
	transfer: z.string().nullable(),
	kind: z.enum(stepKinds),
	from: z.string().nullable(),
	to: z.string().nullable(),
	phase: z.string().nullable(),
	/** Where the phase is from: the entry, the handoff, or the roster (the only phase that the mode works in). */
	phaseBasis: z.enum(["stated", "handoff", "roster"]).nullable(),
	status: z.string().nullable(),
	instant: z.number().nullable(),
	/** How long the mode that hands over had it; null where nothing tells. */
	minutes: z.number().nullable(),
	minutesBasis: z.enum(["stated", "derived"]).nullable(),
	blockers: z.array(z.string()).readonly(),
});

/** The handoffs of one task in the order of time. */
const flowChainSchema = z.strictObject({
	task: z.string().nullable(),
	steps: z.array(flowStepSchema).readonly(),
	bounces: z.int().nonnegative(),
	blocks: z.int().nonnegative(),
	/** Whether its last handoff came back ready, in the last phase. */
	isComplete: z.boolean(),
	/** Whether its last stop has not been resolved. */
	isBlocked: z.boolean(),
	first: z.number().nullable(),
	last: z.number().nullable(),
});

const pingPongSchema = z.strictObject({
	modes: z.tuple([z.string(), z.string()]),
	/** How often the work came back to the mode that had already had it from the other. */
	returns: z.int().positive(),
	tasks: z.array(z.string().nullable()).readonly(),
});

const blockerGroupSchema = z.strictObject({
	/** As first written. */
	text: z.string(),
	/** Lower case, without punctuation: what equal blockers have in common. */
	key: z.string(),
	raised: z
		.array(
			z.strictObject({
				entry: z.string().nullable(),
				transfer: z.string().nullable(),
				task: z.string().nullable(),
				by: z.string().nullable(),
				phase: z.string().nullable(),
				instant: z.number().nullable(),
				/** The step that took the work up again; null while it is open. */
				resolvedBy: z
					.strictObject({
						entry: z.string().nullable(),
						transfer: z.string().nullable(),
						instant: z.number().nullable(),
					})
					.nullable(),
				/** Minutes until it was resolved, or until the log's last entry. */
				ageMinutes: z.number().nullable(),
			}),
		)
		.readonly(),
	open: z.int().nonnegative(),
});

/** How the transfers of an archive went. */
export const flowSchema = z.strictObject({
	chains: z.array(flowChainSchema).readonly(),
	modes: z.array(flowFiguresSchema).readonly(),
	/** The key is `from → to`. */
	pairs: z.array(flowFiguresSchema).readonly(),
	phases: z.array(flowFiguresSchema).readonly(),
	pingPong: z.array(pingPongSchema).readonly(),
	blockers: z.array(blockerGroupSchema).readonly(),
	/** The time of the last entry, up to which open blockers are counted. */
	until: z.number().nullable(),
	crossed: z
		.array(
			z.strictObject({
				threshold: z.enum(["bounceRate", "duration", "blockerRate", "blockerRepeats", "blockerAge"]),
				of: z.enum(["mode", "pair", "phase", "blocker"]),
				key: z.string(),
				value: z.number(),
				limit: z.number(),
				n: z.int().positive(),
				/** The protocol's own words: a hint. */
				diagnosis: z.string(),
				/** An entry or a handoff that shows it. */
				entry: z.string().nullable(),
				transfer: z.string().nullable(),
			}),
		)
		.readonly(),
});

export type Spread = z.output<typeof spreadSchema>;
export type FlowFigures = z.output<typeof flowFiguresSchema>;
export type FlowStep = z.output<typeof flowStepSchema>;
export type FlowChain = z.output<typeof flowChainSchema>;
export type PingPong = z.output<typeof pingPongSchema>;
export type BlockerGroup = z.output<typeof blockerGroupSchema>;
export type Flow = z.output<typeof flowSchema>;
export type CrossedThreshold = Flow["crossed"][number];
