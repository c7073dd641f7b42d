#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Node keeps the stripped and compiled modules between runs; everything else is loaded after this.
enableCompileCache();
const [{ run }, { processEffects }] = await Promise.all([import("./run.ts"), import("./effects.ts")]);
process.exitCode = await run(process.argv.slice(2), processEffects());
