import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import { type RunningServer, serveSite } from "../../integrations/handoff-archive/publish/serve.ts";
import { expectReadable } from "./axe.ts";
import { htmlProblems } from "./html.ts";
import { contentsOf, filesOf } from "./site-files.ts";
import { openWindows, type Windows } from "./windows.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "handoffs-revised-"));
const repository = join(scratch, "repository");
const page = "handoffs/H-1/revisions/";
/** Put together here, so that no scanner takes this file for a leak. */
const token = ["gh", "p_", "Kq7xV2mZ".repeat(4), "Tn5R"].join("");
const hostile = "<script>document.title = 'taken'</script>";

let windows: Windows;
let server: RunningServer;

function git(...args: readonly string[]) {
	const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
	execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: repository, env });
}

let date = "";
function write(files: Readonly<Record<string, string>>) {
	for (const [path, text] of Object.entries(files)) {
		const file = join(repository, "docs", path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

function commit(day: string, files: Readonly<Record<string, string>>) {
	date = `${day}T10:00:00Z`;
	write(files);
	git("add", "-A");
	git("commit", "-q", "-m", day);
}

/** Builds the site with so many revisions of each document, into a folder of this name. */
function build(name: string, revisions: number): string {
	const config = join(scratch, `${name}.yaml`);
	writeFileSync(config, JSON.stringify({ archive: join(repository, "docs"), out: name, revisions }));
	const { NODE_ENV: _, ...env } = process.env;
	const args = [main, "build", "--report-only", "--config", config];
	const built = spawnSync(process.execPath, args, { cwd: scratch, env, encoding: "utf8" });
	expect(built.status, built.stderr).toBe(0);
	return join(scratch, name);
}

beforeAll(async () => {
	mkdirSync(repository, { recursive: true });
	date = "2026-01-01T10:00:00Z";
	git("init", "-q", "-b", "main");
	const files = sampleArchive();
	const results = files[samplePaths.results] ?? "";
	commit("2026-01-01", { ...files, [samplePaths.results]: `${results}\n- The first remark ${token}\n` });
	commit("2026-01-02", { [samplePaths.results]: `${results}\n- The second remark ${hostile}\n` });
	write({ [samplePaths.results]: `${results}\n- The third remark\n` });
	server = await serveSite({ folder: build("site", 5), base: "/" });
	windows = await openWindows();
});
afterAll(async () => {
	await windows?.close();
	await server?.close();
	rmSync(scratch, { recursive: true, force: true });
});

const at = (path: string) => new URL(path, server.url).href;

it("leads from a handoff to its last change and the ones before, without scripts", async () => {
	await windows.visit(at("handoffs/H-1/"), { javaScriptEnabled: false }, async (window) => {
		await window.getByRole("link", { name: "Revisions: Results 3; last change not committed yet" }).click();
		expect(window.url()).toBe(at(page));
		const last = window.locator(".sides").first();
		expect(await last.locator("th").allTextContents()).toEqual([
			expect.stringMatching(/^2 Jan 2026, [0-9a-f]{10}$/),
			"on disk, not committed",
		]);
		expect(await last.locator(".was").allTextContents()).toEqual([`- The second remark ${hostile}`]);
		expect(await window.getByText("first remark").isVisible()).toBe(false);
		await window.locator("summary", { hasText: "1 Jan 2026" }).click();
		expect(await window.getByText("first remark").isVisible()).toBe(true);
		expect(await window.title()).toContain("Revisions of H-1");
	});
});

it("is offered where handoffs are compared", async () => {
	await windows.visit(at("compare/?a=H-1&b=H-1"), {}, async (window) => {
		await window.getByText("They are the same.").first().waitFor();
		await window.getByRole("link", { name: "below" }).click();
		await window.getByRole("link", { name: "Revisions: Results 3" }).click();
		expect(window.url()).toBe(at(page));
	});
});

it("can be read by everybody, at every width and in both themes", async () => {
	await windows.visit(at(page), {}, (window) => expectReadable(window, page, [1920, 1280, 768, 390]));
	expect(await htmlProblems(join(scratch, "site"), [`${page}index.html`, "compare/index.html"])).toEqual([]);
});

it("shows no credential that a document held, and runs nothing that stood in one", () => {
	const html = readFileSync(join(scratch, "site", page, "index.html"), "utf8");
	expect(html).toContain("The first remark •••");
	expect(html).not.toContain(hostile);
	const holding = filesOf(join(scratch, "site")).filter((path) =>
		readFileSync(join(scratch, "site", path), "latin1").includes(token.slice(8, 24)),
	);
	expect(holding).toEqual([]);
});

it("is the same in every build, tells of it in Markdown, and is left out unless the settings ask for it", () => {
	expect(contentsOf(build("again", 5))).toEqual(contentsOf(join(scratch, "site")));
	const twin = (site: string) => readFileSync(join(scratch, site, "handoffs/H-1.md"), "utf8");
	expect(twin("site")).toContain("\n- Results: 3 revisions, last change not committed yet\n");
	build("without", 0);
	expect(filesOf(join(scratch, "without")).filter((path) => path.includes("revisions"))).toEqual([]);
	expect(twin("without")).not.toContain("revisions");
	// The same documents outside of any repository are a site all the same.
	renameSync(join(repository, ".git"), join(scratch, "aside"));
	const outside = readFileSync(join(build("outside", 5), "compare/index.html"), "utf8");
	expect(outside).toContain("Not all revisions can be told: It lies in no git repository.");
	renameSync(join(scratch, "aside"), join(repository, ".git"));
	expect(filesOf(join(scratch, "outside")).filter((path) => path.includes("revisions"))).toEqual([]);
});
