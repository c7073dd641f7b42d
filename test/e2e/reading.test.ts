import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { openExampleSite } from "./archive-site.ts";
import { violationsOf } from "./axe.ts";
import { exampleBase, exampleHost } from "./shared-sites.ts";
import { filesOf } from "./site-files.ts";
import { comeToRest, type WindowOptions } from "./windows.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { example: out } = inject("sites");
const published = exampleHost + exampleBase;
const text = (path: string) => readFileSync(join(out, path), "utf8");
const json = (path: string) => JSON.parse(text(path));
/** The path in the site's folder of an address that a page or list names. */
const inSite = (address: string) => address.slice(exampleBase.length);

const site = openExampleSite();

/** Opens a page of the example. */
function at(path: string, look: (page: Page) => Promise<void>, options: WindowOptions = {}): Promise<void> {
	return site.visit(path, options, look);
}

describe("for machines", () => {
	it("serves every list of the export by itself, valid by a schema of its own", () => {
		const { collections } = json("data/index.json");
		const archive = json("archive.json");
		const lists = Object.keys(archive).filter((key) => Array.isArray(archive[key]));
		expect(collections.map(({ name }: { name: string }) => name)).toEqual(lists);
		for (const { name, items, json: address, schema } of collections) {
			const served = json(inSite(address));
			expect(served[name]).toEqual(archive[name]);
			expect(served[name]).toHaveLength(items);
			const validate = new Ajv2020({ strict: false }).compile(json(inSite(schema)));
			expect(validate(served), `${name}: ${JSON.stringify(validate.errors?.[0])}`).toBe(true);
		}
	});

	it("serves all that is known of each handoff as JSON and as Markdown", () => {
		const archive = json("archive.json");
		for (const { id, documents } of archive.handoffs) {
			const own = json(`handoffs/${id}.json`);
			expect(own.handoff.id).toBe(id);
			expect(own.documents).toEqual(archive.documents.filter(({ handoff }: { handoff: string }) => handoff === id));
			const twin = text(`handoffs/${id}.md`);
			expect(twin.startsWith(`# ${id}: `)).toBe(true);
			for (const { path } of documents)
				expect(twin).toContain(readFileSync(join(root, "content/handoffs", path), "utf8"));
		}
	});

	it("names in llms.txt, sitemap and feed only what is there", () => {
		const files = new Set(filesOf(out));
		const under = (addresses: IterableIterator<RegExpExecArray>) =>
			[...addresses].flatMap(([, address = ""]) =>
				address.startsWith(published) ? [address.slice(published.length)] : [],
			);
		const linked = under(text("llms.txt").matchAll(/\]\(([^)]+)\)/g));
		expect(linked.length).toBeGreaterThan(20);
		expect(linked.filter((path) => !files.has(path))).toEqual([]);
		const located = under(text("sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g));
		expect(located).toContain("handoffs/H-1/");
		expect(located.filter((path) => !files.has(`${decodeURIComponent(path)}index.html`))).toEqual([]);
		const pages = [...files].filter((file) => file.endsWith("index.html"));
		expect(located.length).toBe(pages.length);
		// Robots look for it at the root of a host only, which is not this site's.
		expect(files).not.toContain("robots.txt");
	});

	it("tells in an Atom feed what changed, with ids that stay", () => {
		const feed = text("feed.xml");
		const ids = [...feed.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id);
		expect(ids.length).toBeGreaterThan(1);
		expect(new Set(ids).size).toBe(ids.length);
		const times = [...feed.matchAll(/<updated>([^<]+)<\/updated>/g)].map(([, time = ""]) => Date.parse(time));
		expect(times.every((time) => time > 0)).toBe(true);
		expect([...times].sort((a, b) => b - a)).toEqual(times);
	});

	it("says on each page what it is, and where its twin is", async () => {
		await at("handoffs/H-3A/", async (page) => {
			const content = (selector: string) => page.locator(selector).getAttribute("content");
			expect(await content('meta[property="og:title"]')).toContain("H-3A");
			expect(await content('meta[property="og:url"]')).toBe(`${published}handoffs/H-3A/`);
			const image = (await content('meta[property="og:image"]')) ?? "";
			expect(image).toBe(`${published}cards/H-3A.png`);
			const size = await page.evaluate(async (address) => {
				const picture = new Image();
				picture.src = address;
				await picture.decode();
				return [picture.naturalWidth, picture.naturalHeight];
			}, new URL(image).pathname);
			expect(size).toEqual([1200, 630]);
			expect(existsSync(join(out, "card.png"))).toBe(true);
			expect(await page.locator('link[type="text/markdown"]').getAttribute("href")).toBe(
				`${exampleBase}handoffs/H-3A.md`,
			);
		});
	});
});

