import { parentPort, workerData } from "node:worker_threads";
import { listDocuments } from "#files/documents.ts";
import { readStretches } from "#files/stretches.ts";
import { partReader, type ReadTask } from "./read.ts";

const { settings, folder, file, cursor, end, check }: ReadTask = workerData;
const source = listDocuments(settings);
const read = partReader(source, { settings, check, folder, file, known: new Map() });
const stretches = readStretches(source.entries, cursor, end, read);
parentPort?.postMessage(JSON.stringify(stretches));
