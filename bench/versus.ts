/** The build beside Hugo and Pagefind, five times the documents, and the check beside rumdl. */
import { join } from "node:path";
import { generateArchive } from "./archive/generate.ts";
import { build, check, figure, firstBuild, hugoAndPagefind, row, scratch, sizeOf } from "./commands.ts";
import { type Measurement, measure, median, onPath, typical } from "./measure.ts";

interface Comparison {
	readonly ours: string;
	readonly theirs: string;
	/** The highest ratio of ours to theirs that is good enough. */
	readonly most: number;
	/** The highest peak memory of ours that is good enough, in MB. */
	readonly mostMegabytes?: number;
	readonly measureOurs: () => Promise<Measurement>;
	readonly measureTheirs: () => Promise<Measurement>;
}

/** Where a handoff's archive has three documents, so many handoffs make so many documents. */
const documentsPerHandoff = 3;
const times = 5;

/**
 * Prints all comparisons, each pair of runs in turn, so that what disturbs one disturbs the other. A comparison that cannot
 * be made says why, and the others are made all the same.
 * @returns whether all were made.
 */
export async function versus(runs: number, documents: number): Promise<boolean> {
	const one = generateInto("one", Math.ceil(documents / documentsPerHandoff));
	const five = generateInto("five", Math.ceil((times * documents) / documentsPerHandoff));
	const size = sizeOf(one);
	const many = sizeOf(five).documents.toLocaleString("en");
	const few = size.documents.toLocaleString("en");
	console.log(
		`${few} documents of ${figure((size.megabytes * 1000) / size.documents)} kB, generated. Medians of ${runs} runs, ours and theirs in turn.`,
	);
	console.log("s: wall-clock seconds of the whole command. CPU s: its processor time, which other work on the machine");
	console.log(
		"disturbs less. MB: the highest memory of all its processes together. ratio: of each pair of runs, the median.\n",
	);
	console.log(row(["", "s", "CPU s", "MB", "ratio of s", "of CPU s", "at most"]));
	const hugo = onPath("hugo");
	const rumdl = onPath("rumdl");
	const comparisons: (Comparison | string)[] = [
		hugo
			? {
					ours: `build, search included, ${few}`,
					theirs: "hugo, then pagefind",
					most: 2,
					mostMegabytes: 1500,
					measureOurs: () => build(one),
					measureTheirs: () => hugoAndPagefind(hugo, one),
				}
			: "hugo is not on the path: build not compared.",
		...(hugo
			? [
					{
						ours: `first build with its settings, ${few}`,
						theirs: "hugo, then pagefind",
						most: 2,
						measureOurs: () => firstBuild(one),
						measureTheirs: () => hugoAndPagefind(hugo, one),
					},
				]
			: []),
		{
			ours: `build, search included, ${many}`,
			theirs: `build, search included, ${few}`,
			most: 6,
			measureOurs: () => build(five),
			measureTheirs: () => build(one),
		},
		rumdl
			? {
					ours: `check, ${few}`,
					theirs: "rumdl check --no-cache",
					most: 2,
					measureOurs: () => check(one),
					measureTheirs: () => measure(rumdl, ["check", "--no-cache", one]),
				}
			: "rumdl is not on the path: check not compared.",
	];
	// Bundles the pages, where no build of this version has: Hugo comes compiled as well.
	await build(generateInto("few", 1));
	let complete = true;
	for (const comparison of comparisons) {
		if (typeof comparison === "string") console.log(comparison);
		else complete = (await print(comparison, runs)) && complete;
		console.log("");
	}
	return complete;
}

/** @returns the folder of an archive made for this run */
function generateInto(name: string, handoffs: number): string {
	const folder = join(scratch, name);
	generateArchive(folder, handoffs);
	return folder;
}

async function print(comparison: Comparison, runs: number): Promise<boolean> {
	const { ours, theirs, most, mostMegabytes } = comparison;
	try {
		const pairs: [Measurement, Measurement][] = [];
		for (let count = 0; count < runs; count++)
			pairs.push([await comparison.measureOurs(), await comparison.measureTheirs()]);
		const seconds = median(pairs.map(([a, b]) => a.seconds / b.seconds));
		const processor = pairs.flatMap(([a, b]) => (a.processor && b.processor ? [a.processor / b.processor] : []));
		const limit = mostMegabytes === undefined ? `${most}` : `${most}; ${mostMegabytes} MB`;
		console.log(
			row([
				ours,
				...cells(typical(pairs.map(([a]) => a))),
				figure(seconds, 2),
				figure(processor.length > 0 ? median(processor) : null, 2),
				limit,
			]),
		);
		console.log(row([theirs, ...cells(typical(pairs.map(([, b]) => b)))]));
		return true;
	} catch (error) {
		console.log(`${ours}: not measured. ${error instanceof Error ? error.message : String(error)}`);
		return false;
	}
}

function cells({ seconds, processor, megabytes }: Measurement): string[] {
	return [figure(seconds, 2), figure(processor, 2), figure(megabytes, 0)];
}
