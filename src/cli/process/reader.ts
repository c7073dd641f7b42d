import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";

/** A thread that reads documents once it is told which; until then it does not keep the process alive. */
export interface Reader {
	readonly worker: Worker;
}

/** Starts a reading thread, which loads what it needs while others go on. */
export function startReader(): Reader {
	const cache = getCompileCacheDir();
	const worker = new Worker(new URL("./side-by-side-worker.ts", import.meta.url), {
		// The cache that the program turns on is that of its own thread alone.
		...(cache !== undefined && { env: { ...process.env, NODE_COMPILE_CACHE: dirname(cache) } }),
	});
	worker.unref();
	return { worker };
}
