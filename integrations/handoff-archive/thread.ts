import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";

/** Starts a thread on a module of this folder, which finds the task as its `workerData`. */
export function startThread(module: string, task: object): Worker {
	const cache = getCompileCacheDir();
	return new Worker(new URL(module, import.meta.url), {
		workerData: task,
		// The cache of compiled modules that the program turns on is that of its own thread alone.
		...(cache !== undefined && { env: { ...process.env, NODE_COMPILE_CACHE: dirname(cache) } }),
	});
}
