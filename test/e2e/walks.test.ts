import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openExampleSite } from "./archive-site.ts";

const site = openExampleSite();

/** Opens a page of the example and walks from there. */
function walk(path: string, go: (page: Page) => Promise<void>, scripts = true): Promise<void> {
	return site.visit(path, { javaScriptEnabled: scripts }, go);
}

/** Presses Tab until the focus is on what is meant. @throws where it never comes there. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let presses = 0; presses < 250; presses++) {
		await page.keyboard.press("Tab");
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
	}
	throw new Error(`The Tab key does not come to ${selector} on ${page.url()}.`);
}

/** Follows the link in focus. */
async function enter(page: Page): Promise<void> {
	const before = page.url();
	await page.keyboard.press("Enter");
	await page.waitForURL((url) => url.href !== before);
}

const place = (page: Page) => page.url().slice(site.address("").length);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

/** Whether what the address names is seen: below the bar and above the end of the window. */
async function targetIsSeen(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const target = document.querySelector(":target")?.getBoundingClientRect();
		const bar = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
		return target !== undefined && target.top >= bar && target.top < innerHeight;
	});
}

describe.each([
	["with scripts", true],
	["without scripts", false],
])("by keyboard alone, %s", (_, scripts) => {
	it("a reviewer comes from the overview to a box, its line, and the row among all handoffs", async () => {
		await walk(
			"",
			async (page) => {
				await tabTo(page, ".strip a[href$='/handoffs/H-4A/']");
				await enter(page);
				expect(place(page)).toBe("handoffs/H-4A/");
				await tabTo(page, "#box-3 .ev a");
				await enter(page);
				expect(place(page)).toMatch(/^handoffs\/H-4A\/#results-L\d+$/);
				expect(await targetIsSeen(page)).toBe(true);
				await page.goto(site.address("handoffs/H-4A/"));
				await tabTo(page, "a[href$='compliance/#row-H-4A']");
				await enter(page);
				expect(place(page)).toBe("compliance/#row-H-4A");
				expect(await targetIsSeen(page)).toBe(true);
				await page.keyboard.press("Tab");
				expect(await focused(page)).toContain("H-4A");
			},
			scripts,
		);
	});

	it("a lead comes from a point of the timeline to its handoff, and reads the table", async () => {
		await walk(
			"timeline/",
			async (page) => {
				await tabTo(page, ".chart.timeline a");
				const first = await focused(page);
				await page.keyboard.press(scripts ? "ArrowRight" : "Tab");
				const second = await focused(page);
				expect(second).not.toBe(first);
				if (scripts) expect(await page.locator("#timeline-readout").textContent()).toBe(second);
				await enter(page);
				expect(place(page)).toMatch(/^handoffs\/H-/);
				await page.goBack();
				await tabTo(page, "#timeline-table tbody th a");
				await enter(page);
				expect(place(page)).toBe("handoffs/H-1/");
			},
			scripts,
		);
	});

	it("a lead opens the menu of further sections and goes on from there", async () => {
		await walk(
			"transfers/",
			async (page) => {
				await tabTo(page, ".more summary");
				await page.keyboard.press("Enter");
				await tabTo(page, ".more a[href$='/packages/']");
				await enter(page);
				expect(place(page)).toBe("packages/");
				expect(await page.locator(".more summary").textContent()).toContain("Packages");
				await tabTo(page, "main tbody th a");
				await enter(page);
				expect(place(page)).toMatch(/^packages\/.+\/$/);
			},
			scripts,
		);
	});

	it("a newcomer reads decisions of one kind, and the lines that they stand on", async () => {
		await walk(
			"",
			async (page) => {
				await tabTo(page, ".bar a[href$='/decisions/']");
				await enter(page);
				await tabTo(page, ".filters a[href$='/decisions/principle/'], a[href$='/decisions/principle/']");
				await enter(page);
				expect(place(page)).toBe("decisions/principle/");
				await tabTo(page, "main a[href*='#spec-L']");
				await enter(page);
				expect(place(page)).toMatch(/^handoffs\/.+#spec-L\d+$/);
				expect(await targetIsSeen(page)).toBe(true);
			},
			scripts,
		);
	});
});

describe("by keyboard alone", () => {
	it("a newcomer searches from any page, narrows what was found, and opens it", async () => {
		await walk("rules/", async (page) => {
			await page.keyboard.press("/");
			await page.keyboard.type("vent");
			await enter(page);
			expect(place(page)).toBe("search/?q=vent");
			await page.waitForSelector("#hits > li");
			await page.locator("#q").focus();
			await page.keyboard.press("ArrowDown");
			expect(await page.evaluate(() => document.activeElement?.closest("#jump, #results") !== null)).toBe(true);
			await page.keyboard.press("Escape");
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
			await tabTo(page, "#facets input[type='checkbox']");
			await page.keyboard.press("Space");
			await page.waitForURL(/[?&](?!q=)\w+=/);
			await page.waitForSelector("#results:not([aria-busy]) #hits > li");
			await tabTo(page, "#hits h3 a");
			await enter(page);
			expect(place(page)).not.toMatch(/^search/);
			await page.goBack();
			expect(place(page)).toMatch(/^search\/\?q=vent&/);
		});
	});

	it("a lead narrows the transfers and opens one", async () => {
		await walk("transfers/", async (page) => {
			await tabTo(page, "select[name='status']");
			await page.keyboard.press("ArrowDown");
			await expect.poll(() => page.locator(".transfer-filters output").textContent()).not.toMatch(/^(\d+) of \1$/);
			const shown = page.locator("[data-transfers] tbody tr:visible");
			expect(new Set(await shown.locator(".badge").allTextContents()).size).toBe(1);
			await tabTo(page, "[data-transfers] tbody th a");
			await enter(page);
			expect(place(page)).toMatch(/^transfers\/.+--.+\/$/);
		});
	});

	it("a lead picks handoffs by a word and a status, sorts them, and finds the choice in the address", async () => {
		await walk("handoffs/", async (page) => {
			const ids = () => page.locator(".handoff-list tbody tr:visible th").allTextContents();
			const all = await ids();
			await tabTo(page, ".handoff-filters input");
			await page.keyboard.type("pkg-intake");
			await expect.poll(async () => (await ids()).length).toBeLessThan(all.length);
			const built = await ids();
			await tabTo(page, ".handoff-filters [name='sort']");
			await page.keyboard.type("latest");
			await expect.poll(ids).toEqual(built.toReversed());
			expect(await page.locator(".handoff-filters output").textContent()).toBe(`${built.length} of ${all.length}`);
			expect(place(page)).toBe("handoffs/?text=pkg-intake&sort=latest");
			await page.reload();
			expect(await ids()).toEqual(built.toReversed());
			await page.setViewportSize({ width: 390, height: 844 });
			expect(await ids()).toEqual(built.toReversed());
		});
	});

	it("the menu closes with Escape, and when the focus leaves it", async () => {
		await walk("", async (page) => {
			const isOpen = () => page.evaluate(() => document.querySelector("details.more")?.hasAttribute("open"));
			await tabTo(page, ".more summary");
			await page.keyboard.press("Enter");
			await page.keyboard.press("Tab");
			await page.keyboard.press("Escape");
			expect(await isOpen()).toBe(false);
			expect(await focused(page)).toBe("More");
			await page.keyboard.press("Enter");
			await tabTo(page, "main a");
			expect(await isOpen()).toBe(false);
		});
	});
});

it("without scripts, the search page says what to do instead, and leads there", async () => {
	await walk(
		"search/",
		async (page) => {
			expect(await page.locator("noscript").textContent()).toContain("Search needs JavaScript");
			await tabTo(page, "noscript a[href$='/handoffs/']");
			await enter(page);
			expect(await page.locator("h1").textContent()).toBe("Handoffs");
		},
		false,
	);
});
