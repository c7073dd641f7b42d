import type { FileAction } from "#model/documents.ts";
import { pathEnds } from "#model/path-ends.ts";
import type { FileHistory } from "#model/provenance.ts";
import type { Standard } from "#model/standard.ts";
import { type Because, because } from "#words/because.ts";

/** A file that a document names. */
export interface WrittenPath {
	readonly written: string;
	readonly action: FileAction;
}

/** The file that a written path means. */
export interface MeantFile {
	/** The same for all spellings of one file, and for no other file. */
	readonly key: string;
	/** How pages call it. */
	readonly path: string;
	readonly basis: FileHistory["basis"];
	/** What the path was derived from, or why it is unclear. */
	readonly because: Because | null;
	readonly kind: FileHistory["kind"];
}

interface Parts {
	readonly segments: readonly string[];
	/** Starts at the root of a disk, a home folder or a variable. */
	readonly absolute: boolean;
	/** Where the staging root ends, or 0. */
	readonly staging: number;
	/** Where the package starts, or -1. */
	readonly pack: number;
	readonly isArchive: boolean;
	/** Climbs above where it starts, or is no single path. */
	readonly fault: Because | null;
}

/**
 * Tells which file each written path means. Spellings of one file are taken together only where nothing else can be meant:
 * the staging root with or without the folders around it, a package with or without the staging root. A path that starts inside
 * a package that it does not name, or a bare name, may be one of several files and stays unclear.
 * @returns a function from a written path to the file; it knows the paths it was given.
 */
export function meantFiles(paths: readonly WrittenPath[], forms: PathForms): (path: WrittenPath) => MeantFile {
	const read = new Map<string, Parts>();
	const partsOf = ({ written, action }: WrittenPath) => {
		const id = action === "archive" ? `archive ${written}` : written;
		const parts = read.get(id) ?? readParts(written, action, forms);
		read.set(id, parts);
		return parts;
	};
	const all = paths.map(partsOf);
	const roots = outermost(
		all.filter(({ staging }) => staging > 0).map(({ segments, staging }) => segments.slice(0, staging)),
	);
	const foreign = new Set(
		all
			.filter(({ staging, pack }) => staging === 0 && pack > 0)
			.map(({ segments, pack }) => segments.slice(pack).join("/")),
	);
	const heads = new Set([
		...forms.packageFolders,
		...all.flatMap(({ segments, pack }) => (pack === -1 ? [] : segments.slice(pack + 1, pack + 2))),
	]);
	const surroundings = { roots, rootsByEnd: byEnd(roots), foreign, heads };
	const known = new Map<Parts, MeantFile>();
	return (path) => {
		const parts = partsOf(path);
		const meant = known.get(parts) ?? meantBy(path.written, parts, surroundings);
		known.set(parts, meant);
		return meant;
	};
}

/** What the standards say of staging roots, package ids and archives. */
export interface PathForms {
	/** Staging roots as written ("plant/_staging"). */
	readonly stagingRoots: readonly string[];
	/** Their own names ("_staging"). */
	readonly stagingNames: ReadonlySet<string>;
	/** Matches a folder named like a package. */
	readonly packageId: RegExp;
	readonly archiveEndings: readonly string[];
	/** First folders of paths within packages, as plans list them. */
	readonly packageFolders: readonly string[];
}

/** The forms that all of the standards allow together. */
export function pathForms(standards: readonly Standard[], packageFolders: readonly string[]): PathForms {
	const ids = [...new Set(standards.map(({ packageId }) => `(?:${packageId})`))].join("|");
	const stagingRoots = [...new Set(standards.flatMap(({ spec }) => spec.stagingRoots))];
	return {
		stagingRoots,
		stagingNames: new Set(stagingRoots.flatMap((root) => root.split("/").slice(-1))),
		packageId: new RegExp(`^(?:${ids || "(?!)"})$`, "u"),
		archiveEndings: [...new Set(standards.flatMap(({ vocabulary }) => vocabulary["archiveEndings"] ?? []))],
		packageFolders,
	};
}

/** A path's folders and name without "." and ".."; null where it climbs out of the folder that it starts from. */
export function segmentsOf(path: string): readonly string[] | null {
	const segments: string[] = [];
	for (const segment of path.normalize("NFC").split(/[\\/]/u)) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") segments.push(segment);
		else if (segments.pop() === undefined) return null;
	}
	return segments;
}

