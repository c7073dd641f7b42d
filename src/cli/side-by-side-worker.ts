import { parentPort } from "node:worker_threads";
import { readDocuments } from "#check.ts";
import { listArchive } from "#files/archive-folder.ts";
import { readStretches } from "#files/stretches.ts";
import type { WorkerTask } from "./side-by-side.ts";

parentPort?.once("message", ({ archive, limits, cursor, options }: WorkerTask) => {
	const source = listArchive(archive, { maxBytes: limits.documentBytes });
	const stretches = readStretches(source.entries, cursor, (entries) => readDocuments(source, entries, options));
	// What was read is plain JSON, which takes the other side a third of the time of a structured clone to read back.
	parentPort?.postMessage(JSON.stringify(stretches));
});
