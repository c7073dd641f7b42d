import type { CheckState, ClaimCheck, FileEvent, FileHistory, RecordedHash } from "#model/provenance.ts";
import type { SealState } from "#model/seals.ts";
import { type Places, placesOf } from "../entries/places.ts";
import type { PlaceSlice } from "../entries/schemas.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";
import { shelveFiles } from "./file-places.ts";

/** Files of the records: the first page of `pages` is the list of all; claims and seals go by the handoff's build order. */
export const provenanceFiles = {
	list: "file-list",
	pages: "file-pages",
	handoffs: "file-claims",
	names: "file-names",
} as const;

interface HandoffLink {
	readonly id: string;
	readonly href: string | null;
}

/** A claim about a file as pages show it. */
export interface ClaimSlice {
	readonly handoff: HandoffLink;
	readonly action: FileEvent["action"];
	readonly written: string | null;
	readonly place: PlaceSlice;
	readonly before: RecordedHash | null;
	readonly after: RecordedHash | null;
	readonly link: FileEvent["link"];
	/** Of a broken chain: where the state before was recorded, and the handoffs built in between. */
	readonly since: {
		readonly place: PlaceSlice;
		readonly from: HandoffLink;
		readonly between: readonly string[];
	} | null;
	readonly checks: readonly ClaimCheck[];
}

export interface FileSlice {
	readonly id: string;
	readonly path: string;
	readonly kind: FileHistory["kind"];
	readonly basis: FileHistory["basis"];
	readonly reason: string | null;
	readonly claims: readonly ClaimSlice[];
}

/** A page of files that lie together: those of a package, or of a folder. */
export interface FilePage {
	readonly title: string;
	/** The package they belong to, where it is one. */
	readonly isPackage: boolean;
	readonly page: number;
	readonly pages: number;
	readonly root: string;
	readonly files: readonly FileSlice[];
}

export interface FileLine {
	readonly path: string;
	readonly href: string;
	readonly claims: number;
	readonly broken: number;
	/** What the workspace says of the last claim; null without one. */
	readonly state: CheckState | null;
	readonly last: HandoffLink;
}

export interface FileGroup {
	readonly title: string;
	readonly slug: string;
	readonly pages: readonly number[];
	readonly files: number;
	readonly claims: number;
	readonly broken: number;
	readonly states: Readonly<Partial<Record<CheckState, number>>>;
}

/** The list of all files by package or folder, and the lists of those that are off. */
export interface FileList {
	readonly workspace: boolean;
	readonly groups: readonly FileGroup[];
	readonly broken: readonly FileLine[];
	readonly drifted: readonly FileLine[];
}

/** What the page of a handoff shows of its files, and of its validation. */
export interface HandoffFiles {
	readonly claims: readonly (Omit<ClaimSlice, "handoff" | "written" | "since"> & {
		readonly path: string;
		readonly href: string;
	})[];
	readonly seal: SealState | null;
}

