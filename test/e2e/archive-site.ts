import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { type RunningServer, serveSite } from "../../integrations/handoff-archive/serve.ts";
import { launchBrowser } from "./browser.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** A site of an archive of a test's own, built, served, and open to a browser. */
export interface ArchiveSite {
	/** Folder of the built site. */
	readonly folder: string;
	/** What the build printed. */
	readonly output: string;
	readonly server: RunningServer;
	readonly browser: Browser;
	/** Opens a page in a context of its own; what it reports to the console or throws fails the test. */
	visit<Seen>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<Seen>): Promise<Seen>;
	/** Ends what runs, and removes the folder. */
	close(): Promise<void>;
}

/** Builds the site of an archive, whatever the gate says of it. */
export async function openArchiveSite(
	files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Promise<ArchiveSite> {
	const scratch = mkdtempSync(join(tmpdir(), "handoffs-archive-"));
	const folder = join(scratch, "site");
	for (const [path, content] of files) {
		const file = join(scratch, "archive", path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	const { NODE_ENV: _, ...env } = process.env;
	const args = [main, "build", join(scratch, "archive"), "--report-only", "--out", folder];
	const built = spawnSync(process.execPath, args, { cwd: scratch, env, encoding: "utf8" });
	const output = built.stdout + built.stderr;
	expect(built.status, output).toBe(0);
	const server = await serveSite({ folder, base: "/" });
	const browser = await launchBrowser();
	return {
		folder,
		output,
		server,
		browser,
		visit: async (path, options, look) => {
			const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
			try {
				const page = await context.newPage();
				const troubles: string[] = [];
				page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
				page.on("pageerror", (error) => troubles.push(error.message));
				await page.goto(server.url + path);
				const seen = await look(page);
				expect(troubles).toEqual([]);
				return seen;
			} finally {
				await context.close();
			}
		},
		close: async () => {
			await browser.close();
			await server.close();
			rmSync(scratch, { recursive: true, force: true });
		},
	};
}
