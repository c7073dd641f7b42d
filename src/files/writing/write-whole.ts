import { chmodSync, mkdirSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { writeBeside } from "../beside.ts";

/**
 * Writes a file, its folders included: whoever reads it, and whoever finds it after a crash, sees the former text or the new one,
 * never a part. A link stays a link; a device or pipe is written to as it is.
 * @throws what the disk says where it refuses.
 */
export function writeWhole(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats && !stats.isFile()) {
		writeFileSync(path, text);
		return;
	}
	const real = stats ? realpathSync(path) : path;
	writeBeside(real, text, (temporary) => {
		if (stats) chmodSync(temporary, stats.mode & 0o7777);
		renameSync(temporary, real);
	});
}
