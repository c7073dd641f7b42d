import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";

/**
 * Megabytes that a thread may fill before it looks for what is no longer used. Left alone it takes several times as much on a
 * large machine, keeps it, and is no faster.
 */
const youngMegabytes = 64;

/**
 * Starts a thread on a module, which finds the task as its `workerData`.
 * @param module its address, written as `new URL("./<name>.ts", import.meta.url)`, so that a compiled program finds its own
 */
export function startThread(module: URL, task: object): Worker {
	const cache = getCompileCacheDir();
	return new Worker(module, {
		workerData: task,
		resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
		// The cache of compiled modules that the program turns on is that of its own thread alone.
		...(cache !== undefined && { env: { ...process.env, NODE_COMPILE_CACHE: dirname(cache) } }),
	});
}
