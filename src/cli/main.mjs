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
 * What commands run with. Room for new objects, in MB, from the start: reading and building leave most of them behind soon. With
 * half the room a build takes a tenth longer, with twice the room a tenth more memory, and so it does where the room only grows as
 * it is needed.
 */
const roomOptions = ["--min-semi-space-size=32", "--max-semi-space-size=32"];
/**
 * Commands that end within seconds have little of V8's optimizing compilers: at a thousand documents they cost more time than they
 * give back. The last of them is left out, the one before it takes what has run often, and expressions are compiled at once.
 */
const shortOptions = [...roomOptions, "--no-opt", "--invocation-count-for-maglev=4000", "--no-regexp-tier-up"];
/** Commands that go on until they are stopped. */
const lasting = new Map([
	["dev", roomOptions],
	["mcp", []],
]);

async function start() {
	const command = process.argv[2] ?? "";
	restartWith(lasting.get(command) ?? shortOptions);
	module.enableCompileCache();
	const { compiledProgram } = await import("./compiled.mjs");
	// What runs inside of Astro shares its modules with the site, and they must be the same ones.
	const program = command === "dev" ? null : compiledProgram();
	await import((program ?? new URL("./main.ts", import.meta.url)).href);
}

/** Node refuses to start with an option that its V8 does not know: the newest that is known to take ours. */
const newestTried = 26;

/** Puts this program started with more options in the place of this process, where the system can. */
function restartWith(/** @type {readonly string[]} */ options) {
	const given = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" ");
	const isDone = options.length === 0 || given.includes("semi-space");
	if (Number.parseInt(process.versions.node, 10) > newestTried) return;
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
