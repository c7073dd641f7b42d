import { z } from "zod";
import type { Protocol } from "./protocol.ts";

const text = z.string().min(1);

/** The words of a list as an enumeration that editors offer. */
function oneOf(words: readonly string[]): z.ZodType<string> {
	return z.enum(words as [string, ...string[]]);
}

const minutes = z.number().min(0).describe("Minutes that the mode which hands over had the work.");

function wordsOf(protocol: Protocol) {
	return {
		mode: oneOf(protocol.modes.map(({ slug }) => slug)),
		phase: oneOf(protocol.phases.map(({ name }) => name)),
		status: oneOf(protocol.statuses.map(({ word }) => word)),
	};
}

/** The JSON Schema (2020-12) of a handoff's YAML, by the words of a protocol; further keys are allowed, as in use. */
export function transferJsonSchema(protocol: Protocol): object {
	const { mode, phase, status } = wordsOf(protocol);
	const deliverable = z.looseObject({
		path: text.describe("A file or folder that is there, from the workspace."),
		type: text.describe(`What it is: ${protocol.deliverables.types.join(", ")}, or a type of your own.`),
		state: oneOf(protocol.deliverables.states.map(({ word }) => word)),
	});
	const list = z.array(text);
	const required = (key: string) => protocol.context.some((one) => one.key === key && one.absent === "error");
	const listOf = (key: string, what: string) => (required(key) ? list.describe(what) : list.optional().describe(what));
	const handoff = z.looseObject({
		from: mode.describe("Who hands off."),
		to: mode.describe("Who receives."),
		phase: phase.describe("The phase that the work is in."),
		status: status.describe(protocol.statuses.map(({ word, meaning }) => `${word}: ${meaning}`).join(" ")),
		task: text.optional().describe("The task it belongs to; without it, the folder of the file."),
		timestamp: z.iso.datetime({ offset: true, local: true }).optional(),
		deliverables: z.array(deliverable),
		context: z.looseObject({
			decisions: listOf("decisions", "What was decided."),
			blockers: listOf("blockers", "What keeps the work from going on."),
			next_actions: listOf("next_actions", "What is to be done next."),
		}),
	});
	return schemaOf(z.looseObject({ handoff }), `${protocol.title}: a handoff`);
}

/** The JSON Schema (2020-12) of the handoff log's YAML, by the words of a protocol. */
export function historyJsonSchema(protocol: Protocol): object {
	const { mode, phase, status } = wordsOf(protocol);
	const entry = z.looseObject({
		timestamp: z.iso.datetime({ offset: true, local: true }).describe("ISO 8601, with a time zone."),
		from: mode,
		to: mode,
		status,
		phase: phase.optional(),
		task: text.optional(),
		duration_minutes: minutes.optional(),
		blockers: z.array(text).optional(),
		file: text.optional().describe("The file of the handoff, from the folder of transfers."),
	});
	return schemaOf(z.looseObject({ handoff_history: z.array(entry) }), `${protocol.title}: the handoff log`);
}

function schemaOf(schema: z.ZodType, title: string): object {
	return { title, ...z.toJSONSchema(schema, { io: "input" }) };
}
