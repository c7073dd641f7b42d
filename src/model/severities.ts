import { z } from "zod";
import { type SeveritySetting, severities } from "./findings.ts";
import { type HandoffNames, handoffNames } from "./handoff-range.ts";

/** Severities by rule id or group ("layout/*"). */
export const severitySettings = z.record(z.string(), z.enum([...severities, "off"]));

export type SeveritySettings = Readonly<Record<string, SeveritySetting>>;

/** Severities that hold for some handoffs only. */
export const severitiesForSchema = z.strictObject({
	handoffs: handoffNames,
	rules: severitySettings.describe("Severities as in `rules`, for these handoffs."),
});

export interface SeveritiesFor {
	readonly handoffs: HandoffNames;
	readonly rules: SeveritySettings;
}
