import type { Browser, BrowserContextOptions, ConsoleMessage, Page, Request } from "playwright-core";
import { expect } from "vitest";
import { launchBrowser } from "./browser.ts";

/** How a window is opened, and what runs in it before any script of a page. */
export interface WindowOptions extends BrowserContextOptions {
	readonly before?: () => void;
}

/**
 * A browser whose windows are used again: a new one takes longer than a page in it, and holds nothing of the one before.
 */
export interface Windows {
	readonly browser: Browser;
	/**
	 * Opens a page in a window that knows nothing of earlier ones, 1280 px wide unless asked otherwise. What a page
	 * reports to the console or throws fails the test, and so does what it asks of another origin.
	 */
	visit<Seen>(url: string, options: WindowOptions, look: (page: Page) => Promise<Seen>): Promise<Seen>;
	close(): Promise<void>;
}

const ordinaryViewport = { width: 1280, height: 900 };
/** Other work on the machine may take its share; only what hangs is to end by time. */
const patience = 180_000;

/** Starts a browser for the tests of a file. */
export async function openWindows(): Promise<Windows> {
	const browser = await launchBrowser();
	const free = new Map<string, Page>();

	async function take(key: string, { before, ...options }: WindowOptions): Promise<Page> {
		const used = free.get(key);
		free.delete(key);
		if (used) return used;
		const context = await browser.newContext(options);
		context.setDefaultTimeout(patience);
		if (before) await context.addInitScript(before);
		return context.newPage();
	}

	return {
		browser,
		visit: async (url, { viewport = ordinaryViewport, ...options }, look) => {
			const key = JSON.stringify({ ...options, before: String(options.before) });
			const page = await take(key, { ...options, viewport });
			if (viewport) await page.setViewportSize(viewport);
			const troubles: string[] = [];
			const stop = listen(page, new URL(url), troubles);
			try {
				await page.goto(url);
				const seen = await look(page);
				expect(troubles, url).toEqual([]);
				stop();
				await forget(page);
				free.set(key, page);
				return seen;
			} catch (error) {
				await page.context().close();
				throw error;
			}
		},
		close: () => browser.close(),
	};
}

/** Notes what a page complains of or asks of another origin, until the function returned is called. */
function listen(page: Page, { origin, protocol }: URL, troubles: string[]): () => void {
	const onConsole = (message: ConsoleMessage) => {
		// A page opened from disk asks in vain for what needs a server, before it helps itself.
		if (protocol !== "file:" && ["error", "warning"].includes(message.type()))
			troubles.push(`console: ${message.text()}`);
	};
	const onError = (error: Error) => troubles.push(`error: ${error.message}`);
	const onRequest = (request: Request) => {
		const asked = new URL(request.url());
		if (asked.origin !== origin && !["data:", "blob:"].includes(asked.protocol))
			troubles.push(`request: ${asked.href}`);
	};
	page.on("console", onConsole).on("pageerror", onError).on("request", onRequest);
	return () => page.off("console", onConsole).off("pageerror", onError).off("request", onRequest);
}

/** Leaves a window as a new one is: no page, nothing stored, no choice of media, the mouse in its corner. */
async function forget(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const storage of [localStorage, sessionStorage]) storage.clear();
	});
	await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
	await page.mouse.move(0, 0);
	await page.goto("about:blank");
}

/** Waits until a page has its fonts, has drawn itself and has nothing left to do. */
export function comeToRest(page: Page): Promise<void> {
	return page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise(requestAnimationFrame);
		await new Promise((resolve) => requestIdleCallback(resolve));
	});
}
