import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { type RunningServer, serveSite } from "../../integrations/handoff-archive/publish/serve.ts";
import { exampleBase } from "./shared-sites.ts";
import { openWindows, type WindowOptions, type Windows } from "./windows.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** A site of an archive of a test's own, built, served, and open to a browser. */
export interface ArchiveSite {
	/** Folder of the built site. */
	readonly folder: string;
	/** What the build printed. */
	readonly output: string;
	readonly server: RunningServer;
	/** Opens a page of the site in a window of its own; what it complains of fails the test. */
	visit<Seen>(path: string, options: WindowOptions, look: (page: Page) => Promise<Seen>): Promise<Seen>;
	/** Ends what runs, and removes the folder. */
	close(): Promise<void>;
}

/** The shared site of the example, served and open to a browser while the tests of a file run. */
export interface ExampleSite {
	/** The address of a page of the example. */
	address(path: string): string;
	/** Opens a page of the example in a window of its own; what it complains of fails the test. */
	visit<Seen>(path: string, options: WindowOptions, look: (page: Page) => Promise<Seen>): Promise<Seen>;
}

/** Opens the shared site of the example before the tests of a file, and closes it after them. */
export function openExampleSite(): ExampleSite {
	const { example } = inject("sites");
	let windows: Windows;
	let server: RunningServer;
	beforeAll(async () => {
		server = await serveSite({ folder: example, base: exampleBase });
		windows = await openWindows();
	});
	afterAll(async () => {
		await windows?.close();
		await server?.close();
	});
	const address = (path: string) => new URL(path, server.url).href;
	return { address, visit: (path, options, look) => windows.visit(address(path), options, look) };
}

/**
 * Builds the site of an archive, whatever the gate says of it.
 * @param settings what names the folders, from the one that holds "archive"; without them all files are documents of handoffs
 */
export async function openArchiveSite(
	files: Iterable<readonly [path: string, content: string | Uint8Array]>,
	settings?: string,
): Promise<ArchiveSite> {
	const scratch = mkdtempSync(join(tmpdir(), "handoffs-archive-"));
	const folder = join(scratch, "site");
	for (const [path, content] of files) {
		const file = join(scratch, "archive", path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	const { NODE_ENV: _, ...env } = process.env;
	const named = settings === undefined ? [join(scratch, "archive")] : [];
	if (settings !== undefined) writeFileSync(join(scratch, "handoffs.config.yaml"), settings);
	const args = [main, "build", ...named, "--report-only", "--out", folder];
	const built = spawnSync(process.execPath, args, { cwd: scratch, env, encoding: "utf8" });
	const output = built.stdout + built.stderr;
	expect(built.status, output).toBe(0);
	const server = await serveSite({ folder, base: "/" });
	const windows = await openWindows();
	return {
		folder,
		output,
		server,
		visit: (path, options, look) => windows.visit(server.url + path, options, look),
		close: async () => {
			await windows.close();
			await server.close();
			rmSync(scratch, { recursive: true, force: true });
		},
	};
}