/** Whether a path starts at the root of a disk, a home folder or a variable. */
export function isAbsolute(path: string): boolean {
	return /^(?:[\\/~$%]|[A-Za-z]:[\\/])/u.test(path);
}

/** What Linux allows, in characters; macOS and Windows allow less. */
const longestPath = 4096;

const noParts: Omit<Parts, "isArchive" | "fault"> = { segments: [], absolute: false, staging: 0, pack: -1 };

function readParts(written: string, action: FileAction, forms: PathForms): Parts {
	if (written.length > longestPath) return { ...noParts, isArchive: action === "archive", fault: because("longPath") };
	const ending = forms.archiveEndings.find((end) => written.toLowerCase().endsWith(end));
	const segments = segmentsOf(written);
	const isPattern = /[*?<>|"\p{Cc}]|^[A-Za-z][A-Za-z\d+.-]+:\/\//u.test(written);
	const last = (segments?.length ?? 0) - 1;
	const isPackage = (segment: string, at: number) =>
		forms.packageId.test(segment) ||
		(ending !== undefined && at === last && forms.packageId.test(segment.slice(0, -ending.length)));
	return {
		segments: segments ?? [],
		absolute: isAbsolute(written),
		staging: (segments ?? []).findLastIndex((segment) => forms.stagingNames.has(segment)) + 1,
		pack: (segments ?? []).findIndex(isPackage),
		isArchive: action === "archive" || ending !== undefined,
		fault: isPattern
			? because("patternPath")
			: segments === null || segments.length === 0
				? because("climbingPath")
				: null,
	};
}

type Folder = readonly string[];

interface Surroundings {
	readonly roots: readonly Folder[];
	/** The roots by the folders that they end with, themselves included; null where several end so. */
	readonly rootsByEnd: ReadonlyMap<string, Folder | null>;
	readonly foreign: ReadonlySet<string>;
	readonly heads: ReadonlySet<string>;
}

function meantBy(written: string, parts: Parts, { roots, rootsByEnd, foreign, heads }: Surroundings): MeantFile {
	const { segments, absolute, staging, pack, isArchive, fault } = parts;
	const kind = isArchive ? "archive" : "file";
	if (fault !== null) return { key: `? ${written}`, path: written, basis: "unclear", because: fault, kind };
	const whole = segments.join("/");
	const plain = `${absolute && written.startsWith("/") ? "/" : ""}${whole}`;
	const [root] = roots;
	const below = (root: Folder, stem: readonly string[], isWritten: boolean): MeantFile => ({
		key: [...root, ...stem].join("/"),
		path: [...root.slice(roots.length === 1 ? -1 : 0), ...stem].join("/"),
		basis: isWritten ? "written" : "derived",
		because: isWritten ? null : because("fromStagingRoot", { root: root.at(-1) ?? "" }),
		kind,
	});
	const as = (path: string): MeantFile => ({ key: path, path, basis: "written", because: null, kind });
	if (staging > 0) {
		const own = segments.slice(0, staging);
		const only = rootsByEnd.get(own.join("/"));
		return only ? below(only, segments.slice(staging), only.length === own.length) : as(plain);
	}
	const isBare = segments.length === 1;
	if (!absolute && (pack === 0 || (isBare && isArchive))) {
		const mayBeElsewhere = roots.length !== 1 || foreign.has(whole);
		return root && !mayBeElsewhere ? below(root, segments, false) : as(whole);
	}
	if (!absolute && (isBare || heads.has(segments[0] ?? "")))
		return {
			key: `? ${whole}`,
			path: whole,
			basis: "unclear",
			because: because(isBare ? "bareName" : "insidePackage"),
			kind,
		};
	return as(plain);
}

/** Folders that are not the end of another one of them: "_staging" is the end of "plant/_staging". */
function outermost(folders: readonly Folder[]): readonly Folder[] {
	const distinct = [...new Map(folders.map((folder) => [folder.join("/"), folder])).values()];
	const ends = new Set(distinct.flatMap((folder) => pathEnds(folder.join("/")).slice(1)));
	return distinct.filter((folder) => !ends.has(folder.join("/")));
}

function byEnd(folders: readonly Folder[]): ReadonlyMap<string, Folder | null> {
	const found = new Map<string, Folder | null>();
	for (const folder of folders)
		for (const end of pathEnds(folder.join("/"))) found.set(end, found.has(end) ? null : folder);
	return found;
}
