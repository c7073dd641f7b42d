import { z } from "zod";
import { type SeveritySetting, severities } from "./findings.ts";
import { type HandoffNames, rangeOf } from "./handoff-range.ts";

/** Severities by rule id or group ("layout/*"). */
export const severitySettings = z.record(z.string(), z.enum([...severities, "off"]));

export type SeveritySettings = Readonly<Record<string, SeveritySetting>>;

const names = z
	.string()
	.min(1, "must not be empty")
	.refine((text) => !text.includes("..") || rangeOf(text) !== null, {
		error: "is no range: its ends must be ids of one kind, the lower first, such as H-1..H-23",
	});

/** Severities that hold for some handoffs only. */
export const severitiesForSchema = z.strictObject({
	handoffs: z
		.union([names, z.array(names).min(1, "must not be empty")])
		.describe("A handoff's id, a range `H-1..H-23` (follow-ups in between included), or a list of both."),
	rules: severitySettings.describe("Severities as in `rules`, for these handoffs."),
});

export interface SeveritiesFor {
	readonly handoffs: HandoffNames;
	readonly rules: SeveritySettings;
}
