import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type RunningServer, serveSite } from "../../integrations/handoff-archive/publish/serve.ts";
import { exampleBase } from "./shared-sites.ts";
import { comeToRest, openWindows, type Windows } from "./windows.ts";

const { example: folder } = inject("sites");

let windows: Windows;
let server: RunningServer;

beforeAll(async () => {
	server = await serveSite({ folder, base: exampleBase });
	windows = await openWindows();
});

afterAll(async () => {
	await windows?.close();
	await server?.close();
});

/** Opens a page of the example in a window of this size. */
function at(path: string, width: number, height: number, look: (page: Page) => Promise<void>): Promise<void> {
	return windows.visit(new URL(path, server.url).href, { viewport: { width, height } }, look);
}

/** Where an element begins and ends in the window. */
async function edges(page: Page, selector: string): Promise<{ readonly top: number; readonly bottom: number }> {
	const box = await page.locator(selector).first().boundingBox();
	if (!box) throw new Error(`Nothing is shown of ${selector}.`);
	return { top: box.y, bottom: box.y + box.height };
}

describe("a link to a part of a page", () => {
	it.each([
		[1280, 900, ".bar"],
		[390, 844, ".toc > button"],
		[844, 390, ".toc > button"],
	])("leads right below what stays in a window of %i × %i", async (width, height, lowest) => {
		await at("handoffs/H-3/#results", width, height, async (page) => {
			await comeToRest(page);
			const below = (await edges(page, "#results")).top - (await edges(page, lowest)).bottom;
			expect(below).toBeGreaterThanOrEqual(0);
			expect(below).toBeLessThan(40);
		});
	});
});

it("a handoff on a phone answers right below its title, before what else there is to know", async () => {
	for (const id of ["H-3", "H-14"])
		await at(`handoffs/${id}/`, 390, 844, async (page) => {
			const answer = await edges(page, ".answer");
			expect(answer.top - (await edges(page, "h1")).bottom).toBeLessThan(90);
			expect((await edges(page, ".head > .meta:last-child")).top).toBeGreaterThanOrEqual(answer.bottom);
			expect(answer.bottom).toBeLessThan(844 / 2);
		});
});

describe("the contents of a page on a phone", () => {
	it("stay in the window by name, open over the page, and go when they have led somewhere", async () => {
		await at("handoffs/H-3/", 390, 844, async (page) => {
			expect(await page.locator(".toc ul").first().isVisible()).toBe(false);
			await page.evaluate(() => scrollTo(0, 3000));
			const open = page.getByRole("button", { name: "On this page" });
			expect((await edges(page, ".toc > button")).top).toBeLessThan(80);
			await open.click();
			// Where a reader is, the browser tells when it has time.
			await expect.poll(() => page.locator(".toc [aria-current]").count()).toBe(1);
			await page.getByRole("link", { name: "Plan against delivery" }).click();
			expect(new URL(page.url()).hash).toBe("#delivery");
			expect(await page.locator(".toc ul").first().isVisible()).toBe(false);
			await open.click();
			await page.keyboard.press("Escape");
			expect(await page.locator(".toc ul").first().isVisible()).toBe(false);
		});
	});

	it("leave the search field within reach of the keyboard", async () => {
		await at("handoffs/H-3/", 390, 844, async (page) => {
			await page.evaluate(() => scrollTo(0, 3000));
			expect((await edges(page, "#q")).bottom).toBeLessThan(0);
			await page.keyboard.press("/");
			expect((await edges(page, "#q")).top).toBeGreaterThanOrEqual(0);
		});
	});
});

describe("two handoffs beside each other", () => {
	it("are one below the other on a phone, equal lines once", async () => {
		await at("compare/?a=H-3&b=H-3A", 390, 844, async (page) => {
			await page.waitForSelector(".sides .is");
			const scrolls = (selector: string) =>
				page.locator(selector).evaluateAll((all) => all.some((one) => one.scrollWidth > one.clientWidth));
			expect(await scrolls("#compared .scroll")).toBe(false);
			const shown = await page
				.locator(".sides .same")
				.first()
				.locator("td:not(.no)")
				.evaluateAll((cells) => cells.filter((cell) => cell.checkVisibility()).length);
			expect(shown).toBe(1);
		});
	});
});
