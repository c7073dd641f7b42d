import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { type ArchiveSource, type CheckOptions, type DocumentsRead, readDocuments } from "#check.ts";
import { newCursor, readStretches, type Stretch, threadsFor } from "#files/stretches.ts";
import type { Settings } from "#settings.ts";

/** What a worker needs to read documents of an archive. */
export interface WorkerTask {
	readonly archive: Settings["archive"];
	readonly limits: Settings["limits"];
	/** Where the next documents of the folders' listing are to be taken. */
	readonly cursor: Int32Array<SharedArrayBuffer>;
	readonly options: Omit<CheckOptions, "onDocument" | "waivers" | "debt">;
}

/**
 * Reads the documents of an archive, large ones on several processors: each thread takes the next few documents until none is
 * left, so that all end together. The parts together are the same whatever the number of threads. `options.onDocument` sees
 * only the documents read in this thread.
 */
export async function readSideBySide(
	{ archive, limits }: Pick<Settings, "archive" | "limits">,
	source: ArchiveSource,
	options: CheckOptions,
): Promise<readonly DocumentsRead[]> {
	const { title, standards, inForce, today, severities, parsing } = options;
	const cursor = newCursor();
	const task = {
		archive,
		limits,
		cursor,
		options: {
			title,
			standards,
			...(inForce && { inForce }),
			...(today && { today }),
			...(severities && { severities }),
			...(parsing && { parsing }),
		},
	};
	const working = Array.from({ length: threadsFor(source) - 1 }, () => work(task));
	const own = readStretches(source.entries, cursor, (entries) => readDocuments(source, entries, options));
	const stretches = [own, ...(await Promise.all(working))].flat();
	return stretches.sort((a, b) => a.from - b.from).map(({ made }) => made);
}

function work(task: WorkerTask): Promise<readonly Stretch<DocumentsRead>[]> {
	return new Promise((resolve, reject) => {
		const cache = getCompileCacheDir();
		const worker = new Worker(new URL("./side-by-side-worker.ts", import.meta.url), {
			workerData: task,
			// The cache that main.ts turns on is that of its thread alone.
			...(cache !== undefined && { env: { ...process.env, NODE_COMPILE_CACHE: dirname(cache) } }),
		});
		worker.once("message", (text: string) => resolve(JSON.parse(text)));
		worker.once("error", reject);
		worker.once("exit", (code) => reject(new Error(`A reading worker ended early with exit code ${code}.`)));
	});
}
