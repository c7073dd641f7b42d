import { parentPort, workerData } from "node:worker_threads";
import { listArchive } from "#files/archive-folder.ts";
import { readStretches } from "#files/stretches.ts";
import { partReader, type ReadTask } from "./read.ts";

const { settings, folder, file, cursor, end, check }: ReadTask = workerData;
const source = listArchive(settings.archive, { maxBytes: settings.limits.documentBytes });
const read = partReader(source, { settings, check, folder, file, known: new Map() });
const stretches = readStretches(source.entries, cursor, end, read);
parentPort?.postMessage(JSON.stringify(stretches));
