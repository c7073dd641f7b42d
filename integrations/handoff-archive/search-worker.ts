import { parentPort, workerData } from "node:worker_threads";
import { makeIndex } from "./search-index.ts";

parentPort?.postMessage(await makeIndex(workerData));
