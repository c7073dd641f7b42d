/** Prints the seconds that parsing every document of a folder takes, start-up and reading not counted. Run by run.ts. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMarkdown } from "../src/parse/markdown.ts";

const folder = process.argv[2];
if (!folder) throw new Error("usage: parse.ts FOLDER");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
	.filter((name) => name.endsWith(".md"))
	.map((name) => [name, readFileSync(join(folder, name))] as const);
const start = performance.now();
for (const [name, bytes] of files) parseMarkdown(name, bytes);
console.log((performance.now() - start) / 1000);
