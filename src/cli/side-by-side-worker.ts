import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { PartToRead } from "./side-by-side.ts";

enableCompileCache();
const [{ readDocuments }, { listArchive }] = await Promise.all([
	import("#check.ts"),
	import("#files/archive-folder.ts"),
]);
const { archive, limits, from, to, options }: PartToRead = workerData;
const source = listArchive(archive, { maxBytes: limits.documentBytes });
parentPort?.postMessage(readDocuments(source, source.entries.slice(from, to), options));