describe("a handoff's page", () => {
	it("leads to its neighbours in the build order and in the family, and to what came after", async () => {
		await at("handoffs/H-3/", async (page) => {
			expect(await page.getByRole("navigation", { name: "Place in the family" }).textContent()).toContain("H-3A");
			const after = page.locator("section:has(#after) table");
			await after.getByRole("link", { name: "H-3A" }).click();
			expect(new URL(page.url()).pathname).toBe(`${exampleBase}handoffs/H-3A/`);
			expect(await page.getByRole("navigation", { name: "Place in the family" }).textContent()).toContain("H-3");
		});
	});

	it("follows the scroll in its contents, and a link that an edit has moved", async () => {
		await at("handoffs/H-3/#spec-6-test-plan", async (page) => {
			await page.waitForURL(/#spec-test-plan$/);
			await page.goto(site.address("handoffs/H-3/#results-L99999"));
			await page.waitForURL(/#results-/);
			expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
			await page.goto(site.address("handoffs/H-3/#nonsense"));
			expect(page.url()).toMatch(/#nonsense$/);
		});
	});

	it("is laid out as a whole soon after it is there, for who captures all of it", async () => {
		await at("handoffs/H-11A/", async (page) => {
			const parts = page.locator("main section, main .doc");
			const hidden = () =>
				parts.evaluateAll((all) => all.filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).length);
			expect(await parts.count()).toBeGreaterThan(8);
			await expect.poll(hidden).toBe(0);
			expect(await page.evaluate(() => scrollY)).toBe(0);
		});
	});

	it("is copied as it stands where code is a link", async () => {
		await at("handoffs/H-3A/", async (page) => {
			const linked = page.locator(".prose a > code").first();
			expect(await linked.count()).toBe(1);
			const shown = await linked.textContent();
			expect(
				await linked.evaluate((code) => {
					getSelection()?.selectAllChildren(code);
					return getSelection()?.toString();
				}),
			).toBe(shown);
		});
	});

	it("weighs little more than its words, compressed as it is sent", () => {
		const weight = (content: string) => gzipSync(content, { level: 9 }).length;
		const pages = filesOf(out).filter((path) => /^handoffs\/[^/]+\/index\.html$/.test(path));
		expect(pages.length).toBeGreaterThan(10);
		const html = pages.map(text);
		const words = html.map((page) => page.replace(/<head>.*?<\/head>/s, "").replace(/<[^>]+>/g, ""));
		const sum = (contents: readonly string[]) => contents.reduce((total, content) => total + weight(content), 0);
		// Without a single attribute it would be 1.22: no link, no id, no class.
		expect(sum(html) / sum(words)).toBeLessThan(1.7);
	});

	it("prints what is folded, and no navigation", async () => {
		await at("handoffs/H-3/", async (page) => {
			await page.emulateMedia({ media: "print" });
			await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
			expect(await page.locator("main details:not([open])").count()).toBe(0);
			expect(await page.locator(".toc").isVisible()).toBe(false);
			expect(await page.locator(".digest").first().textContent()).toMatch(/^sha256:[0-9a-f]{64}$/);
		});
	});

	it("has its neighbours, contents and folded parts without scripts too", async () => {
		await at(
			"handoffs/H-3/",
			async (page) => {
				expect(await page.locator(".toc a").count()).toBeGreaterThan(5);
				await page.locator("details.fold > summary").first().click();
				expect(await page.locator("details.fold[open]").count()).toBe(1);
			},
			{ javaScriptEnabled: false },
		);
	});
});

describe("the overview", () => {
	it("says what changed, what the baseline is, and in this browser alone what is new since the last visit", async () => {
		await at("", async (page) => {
			expect(await page.getByRole("heading", { name: "What changed lately" }).isVisible()).toBe(true);
			expect(await page.locator(".spark").count()).toBe(2);
			expect(await page.locator(".visit").textContent()).toBe("");
			await page.waitForFunction(() => localStorage.getItem("visit:/verdant/") !== null);
			const line = page.locator(".visit");
			const before = await line.boundingBox();
			await page.evaluate(() => {
				const known = JSON.parse(localStorage.getItem("visit:/verdant/") ?? "{}");
				known.seen.at -= 86_400_000;
				known.seen.handoffs["H-1"][1] = "other";
				delete known.seen.handoffs["H-2"];
				localStorage.setItem("visit:/verdant/", JSON.stringify(known));
			});
			await page.reload();
			await line.getByRole("link", { name: "H-2" }).waitFor();
			expect(await line.textContent()).toMatch(/^Since your last visit on .*: H-1 edited, H-2 is new \(PASS\)$/);
			expect((await line.boundingBox())?.height).toBe(before?.height);
		});
	});

	it("works when storage is closed, and without scripts", async () => {
		await at(
			"",
			async (page) => {
				expect(await page.getByRole("heading", { name: "Needs someone" }).isVisible()).toBe(true);
				expect(await page.locator(".visit").isVisible()).toBe(false);
			},
			{ javaScriptEnabled: false },
		);
	});
});

describe("a transfer's page", () => {
	it("counts among the checks that hold none that does not apply", () => {
		const page = text("transfers/replay--01-orchestrator-spec/index.html");
		const [sheet = ""] = /<ol class="sheet.*?<\/ol>/s.exec(page) ?? [];
		const count = (word: string) => sheet.match(new RegExp(`class="v ${word}"`, "g"))?.length ?? 0;
		expect([count("pass"), count("na")]).toEqual([3, 1]);
		expect(page).toContain("3 of the receiver’s 3 checks hold; 1 more does not apply.");
		expect(text("transfers/index.html")).toContain(">3 of 3<");
	});
});

describe("comparing", () => {
	it("shows two handoffs side by side, by address and by form", async () => {
		await at("compare/?a=H-3&b=H-3A", async (page) => {
			await page.getByRole("heading", { name: "Spec" }).waitFor();
			expect(await page.locator(".sides .was").count()).toBeGreaterThan(3);
			await page
				.getByRole("button", { name: /equal lines/ })
				.first()
				.click();
			await page.getByLabel("Handoff on the right").selectOption("H-3");
			await page.getByRole("button", { name: "Compare" }).click();
			await page.getByText("They are the same.").first().waitFor();
			expect(page.url()).toContain("?a=H-3&b=H-3");
		});
	});

	it("offers pairs until one is chosen", async () => {
		await at("compare/", async (page) => {
			await page.getByRole("link", { name: "H-4 and H-4A" }).click();
			await page.getByRole("heading", { name: "Spec" }).waitFor();
			expect(await page.locator("#ready").count()).toBe(0);
			expect(page.url()).toContain("?a=H-4&b=H-4A");
		});
	});

	it("points to the terminal without scripts", async () => {
		await at(
			"compare/",
			async (page) => {
				expect(await page.getByText("handoffs compare H-3 H-4").isVisible()).toBe(true);
				expect(await page.getByRole("link", { name: "H-4 and H-4A" }).count()).toBe(0);
				expect(await page.locator("#ready").getByRole("link", { name: "H-4A", exact: true }).isVisible()).toBe(true);
			},
			{ javaScriptEnabled: false },
		);
	});
});

describe("every page", () => {
	it.each([
		["", 390],
		["handoffs/H-3/", 390],
		["compare/?a=H-3&b=H-3A", 1280],
	])("%s at %i px is clean by axe and never wider than the window", async (path, width) => {
		await at(
			path,
			async (page) => {
				await comeToRest(page);
				expect(await violationsOf(page)).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
			},
			{ viewport: { width, height: 900 } },
		);
	});

	it.each(["", "handoffs/H-3/", "compare/?a=H-3&b=H-3A", "search/"])(
		"%s needs at most 30 kB of compressed JavaScript, all of it from here",
		async (path) => {
			await at(path, async (page) => {
				if (path.startsWith("compare/")) await page.getByRole("heading", { name: "Spec" }).waitFor();
				await comeToRest(page);
				const addresses = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
				expect(addresses.filter((address) => !address.startsWith(site.address("")))).toEqual([]);
				const scripts = addresses.map((address) => new URL(address).pathname).filter((name) => name.endsWith(".js"));
				expect(scripts.length).toBeGreaterThan(0);
				const sizes = scripts.map((name) => gzipSync(text(inSite(name))).length);
				expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000);
			});
		},
	);
});
