import { parentPort } from "node:worker_threads";
import { type IndexTask, makeIndex } from "./make-index.ts";

// Loaded while documents are read; the task comes when all have been.
parentPort?.once("message", async (task: IndexTask) => parentPort?.postMessage(await makeIndex(task)));
