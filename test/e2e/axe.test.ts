import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectReadable } from "./axe.ts";
import { openWindows, type Windows } from "./windows.ts";

const rows = '<tr><td><a href="#a">one</a></td></tr>'.repeat(40);
const page = (rest: string, style: string) =>
	`<!doctype html><html lang="en"><head><title>Page</title><link rel="icon" href="data:,"><style>body { color: #111; background: #fff } a { color: inherit } ${style}</style></head><body><main><h1 id="a">Page</h1><table>${rows}</table>${rest}</main></body></html>`;
const last = '<p class="last">The last of many</p>';
const pages: Readonly<Record<string, string>> = {
	"/clean": page(last, "@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }"),
	"/pale": page(last, ".last { color: #bbb }"),
	"/pale-ground": page(`<div class="on">${last}</div>`, ".on { background: #333 }"),
	"/pale-in-the-dark": page(last, "@media (prefers-color-scheme: dark) { .last { color: #ccc } }"),
	"/nameless": page("<button></button>", ""),
	"/wide": page("<hr>", "hr { width: 800px }"),
};

let server: Server;
let windows: Windows;
let origin = "";

beforeAll(async () => {
	server = createServer(({ url = "" }, response) => {
		response.writeHead(200, { "content-type": "text/html" });
		response.end(pages[url]);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
	windows = await openWindows();
});

afterAll(async () => {
	await windows?.close();
	await new Promise((resolve) => server.close(resolve));
});

it("tells pages that anybody can read from those that somebody cannot", async () => {
	await windows.visit(`${origin}/clean`, {}, async (window) => {
		const told: string[] = [];
		for (const path of Object.keys(pages)) {
			await window.goto(origin + path);
			await expectReadable(window, path, [390, 1280]).catch((error: { message: string; actual: unknown }) =>
				told.push(`${error.message.split(":")[0]}: ${error.actual}`),
			);
			await window.setViewportSize({ width: 1280, height: 900 });
		}
		expect(told).toEqual([
			'/pale light: color-contrast: <p class="last">The last of many</p>',
			'/pale-ground light: color-contrast: <p class="last">The last of many</p>',
			'/pale-in-the-dark dark: color-contrast: <p class="last">The last of many</p>',
			"/nameless light: button-name: <button></button>",
			expect.stringMatching(/^\/wide at 390 px: \d+$/),
		]);
	});
});