/** Writes the chains of files by package, the list of them, and each handoff's own claims. */
export function writeFiles(read: ReadArchive): void {
	const { archive, folder } = read;
	const records = new Map(archive.documents.map((record) => [record.path, record]));
	const places = placesOf(read, records, new Map());
	const inOrder = [...archive.handoffs].sort((a, b) => a.order - b.order);
	const linkTo = (id: string): HandoffLink => ({ id, href: read.plan.handoffs.get(id) ?? null });
	const list: FileGroup[] = [];
	const lines: FileLine[] = [];
	const names = new Map<string, string | null>();
	const pages: FilePage[] = [];
	const byHandoff = new Map<string, HandoffFiles["claims"][number][]>();
	for (const { name, isPackage, slug, root, pages: ofShelf } of shelveFiles(read)) {
		const numbers: number[] = [];
		for (const [page, ofPage] of ofShelf.entries()) {
			const slices = ofPage.map(({ file, id, href }): FileSlice => {
				lines.push(lineOf(file, href, linkTo));
				for (const name of namesOf(file)) names.set(name, (names.get(name) ?? href) === href ? href : null);
				for (const event of file.events) {
					const own = byHandoff.get(event.handoff) ?? [];
					byHandoff.set(event.handoff, own);
					const { handoff: _, written: _written, since: _since, ...claim } = claimOf(event, file);
					own.push({ ...claim, path: file.path, href });
				}
				const { path, kind, basis, reason } = file;
				return { id, path, kind, basis, reason, claims: file.events.map((event) => claimOf(event, file)) };
			});
			numbers.push(pages.length);
			pages.push({ title: name, isPackage, page: page + 1, pages: ofShelf.length, root, files: slices });
		}
		list.push({ title: name, slug, pages: numbers, ...sumOf(ofShelf.flat().map(({ file }) => file)) });
	}
	const all: FileList = {
		workspace: archive.provenance?.workspace ?? false,
		groups: list,
		broken: lines.filter(({ broken }) => broken > 0),
		drifted: lines.filter(({ state }) => state === "drifted" || state === "missing"),
	};
	writeNumbered(folder, provenanceFiles.list, [JSON.stringify(all)]);
	const known = [...names].filter(([, href]) => href !== null);
	writeNumbered(folder, provenanceFiles.names, [JSON.stringify(Object.fromEntries(known))]);
	writeNumbered(
		folder,
		provenanceFiles.pages,
		pages.map((page) => JSON.stringify(page)),
	);
	const seals = new Map(archive.seals?.map((seal) => [seal.handoff, seal]));
	const ofHandoffs: string[] = [];
	for (const { id, order } of archive.handoffs) {
		const claims = (byHandoff.get(id) ?? []).sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
		ofHandoffs[order] = JSON.stringify({ claims, seal: seals.get(id) ?? null } satisfies HandoffFiles);
	}
	writeNumbered(folder, provenanceFiles.handoffs, ofHandoffs);

	function claimOf(event: FileEvent, file: FileHistory): ClaimSlice {
		const { handoff, action, written, before, after, link, checks, path, line } = event;
		return {
			handoff: linkTo(handoff),
			action,
			written: written === file.path ? null : written,
			place: places.at(path, line),
			before,
			after,
			link,
			since: link.state === "broken" ? sinceOf(event, link, places) : null,
			checks,
		};
	}

	function sinceOf(
		{ order }: FileEvent,
		{ from, place }: Extract<FileEvent["link"], { state: "broken" }>,
		shown: Places,
	) {
		const start = archive.handoffs.find(({ id }) => id === from)?.order ?? order;
		const between = inOrder.slice(start, order - 1).map(({ id }) => id);
		return { from: linkTo(from), place: shown.at(place.path, place.line), between };
	}
}

function lineOf({ path, events }: FileHistory, href: string, linkTo: (id: string) => HandoffLink): FileLine {
	const last = events.findLast(({ link }) => link.state !== "misplaced") ?? events[0];
	const { claims, broken } = sumOf([{ events }]);
	return { path, href, claims, broken, state: stateOf(last), last: linkTo(last?.handoff ?? "") };
}

function stateOf(event: FileEvent | undefined): CheckState | null {
	return event?.checks.find(({ at }) => at === "worktree")?.state ?? null;
}

function sumOf(
	files: readonly Pick<FileHistory, "events">[],
): Pick<FileGroup, "files" | "claims" | "broken" | "states"> {
	const events = files.flatMap((file) => file.events);
	const states: Partial<Record<CheckState, number>> = {};
	for (const event of events) {
		const state = stateOf(event);
		if (state) states[state] = (states[state] ?? 0) + 1;
	}
	return {
		files: files.length,
		claims: events.length,
		broken: events.filter(({ link }) => link.state === "broken").length,
		states,
	};
}

/**
 * What any document may call a file: its path as written, and every end of it that begins with a folder. A bare name may mean
 * another file that nobody claims; only those who claim the file can mean it so.
 */
function namesOf({ path, events }: FileHistory): readonly string[] {
	const segments = path.split("/");
	const ends = segments.map((_, from) => segments.slice(from).join("/"));
	return [...new Set([...ends, ...events.map(({ written }) => written)])].filter((name) => name.includes("/"));
}
