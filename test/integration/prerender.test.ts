import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AstroPrerenderer } from "astro";
import { afterAll, describe, expect, it } from "vitest";
import { outputPath, sitePrerenderer } from "../../integrations/handoff-archive/astro/prerender.ts";

it.each([
	["/", "/", "page", "index.html"],
	["/handoffs/H-1/", "/", "page", "handoffs/H-1/index.html"],
	["/b/handoffs/%C3%9C-1/", "/b/", "page", "handoffs/Ü-1/index.html"],
	["/404/", "/", "page", "404.html"],
	["/b/handoffs/H-1.md", "/b/", "endpoint", "handoffs/H-1.md"],
	["/compliance/today.csv/", "/", "endpoint", "compliance/today.csv"],
	["/elsewhere/", "/b/", "page", null],
	["/a%20b/", "/", "page", null],
	["/a%2F..%2F..%2Fb/", "/", "page", null],
	["/50%/", "/", "page", null],
	["/old/", "/", "redirect", null],
])("the file of %s below %s, a %s", (pathname, base, type, file) => {
	expect(outputPath(pathname, base, type)).toBe(file);
});

describe("pages that are written as they are made", () => {
	const folder = mkdtempSync(join(tmpdir(), "prerender-"));
	afterAll(() => rmSync(folder, { recursive: true }));
	const request = new Request("http://localhost/handoffs/H-1/");

	it.each([
		["a response", (response: Response) => response],
		["a response beside other things", (response: Response) => ({ response })],
	])("leave Astro nothing to write where it gives %s", async (_, form) => {
		const astros = { render: async () => form(new Response("<h1>H-1</h1>")) } as unknown as AstroPrerenderer;
		const options = { routeData: { type: "page" } } as Parameters<AstroPrerenderer["render"]>[1];
		const of = (to: string | null) => sitePrerenderer(astros, { before: async () => {}, folder: to, base: "/" });
		const responseOf = (rendered: Awaited<ReturnType<AstroPrerenderer["render"]>>) =>
			rendered instanceof Response ? rendered : rendered.response;
		const file = join(folder, "handoffs/H-1/index.html");
		rmSync(file, { force: true });
		expect(await responseOf(await of(null).render(request, options)).text()).toBe("<h1>H-1</h1>");
		expect(existsSync(file)).toBe(false);
		expect(responseOf(await of(folder).render(request, options)).body).toBeNull();
		expect(readFileSync(file, "utf8")).toBe("<h1>H-1</h1>");
	});
});
