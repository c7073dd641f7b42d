import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isInside } from "../archive-folder.ts";
import { reasonOf } from "../reason.ts";

/** Where a site goes, and what it is made from; absolute paths. */
export interface Publication {
	readonly out: string;
	readonly archive: readonly string[];
	readonly transfers: readonly string[];
	readonly workspace: string | null;
	readonly pages: string | null;
	/** The settings file. */
	readonly file: string | null;
}

/** What each site holds, and hardly any other folder does. */
const marks = ["index.html", "archive.schema.json", "state.json"] as const;

/**
 * Why a site cannot be put in place at a folder, whose former content goes: null where nothing but a former site, or nothing at all,
 * would be lost. Links are followed.
 */
export function whyNotOutput({ out, archive, transfers, workspace, pages, file }: Publication): string | null {
	const place = realPlace(out);
	// A site in one of these would be read as part of the archive the next time.
	const sources = [...archive, ...transfers];
	const others = [workspace, pages, file].filter((path) => path !== null);
	const lost = [...sources, ...others].find((path) => isInside(place, realPlace(path)));
	if (lost !== undefined)
		return realPlace(lost) === place ? "the site is made from it" : `it holds ${lost}, which the site is made from`;
	const around = sources.find((folder) => isInside(realPlace(folder), place));
	if (around !== undefined) return `it lies in ${around}, where its pages would be read as documents next time`;
	const unwritable = whyUnwritable(dirname(place));
	if (unwritable !== null) return unwritable;
	const found = statSync(out, { throwIfNoEntry: false });
	if (!found) return null;
	if (!found.isDirectory()) return "there is a file of that name";
	const names = readdirSync(out);
	if (names.includes(".git")) return "it is a git repository of its own, whose history would be lost";
	if (names.length === 0 || marks.every((name) => existsSync(join(out, name)))) return null;
	return `it holds other files than a site (${names.toSorted().slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}), which would be lost`;
}

/** Why nothing can be made in a folder, or in the nearest one above it that is there; null where it can. */
function whyUnwritable(folder: string): string | null {
	if (!existsSync(folder) && dirname(folder) !== folder) return whyUnwritable(dirname(folder));
	if (!statSync(folder).isDirectory()) return `${folder} is a file`;
	try {
		accessSync(folder, constants.W_OK);
		return null;
	} catch (error) {
		return `${folder} cannot be written to (${reasonOf(error)})`;
	}
}

/** A path with the links followed of as much of it as is there. */
function realPlace(path: string): string {
	const absolute = resolve(path);
	try {
		return realpathSync(absolute);
	} catch {
		const above = dirname(absolute);
		return above === absolute ? absolute : join(realPlace(above), basename(absolute));
	}
}
