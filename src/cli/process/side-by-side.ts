import { type ArchiveSource, type CheckOptions, type DocumentsRead, readDocuments } from "#check.ts";
import { type Cursor, type ListEnd, newCursor, readStretches, type Stretch, threadsFor } from "#files/stretches.ts";
import type { Settings } from "#settings.ts";
import { type Reader, startReader } from "./reader.ts";

/** What a worker needs to read documents of an archive. */
export interface WorkerTask {
	readonly places: Pick<Settings, "archive" | "transfers" | "limits">;
	/** Where the next documents of the folders' listing are to be taken. */
	readonly cursor: Cursor;
	readonly end: ListEnd;
	readonly options: Omit<CheckOptions, "onDocument" | "waivers" | "debt">;
}

/**
 * Reads the documents of an archive, large ones on several processors: each thread takes the next few documents until none is
 * left, so that all end together. The parts together are the same whatever the number of threads. `options.onDocument` sees
 * only the documents read in this thread. `ready` is a thread that was started before it was known whether it is needed.
 */
export async function readSideBySide(
	{ archive, transfers, limits }: Pick<Settings, "archive" | "transfers" | "limits">,
	source: ArchiveSource,
	options: CheckOptions,
	ready: Reader | null,
): Promise<readonly DocumentsRead[]> {
	const { title, standards, inForce, today, packages, brief, severities, severitiesFor, parsing } = options;
	const cursor = newCursor();
	const task = {
		places: { archive, transfers, limits },
		cursor,
		options: {
			title,
			standards,
			...(inForce && { inForce }),
			...(today && { today }),
			...(packages && { packages }),
			...(brief && { brief }),
			...(severities && { severities }),
			...(severitiesFor && { severitiesFor }),
			...(parsing && { parsing }),
		},
	};
	const working = Array.from({ length: threadsFor(source) - 1 }, (_, index) =>
		work({ ...task, end: index % 2 === 0 ? "last" : "first" }, (index === 0 && ready) || startReader()),
	);
	const own = readStretches(source.entries, cursor, "first", (entries) => readDocuments(source, entries, options));
	const stretches = [own, ...(await Promise.all(working))].flat();
	return stretches.sort((a, b) => a.from - b.from).map(({ made }) => made);
}

function work(task: WorkerTask, { worker }: Reader): Promise<readonly Stretch<DocumentsRead>[]> {
	return new Promise((resolve, reject) => {
		worker.ref();
		worker.once("message", (stretches: readonly Stretch<string>[]) =>
			resolve(stretches.map(({ from, made }) => ({ from, made: JSON.parse(made) }))),
		);
		worker.once("error", reject);
		worker.once("exit", (code) => reject(new Error(`A reading worker ended early with exit code ${code}.`)));
		worker.postMessage(task);
	});
}
