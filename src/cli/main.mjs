#!/usr/bin/env node
// Starts the command line on any Node: compiled where that is up to date, else from its sources.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

/** The Node that the packages bring along. */
const broughtNode = fileURLToPath(
	new URL(`../../node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`, import.meta.url),
);

/**
 * What commands that make sites run with.
 * Room for new objects, in MB, from the start: building leaves most of them behind soon. With half the room it takes a tenth
 * longer, with twice the room it takes a tenth more memory, and so it does where the room only grows as it is needed.
 */
const siteOptions = ["--min-semi-space-size=32", "--max-semi-space-size=32"];
/**
 * The last and slowest of V8's compilers is left out where the command ends with the site: at a thousand documents the build takes a
 * twentieth less, at five thousand the same.
 */
const buildOptions = [...siteOptions, "--no-opt"];
const optionsOf = new Map([
	["start", buildOptions],
	["build", buildOptions],
	["dev", siteOptions],
]);

async function start() {
	const command = process.argv[2] ?? "";
	restartWith(optionsOf.get(command) ?? []);
	module.enableCompileCache();
	const { compiledProgram } = await import("./compiled.mjs");
	// What runs inside of Astro shares its modules with the site, and they must be the same ones.
	const program = command === "dev" ? null : compiledProgram();
	await import((program ?? new URL("./main.ts", import.meta.url)).href);
}

/** Puts this program started with more options in the place of this process, where the system can. */
function restartWith(/** @type {readonly string[]} */ options) {
	const given = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" ");
	const isDone = options.length === 0 || given.includes("semi-space");
	if (isDone || !process.execve || process.platform === "win32") return;
	process.execve(
		process.execPath,
		[process.execPath, ...process.execArgv, ...options, ...process.argv.slice(1)],
		/** @type {Record<string, string>} */ (process.env),
	);
}

/** Has the same command run by the Node that the packages bring along, as if it were this process. */
function startOnBroughtNode() {
	const child = spawn(broughtNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	child.on("exit", (code, signal) => {
		process.exitCode = code ?? 1;
		if (!signal) return;
		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
	});
}

// Sources are TypeScript, which Node runs as it is since 22.18.
if (process.features.typescript) await start();
else if (existsSync(broughtNode) && process.execPath !== broughtNode) startOnBroughtNode();
else {
	console.error(
		`handoffs cannot run on Node ${process.versions.node}: it needs 22.18 or newer. Run it with npm (npm run handoffs -- …), ` +
			"which installs and uses such a one, or install a newer Node.",
	);
	process.exitCode = 2;
}
