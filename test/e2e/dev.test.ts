import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { editorAddress } from "../../integrations/handoff-archive/dev/panel.ts";
import { launchBrowser } from "./browser.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), "dev-"));
const spec = join(cwd, "a/H-1/H-1_BUILDER_HANDOFF.md");
let server: ChildProcess;
let browser: Browser;
let page: Page;
let address = "";

beforeAll(async () => {
	for (const [path, text] of Object.entries(sampleArchive())) {
		mkdirSync(dirname(join(cwd, "a", path)), { recursive: true });
		writeFileSync(join(cwd, "a", path), text);
	}
	save(readFileSync(spec, "utf8").replace("## 1. Mission", "## Aim <img src=x onerror=alert(1)>"));
	writeFileSync(join(cwd, "handoffs.config.yaml"), "archive: a\neditor: vscode\n");
	server = spawn(process.execPath, [main, "dev"], { cwd, env: devEnvironment() });
	address = await new Promise<string>((resolve, reject) => {
		let said = "";
		const listen = (chunk: Buffer) => {
			said += chunk;
			const url = /Serving at (\S+)/.exec(said)?.[1];
			if (url) resolve(url);
		};
		server.stdout?.on("data", listen);
		server.stderr?.on("data", listen);
		server.on("exit", () => reject(new Error(`the dev server ended: ${said}`)));
	});
	browser = await launchBrowser();
	page = await browser.newPage();
	// Other work on the machine may take its share; only what hangs is to end by time.
	page.setDefaultTimeout(180_000);
});

afterAll(async () => {
	server?.removeAllListeners("exit");
	server?.kill("SIGINT");
	await browser?.close();
	rmSync(cwd, { recursive: true, force: true });
});

function save(text: string): void {
	writeFileSync(`${spec}.new`, text);
	renameSync(`${spec}.new`, spec);
}

/** Goes to a page. The open one loads anew where something was saved, and may do so just then: that ends the way to another. */
async function visit(url: string): Promise<void> {
	for (let tries = 3; ; tries--)
		try {
			await page.goto(url);
			return;
		} catch (error) {
			if (tries === 1 || !/ERR_ABORTED|interrupted by another navigation/.test(String(error))) throw error;
		}
}

it("searches what was saved last", async () => {
	const text = readFileSync(spec, "utf8");
	const found = page.locator("#results:not([hidden]):not([aria-busy])");
	await visit(`${address}search/?q=quicksilver`);
	await found.locator("#more > .empty").waitFor();
	save(`${text}\n## Afterthought\n\nThe barometer holds quicksilver.\n`);
	const hit = found.locator("#hits [data-path]");
	await hit.first().waitFor();
	expect(await hit.first().innerText()).toContain("Afterthought");
	expect(await hit.first().innerText()).toContain("The barometer holds quicksilver.");
	save(text);
	await found.locator("#more > .empty").waitFor();
	await visit(`${address}search/?q=H-1`);
	await page.waitForSelector("#jump a[href$='handoffs/H-1/']");
});

it("shows the findings of the page's documents, follows saves, and outlives the archive's folder", async () => {
	await visit(`${address}handoffs/H-1/`);
	const panel = page.locator("#dev-findings");
	await panel.waitFor();
	expect(await panel.innerText()).toContain('The section "1. Mission" is missing.');
	expect(await panel.innerText()).toContain("To mend: ");
	expect(await panel.innerText()).toContain("(spec/section-missing)");
	const link = panel.getByRole("link").first();
	expect(await link.getAttribute("href")).toMatch(/^vscode:\/\/file\/.*\/a\/H-1\/H-1_BUILDER_HANDOFF\.md:1:1$/);
	expect(await panel.locator("img").count()).toBe(0);

	const bad = readFileSync(spec, "utf8");
	save(bad.replace(/^## Aim .*$/mu, "## 1. Mission"));
	await panel.waitFor({ state: "detached" });
	save(bad.replace("## 6. Test Plan", "## Testng"));
	await panel.waitFor();
	expect(await panel.innerText()).toContain("Test Plan");

	renameSync(join(cwd, "a"), join(cwd, "b"));
	await page.waitForTimeout(600);
	renameSync(join(cwd, "b"), join(cwd, "a"));
	await page.waitForTimeout(600);
	// The page itself may be loading anew just then.
	expect((await fetch(`${address}handoffs/H-1/`)).status).toBe(200);
	expect(server.exitCode).toBeNull();
	expect(existsSync(spec)).toBe(true);
});

it.each([
	["auto", null],
	["vscode", "vscode://file/a%20b/c%23.md:3:1"],
	["idea://open?file={path}&line={line}", "idea://open?file=/a%20b/c%23.md&line=3"],
])("addresses a place in the editor %s", (editor, address) => {
	expect(editorAddress(editor, "/a b/c#.md", 3, 1)).toBe(address);
});

/** The environment as a terminal gives it, without what the test runner adds. */
function devEnvironment(): NodeJS.ProcessEnv {
	const { NODE_ENV: _, VITEST: __, ...rest } = process.env;
	return { ...rest, ASTRO_DEV_BACKGROUND: "0" };
}
