import { existsSync, type FSWatcher, watch } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Follows single files, whether they are there or not. */
export interface FileWatch {
	/** From now on these files are followed, and no others. Paths are absolute. */
	follow(paths: Iterable<string>): void;
	close(): void;
}

/**
 * Tells of each of the followed files that is written, replaced, removed or comes into being. Their folders are watched, each by
 * itself: so a file that is saved by renaming is not lost, and a large folder costs no more than a small one.
 */
export function watchFiles(onChange: (path: string) => void): FileWatch {
	let wanted = new Map<string, Set<string>>();
	const watchers = new Map<string, FSWatcher>();
	const place = (): void => {
		const folders = new Set([...wanted.keys()].map(existingFolder));
		for (const [folder, watcher] of watchers)
			if (!folders.has(folder)) {
				watcher.close();
				watchers.delete(folder);
			}
		for (const folder of folders) if (!watchers.has(folder)) open(folder);
	};
	const open = (folder: string): void => {
		try {
			const watcher = watch(folder, (_, name) => changed(folder, name));
			watcher.on("error", () => lost(folder));
			watchers.set(folder, watcher);
		} catch {
			// A folder that cannot be watched is one whose changes nobody sees; the next report reads it all the same.
		}
	};
	const lost = (folder: string): void => {
		watchers.get(folder)?.close();
		watchers.delete(folder);
	};
	const changed = (folder: string, name: string | null): void => {
		const names = wanted.get(folder);
		// What happens to a folder on the way to a file happens to the file.
		const isOnTheWay = [...wanted.keys()].some((one) => name !== null && isWithin(one, join(folder, name)));
		if (!existsSync(folder)) lost(folder);
		if (isOnTheWay || !watchers.has(folder)) {
			lost(join(folder, name ?? ""));
			place();
			onChange(join(folder, name ?? ""));
		} else if (names && (name === null || names.has(name))) onChange(join(folder, name ?? ""));
	};
	return {
		follow(paths) {
			wanted = new Map();
			for (const path of paths) {
				const names = wanted.get(dirname(path));
				if (names) names.add(basename(path));
				else wanted.set(dirname(path), new Set([basename(path)]));
			}
			place();
		},
		close() {
			wanted = new Map();
			place();
		},
	};
}

/** The folder, or the nearest one above it that is there. */
function existingFolder(folder: string): string {
	for (let at = folder; ; at = dirname(at)) if (existsSync(at) || dirname(at) === at) return at;
}

function isWithin(path: string, folder: string): boolean {
	for (let at = path; ; at = dirname(at)) {
		if (at === folder) return true;
		if (dirname(at) === at) return false;
	}
}
