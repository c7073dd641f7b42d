import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type RunningServer, serveSite } from "../../integrations/handoff-archive/serve.ts";
import { launchBrowser } from "./browser.ts";
import { exampleBase } from "./shared-sites.ts";

const { example } = inject("sites");
/** A page of each kind that is laid out in a way of its own. */
const paths = ["", "handoffs/", "handoffs/H-4A/", "timeline/", "compliance/", "transfers/", "decisions/", "files/"];
let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	server = await serveSite({ folder: example, base: exampleBase });
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await server?.close();
});

/** Looks at every kind of page in a window of its own. */
async function everywhere(
	options: BrowserContextOptions,
	look: (page: Page, path: string) => Promise<void>,
	before: (page: Page) => Promise<unknown> = async () => {},
): Promise<void> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	try {
		const page = await context.newPage();
		await before(page);
		for (const path of paths) {
			await page.goto(new URL(path, server.url).href);
			await look(page, path);
		}
	} finally {
		await context.close();
	}
}

const tooWide = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("every kind of page", () => {
	it("fits a window at 200 % and at 400 %", async () => {
		for (const width of [640, 320])
			await everywhere({ viewport: { width, height: 450 }, deviceScaleFactor: 1280 / width }, async (page, path) => {
				expect(await tooWide(page), `${path} at ${width} px`).toBeLessThanOrEqual(0);
			});
	});

	it("fits from right to left", async () => {
		for (const width of [1280, 390])
			await everywhere({ viewport: { width, height: 900 } }, async (page, path) => {
				await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
				expect(await tooWide(page), `${path} at ${width} px`).toBeLessThanOrEqual(0);
				const brand = await page.locator(".brand").boundingBox();
				expect(brand ? brand.x + brand.width : 0, path).toBeGreaterThan(width / 2);
			});
	});

	it("moves nothing that is seen", async () => {
		const record = () => {
			Reflect.set(globalThis, "shifted", 0);
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					Reflect.set(globalThis, "shifted", Reflect.get(globalThis, "shifted") + Reflect.get(entry, "value"));
			}).observe({ type: "layout-shift", buffered: true });
		};
		for (const width of [1280, 390])
			await everywhere(
				{ viewport: { width, height: 900 } },
				async (page, path) => {
					await page.waitForLoadState("networkidle");
					const shifted = await page.evaluate(() => Reflect.get(globalThis, "shifted"));
					// What Lighthouse still gives the whole score for.
					expect(shifted, `${path} at ${width} px`).toBeLessThan(0.05);
				},
				(page) => page.addInitScript(record),
			);
	});

	it("animates nothing for those who asked for less motion", async () => {
		await everywhere({ reducedMotion: "reduce" }, async (page, path) => {
			expect(await page.evaluate(() => document.getAnimations().length), path).toBe(0);
		});
	});

	it("keeps its marks in forced colours", async () => {
		await everywhere({ forcedColors: "active" }, async (page, path) => {
			const marks = await page.evaluate(() => {
				const canvas = getComputedStyle(document.body).backgroundColor;
				return [...document.querySelectorAll(".v, .f, .strip .g")].slice(0, 200).flatMap((mark) => {
					const { backgroundColor, width } = getComputedStyle(mark, "::before");
					return backgroundColor === canvas || Number.parseFloat(width) === 0 ? [mark.outerHTML] : [];
				});
			});
			expect(marks, path).toEqual([]);
		});
	});

	it("has the theme that was chosen before anything is painted", async () => {
		const watch = () => {
			localStorage.setItem("theme", "dark");
			new MutationObserver((_, observer) => {
				if (!document.body) return;
				observer.disconnect();
				Reflect.set(globalThis, "themeAtBody", document.documentElement.dataset["theme"]);
			}).observe(document, { childList: true, subtree: true });
		};
		await everywhere(
			{ colorScheme: "light" },
			async (page, path) => {
				expect(await page.evaluate(() => Reflect.get(globalThis, "themeAtBody")), path).toBe("dark");
				const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
				expect(scheme, path).toBe("dark");
			},
			(page) => page.addInitScript(watch),
		);
	});
});
