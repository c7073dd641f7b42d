#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import { startReader } from "./process/reader.ts";

// Node keeps the stripped and compiled modules between runs; everything else is loaded after this.
enableCompileCache();
const words = process.argv.slice(2);
// These read a whole archive. A second thread gets ready while this one reads settings and standards; a small archive does not need
// it, and does not wait for it.
const readers: readonly string[] = ["check", "export"];
const isHelp = words.some((word) => word === "--help" || word === "-h");
const reader = readers.includes(words[0] ?? "") && !isHelp && availableParallelism() > 1 ? startReader() : null;
const [{ run }, { processEffects }] = await Promise.all([import("./run.ts"), import("./process/effects.ts")]);
process.exitCode = await run(words, processEffects(reader));
