import { statSync } from "node:fs";
import type { FSWatcher } from "chokidar";
import { watchFiles } from "#files/watch-files.ts";
import type { Watching } from "../command.ts";

/** Milliseconds in which changes count as one: editors write a file in several steps. */
const settled = 40;
/** A file changed so shortly before it was looked at may change again within the disk's tick, with no sign of it. */
const tick = 100;

/**
 * Watches the disk. Node's own recursive watching loses a file that an editor saved by renaming; chokidar does not.
 * Ctrl+C is caught from here on.
 */
export function diskWatching(): Watching {
	let caught: Promise<"interrupted"> | undefined;
	return {
		watch: (paths, onChange) => {
			let watcher: FSWatcher | undefined;
			let closed = false;
			const changed = new Set<string>();
			let timer: NodeJS.Timeout | undefined;
			const opening = import("chokidar").then(({ watch }) => {
				if (closed) return;
				watcher = watch([...paths], { ignoreInitial: true, persistent: true, ignored: isHidden(paths) });
				watcher.on("all", (_event, path) => settle(path));
				watcher.on("error", () => {});
				// What changed before the watch stood is seen now.
				watcher.on("ready", () => settle(paths[0] ?? ""));
			});
			const settle = (path: string) => {
				changed.add(path);
				clearTimeout(timer);
				timer = setTimeout(() => {
					const paths = [...changed];
					changed.clear();
					onChange(paths);
				}, settled);
			};
			const files = watchFiles(settle);
			return {
				follow: files.follow,
				close: async () => {
					closed = true;
					files.close();
					clearTimeout(timer);
					await opening;
					await watcher?.close();
				},
			};
		},
		stamp: stampOf,
		get interrupted() {
			caught ??= new Promise((resolve) => {
				process.once("SIGINT", () => resolve("interrupted"));
				process.once("SIGTERM", () => resolve("interrupted"));
			});
			return caught;
		},
	};
}

/** Folders that hold no documents, and temporary files of editors. */
function isHidden(paths: readonly string[]): (path: string) => boolean {
	return (path) => !paths.includes(path) && /[\\/](?:\.[^\\/]*|node_modules)$/.test(path);
}

function stampOf(path: string): string | null {
	const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
	if (!stats) return null;
	const latest = Math.max(Number(stats.mtimeMs), Number(stats.ctimeMs));
	if (Date.now() - latest < tick) return null;
	return [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(" ");
}
