/** Parse and check throughput, build time and peak memory of the real corpus and of generated archives. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { generateArchive } from "./archive/generate.ts";
import { build, check, figure, root, row, scratch, sizeOf } from "./commands.ts";
import { type Measurement, median, typical } from "./measure.ts";

const corpus = join(root, "../shared/corpus/control-plane/handoffs");

/** Prints the table. */
export async function throughput(runs: number): Promise<void> {
	const archives: [string, string][] = [];
	if (existsSync(corpus)) archives.push(["real corpus", corpus]);
	else console.log("The real corpus (../shared) is not here: skipped.");
	for (const count of [100, 1000]) {
		const folder = join(scratch, `generated-${count}`);
		generateArchive(folder, count);
		archives.push([`${count.toLocaleString("en")} handoffs, generated`, folder]);
	}
	console.log(
		`Medians of ${runs} runs. parse: the parser alone, start-up not counted. check and build: whole commands,`,
	);
	console.log("start-up included; s: wall-clock seconds, MB: the highest memory of all their processes together.\n");
	console.log(
		row([
			"archive",
			"documents",
			"MB",
			"parse doc/s",
			"parse MB/s",
			"check s",
			"check doc/s",
			"check MB/s",
			"check MB",
			"build s",
			"build MB",
		]),
	);
	for (const [name, folder] of archives) {
		const { documents, megabytes } = sizeOf(folder);
		const parse = parseSeconds(folder, runs);
		const checked = await repeat(() => check(folder), runs);
		const built = await repeat(() => build(folder), runs);
		console.log(
			row([
				name,
				documents,
				figure(megabytes),
				figure(documents / parse, 0),
				figure(megabytes / parse),
				figure(checked.seconds, 2),
				figure(documents / checked.seconds, 0),
				figure(megabytes / checked.seconds),
				figure(checked.megabytes, 0),
				figure(built.seconds),
				figure(built.megabytes, 0),
			]),
		);
	}
}

async function repeat(run: () => Promise<Measurement>, runs: number): Promise<Measurement> {
	const all: Measurement[] = [];
	for (let count = 0; count < runs; count++) all.push(await run());
	return typical(all);
}

/** Parse alone, in a process of its own, start-up not counted: seconds. */
function parseSeconds(folder: string, runs: number): number {
	const script = join(root, "bench/parse.ts");
	return median(
		Array.from({ length: runs }, () => Number(execFileSync(process.execPath, [script, folder], { encoding: "utf8" }))),
	);
}
