import type { Page } from "playwright-core";
import type { ExampleSite } from "./archive-site.ts";

/** The address of the search page with a question. */
export function askedAt(site: ExampleSite, query: string): string {
	return `${site.address("search/")}?q=${encodeURIComponent(query)}`;
}

/** Waits until a question is answered, be it by nothing. */
export async function settled(page: Page): Promise<void> {
	await page.waitForSelector("#results:not([hidden]):not([aria-busy]) :is(#hits > li, #more > .empty)");
}

/** Asks as a reader does, in the field of the page that is open. */
export async function ask(page: Page, query: string): Promise<void> {
	await page.fill("#q", query);
	await page.waitForFunction((words) => new URLSearchParams(location.search).get("q") === words, query);
	await settled(page);
}

/** The documents that answer, in their order. */
export function paths(page: Page): Promise<string[]> {
	return page.$$eval("#hits [data-path]", (hits) => [
		...new Set(hits.map((hit) => hit.getAttribute("data-path") ?? "")),
	]);
}

/** The filters that are ticked. */
export function checked(page: Page): Promise<(string | null)[]> {
	return page.$$eval("#facets input:checked", (boxes) => boxes.map((box) => box.getAttribute("value")));
}
