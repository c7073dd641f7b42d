import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes in use from which it is worth a fraction of a second to give some back. */
const worthwhile = 800_000_000;

/** By how much of what is in use a heap may grow until it is looked through again; several times as much where nobody says so. */
const growingPercent = 50;

/**
 * Gives back the memory that reading an archive has left behind. The collector by itself waits for as long as the machine has room,
 * and what a heap once took stays with the process. From then on heaps are kept tighter.
 */
export function releaseMemory(): void {
	if (process.memoryUsage.rss() < worthwhile) return;
	setFlagsFromString(`--heap-growing-percent=${growingPercent}`);
	setFlagsFromString("--expose-gc");
	const collect: unknown = runInNewContext("globalThis.gc");
	if (typeof collect === "function") collect({ type: "major", execution: "sync" });
}
