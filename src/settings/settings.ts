import type { SettingsNames } from "#model/settings-names.ts";
import type { SeveritiesFor, SeveritySettings } from "#model/severities.ts";
import type { TextFile, TextProblem } from "#model/source.ts";
import type { StandardInForce } from "#model/standard.ts";
import type { WaveSetting } from "#model/waves.ts";
import type { NamedFile } from "#parse/exceptions.ts";
import type { SettingsValues } from "./schema.ts";

/** Settings ready for use: every path absolute, every default known. */
export interface Settings {
	/** The settings file; null where none was found and the defaults hold. */
	readonly file: string | null;
	readonly title: string;
	readonly archive: readonly string[];
	readonly workspace: string | null;
	readonly history: boolean;
	/** How many states of each document are put side by side. */
	readonly revisions: number;
	/** Folders and files of mode-to-mode handoffs; empty where there are none. */
	readonly transfers: readonly string[];
	/** File of the protocol they are judged by; null where there is nothing to judge. */
	readonly protocol: string | null;
	/** Folders and files are absolute; ids of the product's standards stay as they are. Null: all that come with the product. */
	readonly standards: readonly string[] | null;
	readonly inForce: readonly StandardInForce[];
	readonly waves: readonly WaveSetting[];
	readonly predecessors: SettingsValues["predecessors"];
	/** The handoffs that these name; null where there is no file, or where the command line names another archive than it does. */
	readonly named: SettingsNames | null;
	readonly site: string | null;
	readonly base: string;
	readonly out: string;
	readonly rules: SeveritySettings;
	readonly rulesFor: readonly SeveritiesFor[];
	/** Reports call them by the names that the settings give them. */
	readonly waivers: NamedFile;
	readonly debt: NamedFile;
	readonly seals: NamedFile;
	readonly language: string;
	/** Words in place of the English ones: a file, absolute, or what the settings file itself holds, unchecked. */
	readonly words: string | Readonly<Record<string, unknown>> | null;
	readonly limits: SettingsValues["limits"];
	readonly theme: {
		readonly accentHue: number;
		/** Absolute path of a picture. */
		readonly logo: string | null;
	};
	/** Folder of the team's own pages. */
	readonly pages: string | null;
	readonly editor: string;
	readonly parser: SettingsValues["parser"];
}

/** What the command line says in place of the settings file, absolute. */
export interface SettingsOverrides {
	readonly archive?: readonly string[];
	readonly out?: string;
}

/** What the settings of an archive rest on besides their file. */
export interface SettingsContext {
	/** Rule ids that `rules` may name. */
	readonly ruleIds: readonly string[];
	/** Ids of the standards that come with the product. */
	readonly standardIds: readonly string[];
	readonly overrides: SettingsOverrides;
	/** Used where neither names an archive. */
	readonly example: {
		readonly archive: string;
		readonly workspace: string;
		readonly transfers?: readonly string[];
		readonly pages?: string;
		/** Its validations: others would not speak of it. */
		readonly seals?: string;
		/** The protocol that comes with the product. */
		readonly protocol?: string;
		/** How many states of each of its documents are shown, where no file says it. */
		readonly revisions?: number;
	};
	/** The absolute path of a path that stands in the settings file, or of one relative to the working directory where there is no file. */
	resolve(path: string): string;
}

/** The disk, as far as settings and standards are read from it. */
export interface SettingsFiles {
	readonly example: SettingsContext["example"];
	resolve(...paths: string[]): string;
	findUpwards(name: string, from: string): string | null;
	isFile(path: string): boolean;
	/** Absent where the places that settings name are not looked for. */
	isFolder?(path: string): boolean;
	/** The names in a folder; none where there is no folder. */
	names?(folder: string): readonly string[];
	readText(path: string): TextFile | TextProblem;
	/** The texts of the standards at a path, or without one of those that come with the product. */
	standardTexts(path?: string): { readonly texts: readonly TextFile[]; readonly problems: readonly TextProblem[] };
	/** Gives what was made of the same texts at an earlier run, or makes it; absent where nothing is kept between runs. */
	remember?<Made>(texts: readonly TextFile[], make: () => Made): Made;
}
