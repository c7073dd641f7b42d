import { parentPort } from "node:worker_threads";
import { readDocuments } from "#check.ts";
import { listDocuments } from "#files/documents.ts";
import { readStretches } from "#files/stretches.ts";
import type { WorkerTask } from "./side-by-side.ts";

parentPort?.once("message", ({ places, cursor, end, options }: WorkerTask) => {
	const source = listDocuments(places);
	// What was read is plain JSON, which takes the other side a third of the time of a structured clone to read back. Written at
	// once, it does not hold on to the texts of the documents that its words are pieces of.
	const stretches = readStretches(source.entries, cursor, end, (entries) =>
		JSON.stringify(readDocuments(source, entries, options)),
	);
	parentPort?.postMessage(stretches);
});
