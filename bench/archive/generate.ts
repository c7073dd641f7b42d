/**
 * Generates archives for the benchmarks: handoffs in the standard's folder layout, with documents as long and as varied
 * as real ones (about 13 kB on average: long specs, short RESULTS and prompts). The same seed gives the same bytes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "./plan.ts";
import { prompt } from "./prompt.ts";
import { results } from "./results.ts";
import { spec } from "./spec.ts";
import { adjectives, nouns, Writer } from "./writer.ts";

/**
 * Writes an archive of `count` handoffs (a spec, a RESULTS file and a prompt each) into `folder`.
 * @returns the number of documents and bytes written.
 */
export function generateArchive(folder: string, count: number): { documents: number; bytes: number } {
	let bytes = 0;
	let totalTests = 100;
	let previous: string | null = null;
	for (let number = 1; number <= count; number++) {
		const write = new Writer(number);
		const tests = [...new Set(write.list(36, () => `test_${write.identifier()}`))];
		totalTests += tests.length;
		const id = `H-${number}`;
		const name = `${write.pick(adjectives)} ${write.pick(nouns)} ${number}`;
		const plan: Plan = {
			id,
			previous,
			name,
			file: name.toLowerCase().replaceAll(" ", "_"),
			package: `PKG-UNIT-${String(number).padStart(4, "0")}-001`,
			tests,
			packages: number + 1,
			totalTests,
		};
		mkdirSync(join(folder, id), { recursive: true });
		for (const [role, text] of [
			["BUILDER_HANDOFF", spec(write, plan)],
			["RESULTS", results(write, plan)],
			["AGENT_PROMPT", prompt(write, plan)],
		] as const) {
			bytes += Buffer.byteLength(text);
			writeFileSync(join(folder, id, `${id}_${role}.md`), text);
		}
		previous = id;
	}
	return { documents: count * 3, bytes };
}
