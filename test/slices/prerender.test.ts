import { expect, it } from "vitest";
import { outputPath } from "../../integrations/handoff-archive/prerender.ts";

it.each([
	["/", "/", "page", "index.html"],
	["/handoffs/H-1/", "/", "page", "handoffs/H-1/index.html"],
	["/b/handoffs/%C3%9C-1/", "/b/", "page", "handoffs/Ü-1/index.html"],
	["/404/", "/", "page", "404.html"],
	["/b/handoffs/H-1.md", "/b/", "endpoint", "handoffs/H-1.md"],
	["/elsewhere/", "/b/", "page", null],
	["/a%20b/", "/", "page", null],
	["/a%2F..%2F..%2Fb/", "/", "page", null],
	["/50%/", "/", "page", null],
	["/old/", "/", "redirect", null],
])("the file of %s below %s, a %s", (pathname, base, type, file) => {
	expect(outputPath(pathname, base, type)).toBe(file);
});
