import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openExampleSite } from "./archive-site.ts";
import { comeToRest, type WindowOptions } from "./windows.ts";

/** A page of each kind that is laid out in a way of its own. */
const paths = ["", "handoffs/", "handoffs/H-4A/", "timeline/", "compliance/", "transfers/", "decisions/", "files/"];
const site = openExampleSite();

/** Looks at every kind of page. */
function everywhere(options: WindowOptions, look: (page: Page, path: string) => Promise<void>): Promise<void> {
	return site.visit("404.html", options, async (page) => {
		for (const path of paths) {
			await page.goto(site.address(path));
			await look(page, path);
		}
	});
}

/** Expects of a page that it is no wider than its window. */
async function expectToFit(page: Page, path: string, width: number): Promise<void> {
	await page.setViewportSize({ width, height: 900 });
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over, `${path} at ${width} px`).toBeLessThanOrEqual(0);
}

describe("every kind of page", () => {
	// Zoom gives a page of a window of 1280 px fewer pixels of its own.
	it("fits a window at 200 % and at 400 %, and from right to left", async () => {
		await everywhere({}, async (page, path) => {
			for (const zoom of [2, 4]) await expectToFit(page, path, 1280 / zoom);
			await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
			for (const width of [390, 1280]) {
				await expectToFit(page, `${path} from right to left`, width);
				const brand = await page.locator(".brand").boundingBox();
				expect(brand ? brand.x + brand.width : 0, path).toBeGreaterThan(width / 2);
			}
		});
	});

	it.each([320, 390])("keeps its bar to two rows at %i px, whatever the archive is called", async (width) => {
		await site.visit("rules/", { viewport: { width, height: 844 } }, async (page) => {
			const { bar, nav, brand, field } = await page.evaluate(() => {
				const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().toJSON();
				const name = document.querySelector(".brand");
				if (name) name.textContent = "Handoffs of the ledger, the bus and all their gateways";
				return { bar: boxOf(".bar"), nav: boxOf(".bar nav"), brand: boxOf(".brand"), field: boxOf(".bar form") };
			});
			expect(nav.bottom).toBeLessThanOrEqual(bar.bottom);
			expect(field.top).toBe(brand.top);
		});
	});

	it("begins where the bar begins, however wide the window", async () => {
		await everywhere({ viewport: { width: 1920, height: 1080 } }, async (page, path) => {
			const [brand, title] = await page.evaluate(() =>
				[".brand", "main h1, main .crumbs"].map(
					(selector) => document.querySelector(selector)?.getBoundingClientRect().left,
				),
			);
			expect(title, path).toBe(brand);
		});
	});

	it("names the place of a quoted line in one line beside it, in no more room than that takes", async () => {
		const options = { viewport: { width: 1280, height: 900 } };
		for (const path of ["handoffs/H-11/", "transfers/replay--01-orchestrator-spec/"])
			await site.visit(path, options, async (page) => {
				const places = await page.evaluate(() =>
					[...document.querySelectorAll(".ev > :first-child")].map((place) => {
						const text = new Range();
						text.selectNodeContents(place);
						const { width, height } = text.getBoundingClientRect();
						return { height, spare: place.getBoundingClientRect().width - width };
					}),
				);
				expect(places.length, path).toBeGreaterThan(0);
				for (const { height, spare } of places) {
					expect(height, path).toBeLessThan(30);
					expect(spare, path).toBeLessThan(72);
				}
			});
	});

	it("never ends a line within an id, on a phone either", async () => {
		await everywhere({ viewport: { width: 390, height: 844 } }, async (page, path) => {
			const broken = await page.evaluate(() =>
				[...document.querySelectorAll("main .hid")].flatMap((id) => {
					const text = new Range();
					text.selectNodeContents(id);
					const lines = new Set([...text.getClientRects()].map(({ top }) => top));
					return lines.size > 1 ? [id.textContent] : [];
				}),
			);
			expect(broken, path).toEqual([]);
		});
	});

	it.each([648, 768, 1024])("shows all of a handoff in the list without scrolling it, %i px wide", (width) =>
		site.visit("handoffs/", { viewport: { width, height: 900 } }, async (page) => {
			const over = await page.locator(".scroll").evaluate((list) => list.scrollWidth - list.clientWidth);
			expect(over).toBeLessThanOrEqual(0);
			const tests = page.locator("tbody tr").first().locator("[data-of]").first();
			expect(await tests.evaluate((figure) => getComputedStyle(figure, "::before").content)).toContain("Tests");
		}),
	);

	it("says on a phone too which hash of a file is which", async () => {
		await site.visit("handoffs/H-4/", { viewport: { width: 390, height: 844 } }, async (page) => {
			const labels = await page.evaluate(() =>
				[...document.querySelectorAll("section:has(> .sh > #files) td:has(.hash)")].map(
					(cell) => getComputedStyle(cell, "::before").content,
				),
			);
			expect(labels.length).toBeGreaterThan(0);
			for (const label of labels) expect(label).toMatch(/^"(?:Before|After) "$/);
		});
	});

	it.each(["ltr", "rtl"])("keeps the words of the matrix's cells out of sight, %s", async (direction) => {
		await site.visit("compliance/", {}, async (page) => {
			const inSight = await page.evaluate((dir) => {
				document.documentElement.dir = dir;
				const cells = [...document.querySelectorAll(".matrix tbody td:not(.n)")].slice(0, 200);
				return cells.filter((cell) => {
					const words = new Range();
					words.selectNodeContents(cell.querySelector("a") ?? cell);
					const [box, text] = [cell.getBoundingClientRect(), words.getBoundingClientRect()];
					return text.width > 0 && text.right > box.left && text.left < box.right;
				}).length;
			}, direction);
			expect(inSight).toBe(0);
		});
	});

	it("lets what documents say run the way their own words do, from right to left", async () => {
		await site.visit("handoffs/H-1/", {}, async (page) => {
			const ends = await page.evaluate(() => {
				document.documentElement.dir = "rtl";
				const line = [...document.querySelectorAll(".doc p")].find(
					(one) => /\w\.$/.test(one.textContent ?? "") && one.childNodes.length === 1 && one.clientHeight < 40,
				);
				const text = line?.firstChild;
				if (!(text instanceof Text)) return null;
				const leftOf = (at: number) => {
					const range = new Range();
					range.setStart(text, at);
					range.setEnd(text, at + 1);
					return range.getBoundingClientRect().left;
				};
				return { first: leftOf(0), stop: leftOf(text.length - 1) };
			});
			expect(ends?.stop).toBeGreaterThan(ends?.first ?? Number.POSITIVE_INFINITY);
		});
	});

	it.each([1280, 390])("moves nothing that is seen, at %i px", async (width) => {
		const before = () => {
			Reflect.set(globalThis, "shifted", 0);
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					Reflect.set(globalThis, "shifted", Reflect.get(globalThis, "shifted") + Reflect.get(entry, "value"));
			}).observe({ type: "layout-shift", buffered: true });
		};
		await everywhere({ before, viewport: { width, height: 900 } }, async (page, path) => {
			await comeToRest(page);
			const shifted = await page.evaluate(() => Reflect.get(globalThis, "shifted"));
			// What Lighthouse still gives the whole score for.
			expect(shifted, path).toBeLessThan(0.05);
		});
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
			const lines = await page.evaluate(() => [
				getComputedStyle(document.querySelector(".bar") ?? document.body).backgroundColor,
				...[...document.querySelectorAll(".bar nav > ul a:not([aria-current])")].map(
					(link) => getComputedStyle(link).borderBlockEndColor,
				),
			]);
			const dash = await page.evaluate(() => {
				const cell = document.querySelector(".matrix .na");
				return cell && getComputedStyle(cell).backgroundImage;
			});
			expect(dash, path).not.toBe("none");
			expect(new Set(lines).size, `${path}: lines below other sections than this one`).toBe(1);
		});
	});

	it("has the theme that was chosen before anything is painted", async () => {
		const before = () => {
			localStorage.setItem("theme", "dark");
			new MutationObserver((_, observer) => {
				if (!document.body) return;
				observer.disconnect();
				Reflect.set(globalThis, "themeAtBody", document.documentElement.dataset["theme"]);
			}).observe(document, { childList: true, subtree: true });
		};
		await everywhere({ before, colorScheme: "light" }, async (page, path) => {
			expect(await page.evaluate(() => Reflect.get(globalThis, "themeAtBody")), path).toBe("dark");
			const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
			expect(scheme, path).toBe("dark");
		});
	});
});
