import { z } from "zod";
import type { SourceLine } from "./baselines.ts";
import { handoffNames } from "./handoff-range.ts";

/** A wave of a multi-package build, as the settings name it. */
export const waveSettingSchema = z.strictObject({
	name: z.string().min(1, "must not be empty").describe("What the wave is called: W1."),
	handoffs: handoffNames,
	integration: z
		.string()
		.optional()
		.describe("The id of the handoff that integrates the wave. Without it, the documents say which one does."),
});

export type WaveSetting = z.output<typeof waveSettingSchema>;

/** A handoff of a wave, and what says that it is: a line of its documents, or the settings. */
export interface WaveMember {
	readonly handoff: string;
	readonly basis: "stated" | "configured";
	/** Null where the settings say so. */
	readonly place: SourceLine | null;
}

/** Handoffs that are built side by side, and the handoff that makes one system of their packages (BHS, Multi-Package Builds). */
export interface Wave {
	readonly name: string;
	/** In build order; an integration handoff that states the wave is a member of it. */
	readonly members: readonly WaveMember[];
	/** The handoff that closes the wave, which may be labelled with a later one; null where none does yet. */
	readonly integration: WaveMember | null;
}
