import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleArchive, findUpwards, isFolder, readTextFile } from "#files/settings-file.ts";
import { readStandardTexts } from "#files/standards-folder.ts";
import type { Effects, Files } from "./command.ts";
import { streamOutput } from "./output.ts";
import { loadSite } from "./site.ts";

const files: Files = {
	example: exampleArchive,
	resolve,
	relative,
	findUpwards,
	readText: readTextFile,
	standardTexts: readStandardTexts,
	isFolder,
	openArchive: ({ archive: [folder = "."] }) => {
		// interim
		const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
		return {
			entries: names
				.filter((name) => statSync(join(folder, name)).isFile())
				.map((path) => ({ kind: "file", path, size: statSync(join(folder, path)).size })),
			read: (path) => readFileSync(join(folder, path)),
			sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
			locate: (path) => join(folder, path),
		};
	},
	writeText: (path, text) => {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	},
};

/** The real world: this process, its streams, and the disk. */
export function processEffects(): Effects {
	return {
		stdout: streamOutput(process.stdout),
		stderr: streamOutput(process.stderr),
		cwd: workingFolder(process.env, process.cwd()),
		env: process.env,
		files,
		site: loadSite,
	};
}

const productFolder = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The folder that paths on the command line start from. `npm run` in the product's own package moves the process to the
 * package's folder and leaves the folder it was called from in INIT_CWD; in a script of another package, paths are written for
 * that package's folder, which is the working folder.
 */
export function workingFolder(env: Effects["env"], cwd: string, product = productFolder): string {
	const called = env["INIT_CWD"];
	return called && env["npm_lifecycle_event"] && resolve(cwd) === resolve(product) ? called : cwd;
}
