import { fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { AstroError } from "astro/errors";
import type { Settings } from "#settings.ts";
import { projectRoot } from "../storage/project.ts";
import { type Bundle, keepBundle } from "./bundle.ts";
import type { BundleAnswer } from "./make-process.ts";

/** A bundle that is being made beside other work. */
export interface Bundling {
	/** Rejects with an AstroError or Error that says what Astro said, where it cannot be made. */
	readonly bundle: Promise<Bundle>;
	/** Ends it, where it is not done: nobody needs the bundle. */
	end(): void;
}

/**
 * Starts to make the bundle of a site in a process of its own: bundling takes much memory, which a process gives back when it ends.
 * @param work a private folder below the project
 */
export function startBundling(settings: Settings, key: string, work: string): Bundling {
	const compiled = getCompileCacheDir();
	const child = fork(fileURLToPath(new URL("./make-process.ts", import.meta.url)), {
		cwd: projectRoot,
		execArgv: [],
		serialization: "advanced",
		...(compiled !== undefined && { env: { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) } }),
	});
	const answered = new Promise<BundleAnswer>((resolve, reject) => {
		child.once("message", resolve);
		child.once("error", reject);
		child.once("exit", (code) => reject(new Error(`Bundling the pages ended early with exit code ${code}.`)));
	});
	child.send({ settings, work });
	const bundle = answered.then((answer) => {
		if ("folder" in answer) return keepBundle(answer.folder, key);
		const { name, message, hint } = answer.failure;
		throw name === "AstroError" ? new AstroError(message, hint) : new Error(message);
	});
	// Where another step fails first, nobody asks for it.
	bundle.catch(() => {});
	return { bundle, end: () => void child.kill() };
}
