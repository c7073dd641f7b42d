import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type ArchiveSource, type CheckOptions, type DocumentsRead, readDocuments } from "#check.ts";
import type { ArchiveEntry } from "#model/source.ts";
import type { Settings } from "#settings.ts";

/** A part of an archive for a worker to read: entries `from` to `to` (exclusive) of the folders' listing. */
export interface PartToRead {
	readonly archive: Settings["archive"];
	readonly limits: Settings["limits"];
	readonly from: number;
	readonly to: number;
	readonly options: Pick<CheckOptions, "title" | "standards" | "severities" | "parsing">;
}

/** Bytes of documents from which a further worker saves more time than it takes to start. */
const bytesPerWorker = 2_500_000;
const mostWorkers = 4;

/**
 * Reads the documents of an archive, large ones on several processors. The parts together are the same whatever their
 * number. `options.onDocument` sees only the documents read in this thread.
 */
export async function readSideBySide(
	{ archive, limits }: Pick<Settings, "archive" | "limits">,
	source: ArchiveSource,
	options: CheckOptions,
): Promise<readonly DocumentsRead[]> {
	const { title, standards, inForce, today, severities, parsing } = options;
	const [own, ...others] = divide(source.entries);
	const working = others.map(([from, to]) =>
		work({
			archive,
			limits,
			from,
			to,
			options: {
				title,
				standards,
				...(inForce && { inForce }),
				...(today && { today }),
				...(severities && { severities }),
				...(parsing && { parsing }),
			},
		}),
	);
	const read = readDocuments(source, source.entries.slice(...(own ?? [0, 0])), options);
	return [read, ...(await Promise.all(working))];
}

/** Divides entries into stretches of about the same number of bytes, one per processor at most. */
function divide(entries: readonly ArchiveEntry[]): readonly (readonly [from: number, to: number])[] {
	const sizes = entries.map((entry) => (entry.kind === "file" ? entry.size : 0));
	const total = sizes.reduce((sum, size) => sum + size, 0);
	const parts = Math.max(1, Math.min(availableParallelism(), mostWorkers, Math.floor(total / bytesPerWorker)));
	const stretches: [number, number][] = [];
	let from = 0;
	let passed = 0;
	sizes.forEach((size, index) => {
		passed += size;
		if (stretches.length < parts - 1 && passed >= (total * (stretches.length + 1)) / parts) {
			stretches.push([from, index + 1]);
			from = index + 1;
		}
	});
	return [...stretches, [from, entries.length]];
}

function work(part: PartToRead): Promise<DocumentsRead> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL("./side-by-side-worker.ts", import.meta.url), { workerData: part });
		worker.once("message", resolve);
		worker.once("error", reject);
		worker.once("exit", (code) => reject(new Error(`A reading worker ended early with exit code ${code}.`)));
	});
}
