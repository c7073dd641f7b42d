import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { writeSitemap } from "../../integrations/handoff-archive/publish/sitemap.ts";

const folder = mkdtempSync(join(tmpdir(), "handoffs-sitemap-"));
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const site = "https://plants.example";

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("names every page but the one for wrong addresses, and tells robots where it is", () => {
	writeSitemap({ folder, site, base: "/", pages: ["", "handoffs/H-1/", "404/"] });
	expect([...read("sitemap.xml").matchAll(/<loc>([^<]*)/g)].map(([, address]) => address)).toEqual([
		`${site}/`,
		`${site}/handoffs/H-1/`,
	]);
	expect(read("robots.txt")).toContain(`Sitemap: ${site}/sitemap.xml`);
});

it("is cut into parts that search engines take", () => {
	const pages = Array.from({ length: 50_001 }, (_, index) => `handoffs/H-${index}/`);
	writeSitemap({ folder, site, base: "/team/", pages });
	const parts = [...read("sitemap.xml").matchAll(/<loc>([^<]*)/g)].map(([, address = ""]) => address);
	expect(parts).toEqual([`${site}/team/sitemap-1.xml`, `${site}/team/sitemap-2.xml`]);
	const listed = parts.flatMap((part) => [...read(part.slice(part.lastIndexOf("/") + 1)).matchAll(/<loc>/g)]);
	expect(listed.length).toBe(pages.length);
});
