import type { Place } from "./source.ts";

/** A handoff or a range of them that the settings name, and where. */
export interface SettingsName {
	readonly setting: "predecessors" | "inForce" | "rulesFor" | "waves";
	/** As the file spells it. */
	readonly text: string;
	readonly place: Place;
}

/** The handoffs that a settings file names, and the file as reports call it and as it is written. */
export interface SettingsNames {
	readonly path: string;
	readonly text: string;
	readonly names: readonly SettingsName[];
}
