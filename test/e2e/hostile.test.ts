import { createServer, type Server } from "node:http";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderDocument } from "#render/document.ts";
import { parsed, record } from "../render/records.ts";
import { attributes, elementsOf, valuesOf } from "../render/shown-text.ts";
import { launchBrowser } from "./browser.ts";
import { hostileFiles } from "./hostile-vectors.ts";

const files = hostileFiles();
const vectors = files.flatMap((file) => file.vectors);

const policy =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** All hostile documents on one page, as a handoff's page shows its documents. */
const body = files
	.map(({ bytes }, index) => renderDocument(parsed(bytes), record(), { idPrefix: `d${index}-` }).html)
	.map((html) => `<article class="prose">${html}</article>`)
	.join("\n");

function pageWith(meta: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Hostile</title><link rel="icon" href="data:,"></head><body><main>${body}</main></body></html>`;
}

const pages: Readonly<Record<string, string>> = {
	"/strict": pageWith(`<meta http-equiv="Content-Security-Policy" content="${policy}">`),
	"/open": pageWith(""),
	"/acting": `<!doctype html><main><script>window.__pwned = 1; alert(1)</script><img src="http://evil.invalid/x.png"></main>`,
};

let server: Server;
let browser: Browser;
let origin = "";

beforeAll(async () => {
	server = createServer((request, response) => {
		const html = pages[request.url ?? ""];
		response.writeHead(html === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
		response.end(html ?? "");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await new Promise((resolve) => server.close(resolve));
});

/** What a page did that a page of plain text does not do. */
interface Deeds {
	readonly dialogs: string[];
	readonly requests: string[];
	readonly messages: string[];
}

async function open(path: string): Promise<{ context: BrowserContext; page: Page; deeds: Deeds }> {
	const context = await browser.newContext();
	const deeds: Deeds = { dialogs: [], requests: [], messages: [] };
	await context.route("**/*", (route) => {
		const url = route.request().url();
		if (url === origin + path) return route.continue();
		deeds.requests.push(url);
		return route.abort("aborted");
	});
	const page = await context.newPage();
	page.on("dialog", (dialog) => {
		deeds.dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	page.on("console", (message) => deeds.messages.push(message.text()));
	page.on("pageerror", (error) => deeds.messages.push(error.message));
	await page.goto(origin + path, { waitUntil: "load" });
	return { context, page, deeds };
}

const pwned = (page: Page) => page.evaluate(() => "__pwned" in window);

describe("hostile documents", () => {
	it("are at least 120 vectors with names of their own", () => {
		expect(vectors.length).toBeGreaterThanOrEqual(120);
		expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
	});

	it("become nothing but harmless elements", () => {
		const elements = elementsOf(body);
		const names = new Set(elements.map(({ tagName }) => tagName));
		for (const name of [
			"script",
			"style",
			"img",
			"svg",
			"math",
			"iframe",
			"object",
			"embed",
			"form",
			"input",
			"button",
			"meta",
			"base",
			"link",
			"template",
			"video",
			"audio",
		])
			expect(names).not.toContain(name);
		for (const element of elements)
			for (const [name, value] of Object.entries(attributes(element))) {
				expect(name).not.toMatch(/^(on|style$|src|srcset|action|formaction|name$|target$)/);
				if (name === "href") expect(value).toMatch(/^(https?:\/\/|mailto:|#d\d+-)/);
				if (name === "id") expect(value).toMatch(/^d\d+-/);
			}
	});

	it("would be caught if they acted", async () => {
		const { context, page, deeds } = await open("/acting");
		expect(await pwned(page)).toBe(true);
		expect(deeds.dialogs).toEqual(["1"]);
		expect(deeds.requests).toContain("http://evil.invalid/x.png");
		await context.close();
	});

	describe.each(["/strict", "/open"])("on %s", (path) => {
		it("do nothing when the page loads, and are all to be read", async () => {
			const { context, page, deeds } = await open(path);
			await page.waitForTimeout(500);
			expect(deeds).toEqual({ dialogs: [], requests: [], messages: [] });
			expect(await pwned(page)).toBe(false);
			expect(page.url()).toBe(origin + path);

			const { text, addresses } = await page.evaluate(() => {
				for (const details of document.querySelectorAll("details")) details.open = true;
				const links = [...document.querySelectorAll("main a")];
				return {
					text: document.querySelector("main")?.innerText ?? "",
					addresses: links.map((link) => link.getAttribute("href") ?? ""),
				};
			});
			const seen = text.replace(/\s+/g, "");
			const unseen = files.flatMap(({ name, bytes }) =>
				valuesOf(parsed(bytes))
					.filter((value) => !seen.includes(value.replace(/\s+/g, "")) && !addresses.includes(value))
					.map((value) => `${name}: ${value}`),
			);
			expect(unseen).toEqual([]);
			await context.close();
		});

		it("do nothing when every link is followed and every element is touched", async () => {
			const { context, page, deeds } = await open(path);
			await page.evaluate(async () => {
				const main = document.querySelector("main");
				const events = [
					"mouseover",
					"mouseenter",
					"pointerover",
					"pointerenter",
					"focus",
					"keydown",
					"copy",
					"paste",
					"toggle",
					"wheel",
					"error",
					"load",
				];
				for (const element of main?.querySelectorAll<HTMLElement>("*") ?? []) {
					for (const event of events) element.dispatchEvent(new Event(event, { bubbles: true }));
					if (element.tagName !== "A") element.click();
					element.focus();
				}
				for (const link of main?.querySelectorAll("a") ?? []) {
					link.click();
					await new Promise((resolve) => setTimeout(resolve, 5));
				}
			});
			await page.waitForTimeout(500);
			expect(await pwned(page)).toBe(false);
			expect(deeds.dialogs).toEqual([]);
			expect(deeds.messages.filter((message) => !/ERR_ABORTED|'mailto:/.test(message))).toEqual([]);
			expect(deeds.requests.filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
			expect(page.url().split("#")[0]).toBe(origin + path);
			await context.close();
		});
	});
});
