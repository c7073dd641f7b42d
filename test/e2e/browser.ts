import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const noted = fileURLToPath(new URL("../../node_modules/.handoff-archive-browser", import.meta.url));

/**
 * Starts the browser that `npm test` found or installed, quiet: it asks nothing of the network by itself.
 * @throws when there is none yet; `node src/cli/ensure-installed.mjs --browser` finds or installs one.
 */
export function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: readFileSync(noted, "utf8").trim(),
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	});
}
