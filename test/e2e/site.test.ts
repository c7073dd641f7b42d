import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type RunningServer, serveSite } from "../../integrations/handoff-archive/publish/serve.ts";
import { expectReadable } from "./axe.ts";
import { htmlProblems } from "./html.ts";
import { exampleBase } from "./shared-sites.ts";
import { attribute, brokenLinks, filesOf, pagesOf } from "./site-files.ts";
import { openWindows, type Windows } from "./windows.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "handoffs-site-"));
const { example } = inject("sites");
const messy = join(scratch, "messy");
const messyBase = "/team/handoffs/";

/** A small archive with whatever makes pages, addresses and links difficult. */
const messyFiles: Readonly<Record<string, string | Buffer>> = {
	"H-1/H-1_BUILDER_HANDOFF.md": `# H-1: \`__ASTRO_IMAGE_x\` & <b>"quotes"</b> {braces}

## Mission
See [the results](H-1_RESULTS.md), [a note](../Notes%20&%20more/größe%20%23%201.md), [nothing](../H-9/missing.md) and H-2.

## Mission
${"An-unbreakable-word-".repeat(40)}

| a | b |
|---|---|
| ${"wide ".repeat(120)} | \`${"x".repeat(300)}\` |
`,
	"H-1/H-1_RESULTS.md": "# Results: one\n\n## Status: PASS\n\n## Files Created\n- a.py\n",
	"H-1/H-1_RESULTS_AGAIN.md": "# Results: one, again\n\n## Status: FAIL\n",
	"H-2/H-2_BUILDER_HANDOFF.md": "",
	"H-2/H-2_AGENT_PROMPT.md": "# Prompt\n\n1. Where is `H-1`?\n",
	"Notes & more/größe # 1.md": "# A note\n\n## Findings\n\n## Findings\n\nNothing of H-1.\n",
	"Notes & more/GRÖSSE # 1.md": "# The same name, nearly\n",
	"broken.md": Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x00, 0x0a]),
};

function build(args: readonly string[]) {
	const { NODE_ENV: _, ...env } = process.env;
	const done = spawnSync(process.execPath, [join(root, "src/cli/main.ts"), "build", ...args], {
		cwd: scratch,
		env,
		encoding: "utf8",
	});
	return { status: done.status, output: done.stdout + done.stderr };
}

const messyConfig = (name: string) => {
	const file = join(scratch, `${name}.yaml`);
	writeFileSync(
		file,
		JSON.stringify({
			title: 'Messy & "small"',
			archive: "messy-archive",
			base: messyBase,
			out: name,
			theme: { accentHue: 151, logo: "own/mark.svg" },
			pages: "own",
		}),
	);
	return file;
};

let windows: Windows;
let server: RunningServer;
let messyServer: RunningServer;

