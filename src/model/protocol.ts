import { z } from "zod";
import { severities } from "./findings.ts";

const word = z.string().min(1, "must not be empty");
const slug = word.regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens");
const every = z.literal("all").describe("Every phase.");

/** What a status asks of the handoff that states it. */
const statusDemands = ["complete-deliverables", "no-blockers", "blockers", "next-actions"] as const;

const phase = z.strictObject({
	name: slug,
	short: word.optional().describe("A shorter word for charts."),
	meaning: word.optional(),
});

const mode = z.strictObject({
	slug,
	role: word.describe("What it does, as one phrase."),
	phases: z.union([every, z.array(word)]).describe("The phases that it works in."),
	supports: z
		.union([every, z.array(word)])
		.default([])
		.describe("The phases that it helps in; work of these phases is not handed to it."),
});

const status = z.strictObject({
	word,
	meaning: word,
	requires: z.array(z.enum(statusDemands)).default([]).describe("What a handoff with this status must hold."),
	stops: z.boolean().default(false).describe("Whether work stops until it is resolved."),
});

const state = z.strictObject({
	word,
	meaning: word,
	isDone: z.boolean().default(false).describe("Whether nothing is left to do on the deliverable."),
	isAbsent: z.boolean().default(false).describe("Whether the deliverable is said not to be there."),
});

const requiredInputs = z.strictObject({
	step: word.describe("How the step is called: `Spec → Design`."),
	to: z.array(word).min(1).describe("The modes that receive."),
	phases: z.array(word).min(1).describe("In which phases of the work."),
	types: z.array(word).min(1).describe("Types of deliverables of which each must be there."),
});

const contextList = z.strictObject({
	key: z.enum(["decisions", "blockers", "next_actions"]),
	absent: z.enum([...severities, "off"]).describe("How grave it is that a handoff leaves the list out."),
});

const share = z.number().min(0).max(1);
const least = z.int().positive().describe("Below this number of cases nothing is said.");

/** The Handoff Protocol as data: who takes part, what a handoff must say, and what a log is measured against. */
export const protocolSchema = z
	.strictObject({
		kind: z.literal("protocol").describe("Tells a protocol from a standard in the same folder."),
		id: slug,
		title: word,
		version: word,
		abbreviation: word,
		summary: word,
		orchestrator: word.describe("The mode that one side of every handoff is."),
		phases: z.array(phase).min(1).describe("In the order of the work."),
		modes: z.array(mode).min(1).describe("The roster."),
		statuses: z.array(status).min(1),
		deliverables: z.strictObject({
			types: z.array(word).describe("Known types; another type is allowed, and reported where it looks like a slip."),
			promises: z.array(word).default([]).describe("Types that name no file but an intention."),
			states: z.array(state).min(1),
		}),
		context: z.array(contextList).describe("The lists of a handoff's context."),
		furtherKeys: z
			.strictObject({
				handoff: z.array(word).default([]),
				deliverable: z.array(word).default([]),
				context: z.array(word).default([]),
				entry: z.array(word).default([]),
			})
			.prefault({})
			.describe("Keys beyond the protocol's own that the team uses; any other is shown and noted."),
		requiredInputs: z.array(requiredInputs).default([]),
		fileNames: z
			.strictObject({
				handoff: word.default("handoff.yaml").describe("How the file of a handoff may be called; an example, no rule."),
				log: word
					.default("log.yaml")
					.describe("The file that `handoffs transfer log` writes to in the folder of transfers."),
			})
			.prefault({}),
		timestamps: z
			.strictObject({
				zone: z
					.string()
					.regex(/^(?:Z|[+-]\d{2}:\d{2})$/, "must be Z or an offset such as +02:00")
					.default("Z")
					.describe("What a timestamp without a time zone is read in."),
			})
			.prefault({}),
		durations: z
			.enum(["since-previous", "until-next"])
			.default("since-previous")
			.describe(
				"What `duration_minutes` of an entry measures: the work of the mode that hands over, since the entry before (what " +
					"`handoffs transfer log` writes), or the time until the next entry.",
			),
		thresholds: z.strictObject({
			bounceRate: z.strictObject({ above: share, least }),
			duration: z.strictObject({
				minutes: z.number().positive(),
				of: z.enum(["median", "p90"]).describe("Which figure of all durations is held against it."),
				least,
			}),
			blockers: z.strictObject({
				rate: share.describe("Share of the handoffs of a mode, pair or phase that raise a blocker."),
				least,
				repeats: z.int().min(2).describe("The same blocker this often is one too many."),
				openDays: z.number().positive().describe("An open blocker older than this, at the log's last entry."),
			}),
		}),
		diagnoses: z
			.strictObject({ bounceRate: word, duration: word, blockers: word })
			.describe("What the protocol takes a crossed threshold for: a hint, in its own words."),
		checks: z
			.array(
				z.strictObject({
					number: z.int().positive(),
					title: word,
					question: word,
					rules: z.array(word).min(1).describe("Ids of the rules whose gravest verdict decides the check."),
					resolved: z
						.boolean()
						.default(false)
						.describe("Whether it fails while a blocker of the handoff is open, as the log tells."),
				}),
			)
			.describe("What the receiver must verify before it accepts."),
	})
	.superRefine((protocol, context) => {
		const modes = new Set(protocol.modes.map(({ slug }) => slug));
		const phases = new Set(protocol.phases.map(({ name }) => name));
		const unknown = (path: PropertyKey[], value: string, what: string, known: ReadonlySet<string>) =>
			context.addIssue({
				code: "custom",
				path,
				message: `there is no ${what} "${value}"; known: ${[...known].join(", ")}`,
			});
		if (!modes.has(protocol.orchestrator)) unknown(["orchestrator"], protocol.orchestrator, "mode", modes);
		for (const [index, { phases: own, supports }] of protocol.modes.entries())
			for (const [key, list] of Object.entries({ phases: own, supports }))
				if (list !== "all")
					for (const [at, name] of list.entries())
						if (!phases.has(name)) unknown(["modes", index, key, at], name, "phase", phases);
		for (const [index, inputs] of protocol.requiredInputs.entries()) {
			for (const [at, name] of inputs.to.entries())
				if (!modes.has(name)) unknown(["requiredInputs", index, "to", at], name, "mode", modes);
			for (const [at, name] of inputs.phases.entries())
				if (!phases.has(name)) unknown(["requiredInputs", index, "phases", at], name, "phase", phases);
		}
	});

export type Protocol = z.output<typeof protocolSchema>;
export type Mode = Protocol["modes"][number];
export type StatusForm = Protocol["statuses"][number];

/** The mode of that slug; undefined where the roster has none. */
export function modeOf({ modes }: Protocol, slug: string): Mode | undefined {
	return modes.find((mode) => mode.slug === slug);
}

/** The phases that a mode works in, in the order of the work. */
export function phasesOf(protocol: Protocol, { phases }: Pick<Mode, "phases">): readonly string[] {
	return phases === "all" ? protocol.phases.map(({ name }) => name) : phases;
}

/** What a status asks; undefined for a word that the protocol does not have. */
export function statusOf({ statuses }: Protocol, word: string): StatusForm | undefined {
	return statuses.find((status) => status.word === word);
}
