import { inBuildOrder } from "#model/build-order.ts";
import type { CheckState, FileEvent, FileHistory } from "#model/provenance.ts";
import { placesOf } from "../entries/places.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";
import { type FilePlace, shelveFiles } from "./file-places.ts";
import type {
	ClaimSlice,
	FileGroup,
	FileLine,
	FileList,
	FilePage,
	FileSlice,
	HandoffFiles,
	HandoffLink,
} from "./file-slices.ts";

/** Files of the records: the first page of `pages` is the list of all; claims and seals go by the handoff's build order. */
export const provenanceFiles = {
	list: "file-list",
	pages: "file-pages",
	handoffs: "file-claims",
	names: "file-names",
} as const;

/** Writes the chains of files by package, the list of them, and each handoff's own claims. */
export function writeFiles(read: ReadArchive): void {
	const { archive, folder } = read;
	const claims = claimReader(read);
	const groups: FileGroup[] = [];
	const pages: FilePage[] = [];
	const files: FilePlace[] = [];
	for (const { name, isPackage, slug, root, pages: ofShelf } of shelveFiles(read)) {
		const own = ofShelf.flat();
		const numbers = ofShelf.map((_, page) => pages.length + page);
		groups.push({ title: name, slug, pages: numbers, ...sumOf(own.map(({ file }) => file)) });
		for (const [index, ofPage] of ofShelf.entries()) {
			const slices = ofPage.map(({ file, id }): FileSlice => {
				const { path, kind, basis, reason } = file;
				return { id, path, kind, basis, reason, claims: file.events.map((event) => claims.of(event, file)) };
			});
			pages.push({ title: name, isPackage, page: index + 1, pages: ofShelf.length, root, files: slices });
		}
		files.push(...own);
	}
	const lines = files.map(({ file, href }) => lineOf(file, href, claims.linkTo));
	const list: FileList = {
		workspace: archive.provenance?.workspace ?? false,
		groups,
		broken: lines.filter(({ broken }) => broken > 0),
		drifted: lines.filter(({ state }) => state === "drifted" || state === "missing"),
	};
	writeNumbered(folder, provenanceFiles.list, [JSON.stringify(list)]);
	writeNumbered(folder, provenanceFiles.names, [JSON.stringify(pagesByName(files))]);
	writeNumbered(
		folder,
		provenanceFiles.pages,
		pages.map((page) => JSON.stringify(page)),
	);
	writeNumbered(folder, provenanceFiles.handoffs, ofHandoffs(archive, files, claims));
}

/** The page of each file that a name means, by what any document may call it; a name that may mean several leads nowhere. */
function pagesByName(files: readonly FilePlace[]): Readonly<Record<string, string | null>> {
	const names = new Map<string, string | null>();
	for (const { file, href } of files)
		for (const name of namesOf(file)) names.set(name, (names.get(name) ?? href) === href ? href : null);
	return Object.fromEntries([...names].filter(([, href]) => href !== null));
}

/** What each handoff claims of files and how its validation stands, by its place in the build order. */
function ofHandoffs(
	{ handoffs, seals }: ReadArchive["archive"],
	files: readonly FilePlace[],
	claims: ClaimReader,
): readonly string[] {
	const own = Map.groupBy(
		files.flatMap(({ file, href }) => file.events.map((event) => ({ file, href, event }))),
		({ event }) => event.handoff,
	);
	const sealed = new Map(seals?.map((seal) => [seal.handoff, seal]));
	const found: string[] = [];
	for (const { id, order } of handoffs) {
		const claimed = (own.get(id) ?? []).map(({ file, href, event }) => {
			const { handoff: _, written: _written, since: _since, ...claim } = claims.of(event, file);
			return { ...claim, path: file.path, href };
		});
		claimed.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
		found[order] = JSON.stringify({ claims: claimed, seal: sealed.get(id) ?? null } satisfies HandoffFiles);
	}
	return found;
}

interface ClaimReader {
	/** A claim about a file as pages show it. */
	of(event: FileEvent, file: FileHistory): ClaimSlice;
	linkTo(handoff: string): HandoffLink;
}

function claimReader(read: ReadArchive): ClaimReader {
	const { archive, plan } = read;
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const inOrder = inBuildOrder(archive.handoffs);
	const linkTo = (id: string): HandoffLink => ({ id, href: plan.handoffs.get(id) ?? null });
	const sinceOf = ({ order }: FileEvent, { from, place }: Extract<FileEvent["link"], { state: "broken" }>) => {
		const start = archive.handoffs.find(({ id }) => id === from)?.order ?? order;
		const between = inOrder.slice(start, order - 1).map(({ id }) => id);
		return { from: linkTo(from), place: places.at(place.path, place.line), between };
	};
	return {
		linkTo,
		of(event, file) {
			const { handoff, action, written, before, after, link, checks, path, line } = event;
			return {
				handoff: linkTo(handoff),
				action,
				written: written === file.path ? null : written,
				place: places.at(path, line),
				before,
				after,
				link,
				since: link.state === "broken" ? sinceOf(event, link) : null,
				checks,
			};
		},
	};
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
