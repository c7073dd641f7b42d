/**
 * `npm run bench`: parse and check throughput, build time and peak memory, as a table.
 * `npm run bench -- --vs`: the same build beside Hugo and Pagefind, and the check beside rumdl, as ratios of medians from
 * one run, each pair in turn. Tools that are not on the path are named and left out; nothing is installed.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateArchive } from "./generate.ts";
import { type Measurement, measure, median, onPath } from "./measure.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const corpus = join(root, "../shared/corpus/control-plane/handoffs");
const { values: options } = parseArgs({
	options: {
		vs: { type: "boolean", default: false },
		runs: { type: "string", default: "3" },
		/** Documents of the comparison; the issue asks for 1,000 and five times as many. */
		documents: { type: "string", default: "1000" },
	},
});
const runs = Number(options.runs);
const scratch = mkdtempSync(join(tmpdir(), "handoffs-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const node = process.execPath;
const cli = join(root, "src/cli/main.mjs");
const check = (folder: string) =>
	measure(node, [cli, "check", folder, "--format", `compact:${join(scratch, "findings.txt")}`]);
const build = (folder: string) => {
	const out = join(scratch, "site");
	rmSync(out, { recursive: true, force: true });
	return measure(node, [cli, "build", folder, "--report-only", "--out", out]);
};

function sizeOf(folder: string): { documents: number; megabytes: number } {
	let documents = 0;
	let bytes = 0;
	for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
		if (!name.endsWith(".md")) continue;
		documents++;
		bytes += statSync(join(folder, name)).size;
	}
	return { documents, megabytes: bytes / 1e6 };
}

async function repeat(run: () => Promise<Measurement>): Promise<Measurement> {
	const all: Measurement[] = [];
	for (let count = 0; count < runs; count++) all.push(await run());
	const failed = all.find(({ status }) => status === null || status > 1);
	if (failed) throw new Error(`A measured command ended with exit code ${failed.status}; run it by hand to see why.`);
	const peaks = all.flatMap(({ megabytes }) => megabytes ?? []);
	return {
		seconds: median(all.map(({ seconds }) => seconds)),
		megabytes: peaks.length ? Math.max(...peaks) : null,
		status: 0,
	};
}

/** Parse alone, in a process of its own, start-up not counted: seconds. */
async function parseSeconds(folder: string): Promise<number> {
	const { execFileSync } = await import("node:child_process");
	const all = Array.from({ length: runs }, () =>
		Number(execFileSync(node, [join(root, "bench/parse.ts"), folder], { encoding: "utf8" })),
	);
	return median(all);
}

function row(cells: readonly (string | number)[]): string {
	return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(30) : String(cell).padStart(12))).join("");
}

const figure = (value: number, digits = 1) => value.toFixed(digits);

async function throughput(): Promise<void> {
	const archives: [string, string][] = [];
	if (existsSync(corpus)) archives.push(["real corpus", corpus]);
	else console.log("The real corpus (../shared) is not here: skipped.");
	for (const count of [100, 1000]) {
		const folder = join(scratch, `generated-${count}`);
		generateArchive(folder, count);
		archives.push([`${count} handoffs, generated`, folder]);
	}
	console.log(`Medians of ${runs} runs; check and build are whole processes, start-up included.`);
	console.log(
		row([
			"archive",
			"documents",
			"MB",
			"parse doc/s",
			"parse MB/s",
			"check s",
			"check doc/s",
			"check MB",
			"build s",
			"build MB",
		]),
	);
	for (const [name, folder] of archives) {
		const { documents, megabytes } = sizeOf(folder);
		const parse = await parseSeconds(folder);
		const checked = await repeat(() => check(folder));
		const built = await repeat(() => build(folder));
		console.log(
			row([
				name,
				documents,
				figure(megabytes),
				figure(documents / parse, 0),
				figure(megabytes / parse),
				figure(checked.seconds, 2),
				figure(documents / checked.seconds, 0),
				checked.megabytes === null ? "-" : figure(checked.megabytes, 0),
				figure(built.seconds),
				built.megabytes === null ? "-" : figure(built.megabytes, 0),
			]),
		);
	}
}

/** Runs two commands in turn and returns the median of each and of the ratio pair by pair. */
async function inTurn(ours: () => Promise<Measurement>, theirs: () => Promise<Measurement>) {
	const pairs: [Measurement, Measurement][] = [];
	for (let count = 0; count < runs; count++) pairs.push([await ours(), await theirs()]);
	return {
		ours: median(pairs.map(([a]) => a.seconds)),
		theirs: median(pairs.map(([, b]) => b.seconds)),
		ratio: median(pairs.map(([a, b]) => a.seconds / b.seconds)),
		peak: Math.max(...pairs.map(([a]) => a.megabytes ?? Number.NaN)),
	};
}

async function hugoAndPagefind(hugo: string, folder: string): Promise<Measurement> {
	const site = join(scratch, "hugo");
	rmSync(site, { recursive: true, force: true });
	cpSync(join(root, "bench/hugo"), site, { recursive: true });
	cpSync(folder, join(site, "content"), { recursive: true });
	mkdirSync(join(site, "public"));
	const rendered = await measure(hugo, ["--quiet", "--source", site]);
	const indexed = await measure(join(root, "node_modules/.bin/pagefind"), ["--site", join(site, "public"), "--quiet"]);
	const status = rendered.status || indexed.status;
	if (status) throw new Error(`Hugo or Pagefind ended with exit code ${status}`);
	return {
		seconds: rendered.seconds + indexed.seconds,
		megabytes: Math.max(rendered.megabytes ?? 0, indexed.megabytes ?? 0),
		status: 0,
	};
}

async function versus(): Promise<void> {
	const documents = Number(options.documents);
	const one = join(scratch, "one");
	const five = join(scratch, "five");
	generateArchive(one, Math.ceil(documents / 3));
	generateArchive(five, Math.ceil((5 * documents) / 3));
	const size = sizeOf(one);
	console.log(
		`${size.documents} documents, ${figure((size.megabytes * 1000) / size.documents)} kB each; medians of ${runs} runs in turn.`,
	);

	const hugo = onPath("hugo");
	if (hugo) {
		const built = await inTurn(
			() => build(one),
			() => hugoAndPagefind(hugo, one),
		);
		console.log(
			`cold build with search  ${figure(built.ours)} s, ${figure(built.peak, 0)} MB   hugo, then pagefind  ${figure(built.theirs)} s   ratio ${figure(built.ratio, 2)} (at most 2)`,
		);
	} else console.log("hugo is not on the path: build not compared.");

	const small = await build(one);
	const large = await build(five);
	console.log(
		`five times the documents  ${figure(large.seconds)} s against ${figure(small.seconds)} s   ratio ${figure(large.seconds / small.seconds, 2)} (at most 6), ${figure(large.megabytes ?? Number.NaN, 0)} MB`,
	);

	const rumdl = onPath("rumdl");
	if (rumdl) {
		const checked = await inTurn(
			() => check(one),
			() => measure(rumdl, ["check", "--no-cache", one]),
		);
		console.log(
			`check  ${figure(checked.ours, 2)} s   rumdl check --no-cache  ${figure(checked.theirs, 2)} s   ratio ${figure(checked.ratio, 2)} (at most 2)`,
		);
	} else console.log("rumdl is not on the path: check not compared.");
}

await (options.vs ? versus() : throughput());
