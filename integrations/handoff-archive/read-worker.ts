import { parentPort, workerData } from "node:worker_threads";
import { listArchive } from "#files/archive-folder.ts";
import { readStretches } from "#files/stretches.ts";
import { partReader, type ReadTask } from "./read.ts";

const { settings, folder, cursor, check }: ReadTask = workerData;
const source = listArchive(settings.archive, { maxBytes: settings.limits.documentBytes });
const stretches = readStretches(source.entries, cursor, partReader(source, { settings, check, folder }));
parentPort?.postMessage(JSON.stringify(stretches));
