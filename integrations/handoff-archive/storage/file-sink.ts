import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Takes a file of a site, by its path below the site's folder. */
export type FileSink = (path: string, content: string | Uint8Array) => void;

/** Writes files as they come, with the folders they lie in. */
export function fileSink(folder: string): FileSink {
	const made = new Set<string>();
	const make = (path: string): void => {
		if (made.has(path)) return;
		const parent = dirname(path);
		// Asked to make all folders on the way, the system looks for each of them; most files lie beside one that was made before.
		if (made.has(parent) && !existsSync(path)) mkdirSync(path);
		else mkdirSync(path, { recursive: true });
		made.add(path).add(parent);
	};
	return (path, content) => {
		const file = join(folder, path);
		make(dirname(file));
		writeFileSync(file, content);
	};
}
