import { constants, copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, realpathSync, unlinkSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";

/**
 * Moves a file to a place where there is none, making the folders on the way. At no moment is it nowhere, and nothing is
 * overwritten.
 * @returns null, or why the file was left where it is. @throws what the disk says where it refuses.
 */
export function moveFile(from: string, to: string, within: readonly string[]): string | null {
	const inside = (path: string) =>
		within.some((folder) => `${path}${sep}`.startsWith(withSeparator(realpathSync(folder))));
	if (lstatSync(from).isSymbolicLink()) return "it is a link";
	if (!inside(realpathSync(from)) || !inside(realpathSync(lastThere(dirname(to)))))
		return "it lies outside the archive";
	if (existsSync(to)) return "there is a file in its place already";
	mkdirSync(dirname(to), { recursive: true });
	try {
		linkSync(from, to);
	} catch {
		// A file system without hard links.
		copyFileSync(from, to, constants.COPYFILE_EXCL);
	}
	unlinkSync(from);
	return null;
}

function lastThere(folder: string): string {
	let there = resolve(folder);
	while (!existsSync(there)) there = dirname(there);
	return there;
}

function withSeparator(folder: string): string {
	return folder.endsWith(sep) ? folder : folder + sep;
}
