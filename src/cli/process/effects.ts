import { once } from "node:events";
import { appendFileSync, readdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openHistory } from "#files/git/history.ts";
import { textAt } from "#files/git/text.ts";
import { openArchive } from "#files/open-archive.ts";
import { readOwnPages } from "#files/own-pages.ts";
import { reasonOf } from "#files/reason.ts";
import { remember } from "#files/remembered.ts";
import { exampleArchive, findUpwards, isFile, isFolder, readTextFile } from "#files/settings-file.ts";
import { readStandardTexts } from "#files/standards-folder.ts";
import { type HashMemory, openWorkspace } from "#files/workspace.ts";
import { createFile } from "#files/writing/create.ts";
import { moveFile } from "#files/writing/move.ts";
import { whyNotOutput } from "#files/writing/output-folder.ts";
import { rewriteFile } from "#files/writing/rewrite.ts";
import { writeWhole } from "#files/writing/write-whole.ts";
import { filesBeside } from "#settings/files.ts";
import { type Effects, type Files, Unusable } from "../command.ts";
import { loadSite } from "../site/site.ts";
import { whyNotListen } from "./listening.ts";
import { streamOutput } from "./output.ts";
import type { Reader } from "./reader.ts";
import { readSideBySide } from "./side-by-side.ts";
import { diskWatching } from "./watching.ts";

/** `memory` spares hashing files again that have not changed while the process runs. */
const filesWith = (memory: HashMemory): Files => ({
	example: exampleArchive,
	resolve,
	relative,
	findUpwards,
	readText: readTextFile,
	standardTexts: readStandardTexts,
	...(remember && { remember }),
	isFile,
	isFolder,
	openArchive: (settings) => {
		const { archive: folders, limits, workspace, history, revisions, transfers = [] } = settings;
		const places = { archive: folders, transfers, workspace, history, revisions, limits };
		const opened = usable(() => openArchive(places, memory));
		// A place that cannot be read has no file, but a path to show all the same.
		const [only = ""] = folders.length === 1 ? folders : [];
		const beside = filesBeside(settings);
		const locate = (path: string) => opened.locate(path) ?? beside.get(path) ?? resolve(only, path);
		return { ...opened, locate };
	},
	openWorkspace: (folder, { archive: folders }, { locate }) =>
		usable(() => openWorkspace(folder, { memory, history: openHistory(folder, { folders, locate }) })),
	textAt,
	rewrite: (change) => usable(() => rewriteFile(change)),
	move: (from, to, within) => usable(() => moveFile(from, to, within)),
	create: (path, text) => usable(() => createFile(path, text)),
	names: (folder) => (isFolder(folder) ? usable(() => readdirSync(folder)) : []),
	openFolder: (folder) => (isFolder(folder) ? usable(() => openWorkspace(folder)) : undefined),
	ownPages: (folder) => usable(() => readOwnPages(folder)),
	whyNotOutput: (settings) => usable(() => whyNotOutput(settings)),
	appendText: (path, text) => written(path, () => appendFileSync(path, text)),
	writeText: (path, text) => written(path, () => writeWhole(path, text)),
});

async function ask(question: string): Promise<string> {
	const { createInterface } = await import("node:readline/promises");
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const stopping = new AbortController();
	// The end of the input closes the terminal and would leave the question unanswered for ever.
	terminal.once("close", () => stopping.abort());
	try {
		return await terminal.question(question, { signal: stopping.signal });
	} catch (error) {
		if (error instanceof Error && error.name === "AbortError") throw new Unusable("interrupted; nothing was written");
		throw error;
	} finally {
		terminal.close();
	}
}

/** Failures of the disk are the user's to mend, with the disk's own words. */
function usable<Result>(work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		throw new Unusable(error instanceof Error ? error.message : String(error));
	}
}

function written(path: string, work: () => void): void {
	try {
		work();
	} catch (error) {
		throw new Unusable(`${path} cannot be written: ${reasonOf(error)}`);
	}
}

/** The real world: this process, its streams, and the disk; `reader` is a further thread that is ready to read documents. */
export function processEffects(reader: Reader | null = null): Effects {
	return {
		stdout: streamOutput(process.stdout),
		stderr: streamOutput(process.stderr),
		cwd: workingFolder(process.env, process.cwd()),
		env: process.env,
		now: () => new Date(),
		files: {
			...filesWith(new Map()),
			readDocuments: (settings, source, options) => readSideBySide(settings, source, options, reader),
		},
		...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
		// A file or a device that stands in for a client ends, and is not closed.
		inputEnded: () => Promise.race([once(process.stdin, "close"), once(process.stdin, "end")]),
		watching: diskWatching(),
		whyNotListen,
		site: loadSite,
	};
}

const productFolder = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * The folder that paths on the command line start from. `npm run` in the product's own package moves the process to the
 * package's folder and leaves the folder it was called from in INIT_CWD; in a script of another package, paths are written for
 * that package's folder, which is the working folder.
 */
export function workingFolder(env: Effects["env"], cwd: string, product = productFolder): string {
	const called = env["INIT_CWD"];
	return called && env["npm_lifecycle_event"] && resolve(cwd) === resolve(product) ? called : cwd;
}
