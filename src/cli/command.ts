import type { ArchiveSource, CheckOptions, DocumentsRead } from "#check.ts";
import type { Rewrite } from "#files/writing/rewrite.ts";
import type { WorkspaceSource } from "#model/provenance.ts";
import type { ArchiveRevisions } from "#model/revisions.ts";
import type { TextFile } from "#model/source.ts";
import type { Settings, SettingsFiles } from "#settings.ts";
import type { Address, Site } from "./site/site.ts";

/** Where a command prints. */
export interface Output {
	readonly isTTY: boolean;
	/** Columns of the terminal; 80 where there is none. */
	readonly columns: number;
	/** Resolves when the text has left the process, or when nobody reads any more. */
	write(text: string): Promise<void>;
}

/** The archive folders, opened: a source of documents that knows where they stand on disk. */
export interface OpenedArchive extends ArchiveSource {
	/** The absolute path of a path of the archive, or of the settings, waivers or debt file. */
	locate(path: string): string;
	/** The states in which git holds the documents, where more than one is to be told. */
	readonly revisions?: () => ArchiveRevisions;
}

/** The disk, as far as commands touch it. */
export interface Files extends SettingsFiles {
	isFolder(path: string): boolean;
	openArchive(
		settings: Pick<
			Settings,
			"archive" | "limits" | "file" | "named" | "waivers" | "debt" | "seals" | "workspace" | "history" | "revisions"
		> &
			Partial<Pick<Settings, "transfers">>,
	): OpenedArchive;
	/** The workspace with what git holds of it. Throws where the folder is none. */
	openWorkspace?(folder: string, settings: Pick<Settings, "archive">, source: OpenedArchive): WorkspaceSource;
	/** Reads the documents of an opened archive on several processors; where absent, they are read one after the other. */
	readDocuments?(
		settings: Pick<Settings, "archive" | "transfers" | "limits">,
		source: OpenedArchive,
		options: CheckOptions,
	): Promise<readonly DocumentsRead[]>;
	/** Replaces a file's content at once, inside the archive; null, or why the file was left as it is. Throws where the disk refuses. */
	rewrite?(change: Rewrite): string | null;
	/** Moves a file inside the archive, never onto another one; null, or why it was left. Throws where the disk refuses. */
	move?(from: string, to: string, within: readonly string[]): string | null;
	/** Makes a file, its folders included, whole or not at all; false where there is something of that name. */
	create?(path: string, text: string): boolean;
	/** A folder of files that handoffs hand over; undefined where it is none. */
	openFolder?(folder: string): WorkspaceSource | undefined;
	/** The text of a file at a revision of git, or why there is none. */
	textAt?(file: string, revision: string): { readonly text: string } | { readonly reason: string };
	/** The texts of the pages of a team's own in a folder. Throws where one cannot be read. */
	ownPages?(folder: string): readonly TextFile[];
	/** Why no site may be put in place of what the settings name as `out`; null where it may. */
	whyNotOutput?(settings: Settings): string | null;
	/** How to call a path from a folder. */
	relative(from: string, path: string): string;
	/** Writes a file, its folders included. Throws where the disk refuses. */
	writeText(path: string, text: string): void;
	/** Adds to the end of a file. Throws where the disk refuses. */
	appendText(path: string, text: string): void;
}

/** What goes on while a command waits. */
export interface Watching {
	/** Calls with the paths that changed below the folders or are among the followed files, until closed. */
	watch(
		folders: readonly string[],
		onChange: (paths: readonly string[]) => void,
	): {
		/** Follows these single files from now on, there or not, in place of those before. */
		follow(files: readonly string[]): void;
		close(): Promise<void>;
	};
	/** What the disk says of a file: it differs where the content does; null where that is not certain. */
	stamp(path: string): string | null;
	/** When the user asks to end. */
	readonly interrupted: Promise<"interrupted">;
}

/** Everything a command does to the world goes through here, so that tests pass fakes. */
export interface Effects {
	readonly stdout: Output;
	readonly stderr: Output;
	/** The folder that relative paths start from. */
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** The current time. */
	now(): Date;
	readonly files: Files;
	/** Asks whoever sits at the terminal; absent where nobody does. */
	readonly ask?: (question: string) => Promise<string>;
	/** Resolves when nothing more comes from standard input; absent where nothing ever does. */
	inputEnded?(): Promise<unknown>;
	/** Absent where nothing can change while a command runs. */
	readonly watching?: Watching;
	/** Why nobody can listen at an address; null where it can be done. Absent where it cannot be told before. */
	whyNotListen?(address: Address): Promise<string | null>;
	/** The Astro side; loaded on the first call. */
	site(): Promise<Site>;
}

/** What the process says to who called it. */
export const exitCodes = {
	/** Done; where there was something to judge, it is free of errors. */
	ok: 0,
	/** Errors among the findings, or an archive without documents. */
	findings: 1,
	/** Wrong usage, wrong settings, or a failure that kept the command from its work. */
	unusable: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface OptionSpec {
	readonly type: "string" | "boolean";
	readonly short?: string;
	readonly multiple?: boolean;
	/** What stands for the value in the help: FILE. */
	readonly value?: string;
	readonly help: string;
	/** What its values mean, one by one. */
	readonly values?: Readonly<Record<string, string>>;
}

/** The command line of a command, taken apart. */
export interface ParsedArguments {
	readonly positionals: readonly string[];
	/** The value of an option that takes one, as given last. */
	value(name: string): string | undefined;
	values(name: string): readonly string[];
	flag(name: string): boolean;
}

export interface Command {
	readonly help: {
		/** One line, for the list of commands. */
		readonly summary: string;
		/** What follows the command's name: "[FOLDER…]". */
		readonly positionals: string;
		/** How many positionals it takes at most. */
		readonly most: number;
		/** Sentences below the usage line. */
		readonly details?: string;
		/** Command lines as they are typed, without `handoffs`. */
		readonly examples?: readonly string[];
		readonly options: Readonly<Record<string, OptionSpec>>;
	};
	run(given: ParsedArguments, effects: Effects): Promise<ExitCode>;
}

/** Ends a command with a message for its user: wrong usage, wrong settings, a disk that refuses. */
export class Unusable extends Error {
	override name = "Unusable";
}
