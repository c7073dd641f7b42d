import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

/** Sites that several tests look at, and none changes. */
export interface SharedSites {
	/** The example archive with its transfers and further pages, under a base path. */
	readonly example: string;
	/** The real archive at the root of a host; null where ../shared is absent. */
	readonly real: string | null;
}

declare module "vitest" {
	export interface ProvidedContext {
		sites: SharedSites;
	}
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpus = join(root, "../shared/corpus/control-plane/handoffs");

/** Where the example is served from; a path of its own, so that every link shows that it keeps to it. */
export const exampleBase = "/verdant/";
/** The address that the example is published at, so far as its pages know. */
export const exampleHost = "https://plants.example";

/** Builds the shared sites once, before the tests that look at them; the folder returned goes when they end. */
export default async function buildSharedSites(project: TestProject): Promise<() => void> {
	const scratch = mkdtempSync(join(tmpdir(), "handoffs-sites-"));
	const example = build(scratch, "example", { site: exampleHost, base: exampleBase });
	const hasCorpus = existsSync(corpus);
	if (!hasCorpus) console.warn("Skipped: what is asked of a real archive, because ../shared is absent.");
	const real = hasCorpus ? build(scratch, "real", { archive: corpus }) : null;
	project.provide("sites", { example: await example, real: await real });
	return () => rmSync(scratch, { recursive: true, force: true });
}

function build(scratch: string, name: string, settings: Readonly<Record<string, string>>): Promise<string> {
	const config = join(scratch, `${name}.yaml`);
	const out = join(scratch, name);
	writeFileSync(config, JSON.stringify({ title: name, ...settings, out }));
	const { NODE_ENV: _, ...env } = process.env;
	// The example complies, a real archive need not.
	const gate = settings["archive"] === undefined ? [] : ["--report-only"];
	return new Promise((resolve, reject) => {
		const args = [join(root, "src/cli/main.ts"), "build", "--config", config, ...gate];
		const run = spawn(process.execPath, args, { cwd: scratch, env });
		let said = "";
		for (const stream of [run.stdout, run.stderr]) stream.setEncoding("utf8").on("data", (part) => (said += part));
		run.on("error", reject);
		run.on("close", (status) =>
			status === 0 ? resolve(out) : reject(new Error(`The site ${name} was not built (exit code ${status}):\n${said}`)),
		);
	});
}
