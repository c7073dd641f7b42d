import { AstroError } from "astro/errors";
import type { Archive } from "#model/archive.ts";
import { failed } from "#report/index.ts";
import { type Entries, entriesOf } from "../entries/entries.ts";
import { writeEntries } from "../entries/entry-files.ts";
import type { SiteInput } from "../read/input.ts";
import { type KnownBodies, type ReadArchive, readArchive, readArchiveSideBySide } from "../read/read.ts";
import { writeChecklists } from "../slices/checklist.ts";
import { writeDecisions } from "../slices/decisions.ts";
import { writeDeliveries } from "../slices/deliveries.ts";
import { writeFiles } from "../slices/files.ts";
import { writeLineage } from "../slices/lineage.ts";
import { writePackages } from "../slices/packages.ts";
import { writeRevisions } from "../slices/revisions.ts";
import { writeTimelines } from "../slices/timelines.ts";
import { writeTransfers } from "../slices/transfers/transfers.ts";
import { writeVerdicts } from "../slices/verdicts.ts";

/** The archive during one build or one dev server; nothing of it outlives them. */
export interface Session {
	readonly input: SiteInput;
	/** Folder of the documents' HTML and search sections. */
	readonly bodies: string;
	/** Whether Astro tells of each page that it has written. */
	readonly namesPages: boolean;
	/** The archive as read last; reads it when that has not happened yet. */
	read(): ReadArchive;
	/**
	 * Has further processors begin to read a large archive, unless they did already; this one joins in when `publishable` is called.
	 * @returns whether it is large
	 */
	readAhead(): boolean;
	/** The archive as read last. Rejects where it is to be published and may not be. */
	publishable(): Promise<ReadArchive>;
	/** The archive that was not published, where that has happened. */
	readonly refused: Archive | null;
	/** What the pages show. Rejects where the archive is to be published and may not be. */
	entries(): Promise<Entries>;
	/** Says what Astro is about to do: only a build publishes. */
	begin(command: "build" | "dev" | "preview" | "sync"): void;
	/** Makes the next call read the archive again. */
	refresh(): void;
	/** Reads the settings anew, then as `refresh`. What the server was started with stays: address, output, theme. Throws what is wrong. */
	reload(): void;
}

export interface SessionOptions {
	readonly input: SiteInput;
	/** Private folder of the session. */
	readonly bodies: string;
	/** Whether an archive with errors is published all the same. */
	readonly reportOnly: boolean;
	/** Whether Astro is to tell of each page that it has written. Default true. */
	readonly namesPages?: boolean;
	/** Told of an archive that is not published, before the build fails. */
	readonly onRefused?: (archive: Archive) => Promise<void>;
}

/** A session that has read nothing yet: the archive is read when it is first asked for. */
export function createSession({
	input: given,
	bodies,
	reportOnly,
	namesPages = true,
	onRefused,
}: SessionOptions): Session {
	// Pages show today's verdicts beside those in force; the gate needs only the latter.
	const forPages = (one: SiteInput): SiteInput => ({ ...one, check: { ...one.check, today: true, packages: true } });
	let input = forPages(given);
	let archive: ReadArchive | undefined;
	const known: KnownBodies = new Map();
	let ahead: (() => Promise<ReadArchive>) | null = null;
	let refused: Archive | null = null;
	let entries: Entries | undefined;
	let publishing = true;
	const session: Session = {
		get input() {
			return input;
		},
		bodies,
		namesPages,
		read() {
			archive ??= readArchive(input, bodies, known);
			return archive;
		},
		readAhead() {
			if (!archive) ahead ??= readArchiveSideBySide(input, bodies, known);
			return ahead !== null;
		},
		get refused() {
			return refused;
		},
		async publishable() {
			archive ??= await ahead?.();
			const read = session.read();
			if (publishing && !reportOnly && failed(read.archive)) {
				refused = read.checked;
				await onRefused?.(read.checked);
				throw refusal(read.checked);
			}
			return read;
		},
		async entries() {
			const read = await session.publishable();
			if (!entries) {
				writeSlices(read, input.settings.language);
				writeRevisions(read, input);
				entries = entriesOf(read, input);
				writeEntries(bodies, entries);
			}
			return entries;
		},
		begin(command) {
			publishing = command === "build";
		},
		refresh() {
			archive = undefined;
			ahead = null;
			entries = undefined;
		},
		reload() {
			const { base, out, site, theme } = input.settings;
			const read = given.reload?.();
			if (read) input = forPages({ ...read, settings: { ...read.settings, base, out, site, theme } });
			session.refresh();
		},
	};
	return session;
}

/** Writes what pages show of an archive beside its entries, each page to read its own. */
function writeSlices(read: ReadArchive, language: string): void {
	writeVerdicts(read);
	writeChecklists(read);
	writeDecisions(read);
	writePackages(read);
	writeTransfers(read);
	writeFiles(read);
	writeLineage(read);
	writeTimelines(read, language);
	writeDeliveries(read);
}

function refusal({ summary }: Archive): AstroError {
	if (summary.errors === 0)
		return new AstroError(
			"The archive holds no documents; nothing was published.",
			"Point `archive` in handoffs.config.yaml at the folder of the handoff documents.",
		);
	return new AstroError(
		`The archive has ${summary.errors === 1 ? "1 error" : `${summary.errors} errors`}; nothing was published.`,
		"Mend what is listed above, or publish all the same with `npm run handoffs -- build --report-only`.",
	);
}
