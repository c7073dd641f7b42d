import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Request } from "playwright-core";
import { expect, inject, it } from "vitest";
import { openExampleSite } from "./archive-site.ts";
import { askedAt, paths, settled } from "./asking.ts";
import { expectReadable } from "./axe.ts";
import { comeToRest } from "./windows.ts";

const { example } = inject("sites");
const site = openExampleSite();
const asked = (query: string) => askedAt(site, query);
const searchPage = () => site.address("search/");

it("works by keyboard alone", async () => {
	await site.visit("handoffs/", {}, async (page) => {
		await page.keyboard.press("/");
		await page.keyboard.type("storm closing");
		await page.keyboard.press("Enter");
		await page.waitForURL(/search\/\?q=storm\+closing/);
		await settled(page);
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
		await page.keyboard.press("ArrowDown");
		expect(await focused()).toContain("H-7B");
		await page.keyboard.press("ArrowDown");
		expect(await focused()).toMatch(/^(?:Spec|Results)/);
		await page.keyboard.press("Escape");
		expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL(/handoffs\/H-7B\/$/);
	});
});

it("lets the Tab key pass by the filters", async () => {
	await site.visit(asked("storm closing"), {}, async (page) => {
		await settled(page);
		await page.locator(".ask button").focus();
		await page.keyboard.press("Tab");
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
		expect(await focused()).toBe("Skip the filters");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Tab");
		expect(await focused()).toContain("H-7B");
	});
});

it("goes on to the place that was named in the field of another page", async () => {
	await site.visit("handoffs/", {}, async (page) => {
		await page.keyboard.press("/");
		await page.keyboard.type("7B");
		await page.keyboard.press("Enter");
		await page.waitForURL(/search\/\?q=7B$/);
		await settled(page);
		await page.keyboard.press("Enter");
		await page.waitForURL(/handoffs\/H-7B\/$/);
	});
});

it("is where a reader left it who comes back from a result", async () => {
	await site.visit(asked("vent"), {}, async (page) => {
		await settled(page);
		await page.locator("#more button").click();
		const last = page.locator("#hits > li h3 a").nth(11);
		await last.scrollIntoViewIfNeeded();
		const href = await last.getAttribute("href");
		await last.click();
		await page.waitForURL(/handoffs\//);
		await page.goBack();
		await settled(page);
		const again = page.locator("#hits > li h3 a").nth(11);
		expect(await again.getAttribute("href")).toBe(href);
		await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
		await page.locator("#facets input[value=spec]").check();
		await page.waitForURL(/kind=spec/);
		await page.goBack();
		await expect.poll(() => page.locator("#facets input:checked").count()).toBe(0);
		await settled(page);
		expect(await page.locator("#hits > li").count()).toBeGreaterThan(10);
	});
});

it("a word of any length stays within the window of a phone", async () => {
	await site.visit(asked("x".repeat(300)), { viewport: { width: 390, height: 844 } }, async (page) => {
		await settled(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});
});

it("a key on a filter sends nothing away", async () => {
	await site.visit(asked("vent"), {}, async (page) => {
		await settled(page);
		const box = page.locator("#facets input[value=spec]");
		await box.focus();
		await page.keyboard.press("Enter");
		await page.keyboard.press("Space");
		await page.waitForURL(/\?q=vent&kind=spec$/);
		await expect.poll(() => box.isChecked()).toBe(true);
	});
});

it("loads nothing of the index before it is used", async () => {
	await site.visit("rules/", {}, async (page) => {
		const requests: string[] = [];
		const note = (request: Request) => requests.push(new URL(request.url()).pathname);
		page.on("request", note);
		await page.goto(searchPage());
		await comeToRest(page);
		page.off("request", note);
		expect(requests).toContain(new URL(searchPage()).pathname);
		expect(requests.filter((path) => /pagefind|catalog\.json|thesaurus|names|hashes|words/.test(path))).toEqual([]);
		await Promise.all([page.waitForRequest(/pagefind\.js/), page.focus("#q")]);
	});
});

it("works in a copy that is opened from disk", async () => {
	await site.visit(pathToFileURL(join(example, "handoffs/index.html")).href, {}, async (page) => {
		await page.waitForFunction(() => document.querySelector("script[src*='/disk/Layout']") !== null);
		await page.keyboard.press("/");
		await page.keyboard.type("storm closing");
		await page.keyboard.press("Enter");
		await page.waitForURL(/search\/index\.html\?q=storm\+closing/);
		await settled(page);
		expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain("Inter");
		expect((await paths(page))[0]).toMatch(/^H-7B\//);
		await page.locator("#facets input[value=spec]").check();
		await page.waitForFunction(() => location.search.includes("kind=spec"));
		await page.goBack();
		await page.waitForFunction(() => !location.search.includes("kind=spec"));
		await settled(page);
		await page.locator("#hits .where a").first().click();
		await page.waitForURL(/handoffs\/H-7B\/index\.html#/);
	});
});

it("says something useful without JavaScript", async () => {
	await site.visit(asked("vents"), { javaScriptEnabled: false }, async (page) => {
		expect(await page.locator("main").innerText()).toContain("the list of handoffs");
		expect(await page.locator("#results").isVisible()).toBe(false);
	});
});

it("shows what documents and addresses hold as text", async () => {
	await site.visit(asked('<img src=x onerror="document.title=1"> vents'), {}, async (page) => {
		await settled(page);
		expect(await page.locator("main img").count()).toBe(0);
	});
});

it("is accessible in both themes", async () => {
	await site.visit(searchPage(), {}, async (page) => {
		for (const address of [
			asked("vents zebra thermsotat H-7A"),
			`${asked("frost")}&kind=other`,
			`${searchPage()}?status=PASS&sort=newest`,
			searchPage(),
			site.address("decisions/"),
		]) {
			await page.goto(address);
			if (address.includes("?")) await settled(page);
			await expectReadable(page, address, []);
		}
	});
});

it("begins with questions of this archive, each with an answer, and steps back behind what is found", async () => {
	const examples = await site.visit("search/", {}, (page) =>
		page.locator(".examples a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")),
	);
	expect(examples).toHaveLength(3);
	for (const href of examples)
		await site.visit(href.slice(href.indexOf("search/")), {}, async (page) => {
			await settled(page);
			expect(await page.locator("#hits > li").count()).toBeGreaterThan(0);
			expect(await page.locator(".examples").isVisible()).toBe(false);
		});
	await site.visit("search/", { javaScriptEnabled: false }, async (page) => {
		expect(await page.locator(".examples").isVisible()).toBe(false);
	});
});
