#!/usr/bin/env node
// Starts the command line: compiled where that is up to date, else from its sources.
import { enableCompileCache } from "node:module";
import { compiledProgram } from "./compiled.mjs";

enableCompileCache();
// What runs inside of Astro shares its modules with the site, and they must be the same ones.
const sites = ["start", "build", "dev"];
const program = sites.includes(process.argv[2] ?? "") ? null : compiledProgram();
await import((program ?? new URL("./main.ts", import.meta.url)).href);