beforeAll(async () => {
	for (const [path, content] of Object.entries(messyFiles)) {
		const file = join(scratch, "messy-archive", path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	mkdirSync(join(scratch, "own"));
	writeFileSync(
		join(scratch, "own/mark.svg"),
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>',
	);
	writeFileSync(
		join(scratch, "own/desk.mdx"),
		"---\ntitle: Our desk\ndescription: What we look at.\n---\n\n## Now\n\n<HandoffCard id='HANDOFF-1' />\n\n<HandoffQuery status='open' />\n\n<VerdictSheet id='H-1' />\n\n<Timeline />\n\n<Timeline around='H-1' />\n",
	);
	const messyBuilt = build(["--config", messyConfig("messy"), "--report-only"]);
	expect(existsSync(join(messy, "index.html")), messyBuilt.output).toBe(true);
	server = await serveSite({ folder: example, base: exampleBase });
	messyServer = await serveSite({ folder: messy, base: messyBase });
	windows = await openWindows();
});

afterAll(async () => {
	await windows?.close();
	await server?.close();
	await messyServer?.close();
	rmSync(scratch, { recursive: true, force: true });
});

/** One page of each kind (each folder and depth): the largest, which holds the most that can go wrong. */
function kindsOf(folder: string): readonly string[] {
	const kinds = new Map<string, { readonly file: string; readonly size: number }>();
	for (const { file, html } of pagesOf(folder)) {
		const kind = `${file.split("/")[0]} ${file.split("/").length}`;
		if ((kinds.get(kind)?.size ?? -1) < html.length) kinds.set(kind, { file, size: html.length });
	}
	return [...kinds.values()].map(({ file }) => file.replace(/index\.html$/, ""));
}

describe("the built site", () => {
	it("takes title, colour, logo and further pages from the settings", async () => {
		const page = readFileSync(join(messy, "pages/desk/index.html"), "utf8");
		expect(page).toContain("Our desk");
		expect(page).toContain(`href="${messyBase}handoffs/H-1/"`);
		expect(page).toMatch(/H-2<\/a>/);
		expect(page).toContain('id="box-1"');
		expect(page.match(/<div class="chart scaled"/g)).toHaveLength(2);
		expect(page).toContain(`<img src="${messyBase}logo.svg"`);
		expect(readFileSync(join(messy, "logo.svg"), "utf8")).toContain("M0 0h8v8z");
		const styles = filesOf(messy).filter((file) => file.endsWith(".css"));
		expect(styles.some((file) => /--accent-hue:\s*151/.test(readFileSync(join(messy, file), "utf8")))).toBe(true);
		expect(readFileSync(join(messy, "index.html"), "utf8")).toContain(`href="${messyBase}pages/desk/"`);
	});

	it("has a page for each handoff, rule and standard, and serves the export", () => {
		const files = filesOf(example);
		const archive = JSON.parse(readFileSync(join(example, "archive.json"), "utf8"));
		expect(archive.handoffs.length).toBeGreaterThanOrEqual(14);
		for (const { id } of archive.handoffs) expect(files).toContain(`handoffs/${id}/index.html`);
		for (const { id } of archive.rules) expect(files).toContain(`rules/${id}/index.html`);
		expect(files).toContain("archive.schema.json");
		expect(files).toContain("404.html");
	});

	it("shows every document of the archive, also those of no handoff, twins and unreadable ones", () => {
		const text = (file: string) => readFileSync(join(messy, file), "utf8");
		expect(text("handoffs/H-1/index.html")).toContain("H-1/H-1_RESULTS.md");
		const shown = pagesOf(messy).map(({ html }) => html);
		for (const path of Object.keys(messyFiles)) {
			const name = path.replaceAll("&", "&amp;");
			expect(
				shown.some((html) => html.includes(`>${name}<`)),
				path,
			).toBe(true);
		}
	});

	it("shows titles as they are written", () => {
		const html = readFileSync(join(messy, "handoffs/H-1/index.html"), "utf8");
		expect(html).toContain("__ASTRO_IMAGE_x &amp;");
		expect(html).toContain("{braces}");
		expect(html).not.toContain('<b>"quotes"');
	});

	it.each([
		["example", example, exampleBase],
		["messy, under a base path", messy, messyBase],
	])("has no link that leads nowhere: %s", (_, folder, base) => {
		expect(brokenLinks(folder, base)).toEqual([]);
	});

	it("has no id twice on a page", () => {
		for (const { file, elements } of [...pagesOf(example), ...pagesOf(messy)]) {
			const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
			const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
			expect(twice, file).toEqual([]);
		}
	});

	it("carries a strict policy on every page and nothing inline", () => {
		for (const { file, elements } of [...pagesOf(example), ...pagesOf(messy)]) {
			const policy = elements.find((element) => attribute(element, "http-equiv") === "Content-Security-Policy");
			const content = policy ? (attribute(policy, "content") ?? "") : "";
			const searching = file === "search/index.html";
			expect(content, file).toContain("default-src 'none'");
			expect(content, file).toContain("style-src 'self'");
			expect(content, file).toContain("base-uri 'none'");
			expect(content.includes("wasm-unsafe-eval"), file).toBe(searching);
			expect(content, file).not.toContain("'unsafe-inline'");
			const inline = elements.filter(
				(element) =>
					element.tagName === "style" ||
					(element.tagName === "script" && attribute(element, "src") === undefined) ||
					element.attrs.some(({ name }) => name === "style" || name.startsWith("on")),
			);
			expect(
				inline.map(({ tagName }) => tagName),
				file,
			).toEqual([]);
		}
	});

	it.each([
		["example", example],
		["messy", messy],
	])("is valid HTML on every kind of page: %s", async (_, folder) => {
		const files = kindsOf(folder).map((path) => path.replace(/(^|\/)$/, "$1index.html"));
		expect(files).toContain("index.html");
		expect(await htmlProblems(folder, files)).toEqual([]);
	});

	it("holds no path of this machine", () => {
		for (const folder of [example, messy])
			for (const file of filesOf(folder).filter((path) => /\.(?:html|css|js|json)$/.test(path))) {
				const text = readFileSync(join(folder, file), "utf8");
				expect(text.includes(scratch) || text.includes(dirname(example)) || text.includes(root), file).toBe(false);
			}
	});

	it("is the same to the byte when it is built again", () => {
		const again = build(["--config", messyConfig("again"), "--report-only"]);
		expect(existsSync(join(scratch, "again/index.html")), again.output).toBe(true);
		expect(filesOf(join(scratch, "again"))).toEqual(filesOf(messy));
		for (const file of filesOf(messy))
			expect(readFileSync(join(scratch, "again", file)).equals(readFileSync(join(messy, file))), file).toBe(true);
	});

	it("stays as it was when the gate is shut", () => {
		const before = filesOf(messy);
		const refused = build(["--config", messyConfig("messy")]);
		expect(refused.status, refused.output).toBe(1);
		expect(filesOf(messy)).toEqual(before);
	});
});

describe("in a browser", () => {
	it.each([
		["example", example, () => server],
		["messy", messy, () => messyServer],
	])("every kind of page is accessible in both themes and no wider than the window: %s", async (_, folder, served) => {
		const { url } = served();
		await windows.visit(url, {}, async (page) => {
			for (const path of kindsOf(folder)) {
				await page.setViewportSize({ width: 1280, height: 900 });
				await page.goto(url + path);
				await expectReadable(page, path, [390, 1280, 1800]);
			}
		});
	});

	it("says what it has to say without scripts", async () => {
		await windows.visit(`${server.url}handoffs/H-4A/`, { javaScriptEnabled: false }, async (page) => {
			expect(await page.locator("article.doc").count()).toBe(3);
			await page.locator("#theme-dark").check();
			const background = await page.locator("body").evaluate((body) => getComputedStyle(body).colorScheme);
			expect(background).toBe("dark");
		});
	});

	it("goes to the search field with a slash, and keeps the theme", async () => {
		await windows.visit(server.url, {}, async (page) => {
			await page.keyboard.press("/");
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
			await page.locator("#theme-dark").check();
			await page.goto(`${server.url}handoffs/`);
			expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
			expect(await page.locator("#theme-dark").isChecked()).toBe(true);
		});
	});

	it("lets the first tab skip to the content", async () => {
		await windows.visit(`${server.url}handoffs/`, {}, async (page) => {
			await page.keyboard.press("Tab");
			await page.keyboard.press("Enter");
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
		});
	});
});
