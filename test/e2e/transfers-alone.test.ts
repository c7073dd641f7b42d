import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleLog, sampleTransfer } from "#rules/samples/transfers.ts";
import { type ArchiveSite, openArchiveSite } from "./archive-site.ts";
import { expectReadable } from "./axe.ts";
import { brokenLinks } from "./site-files.ts";

let site: ArchiveSite;

beforeAll(async () => {
	const late = sampleLog(["2026-03-02T11:00", "2026-03-01T11:00"]);
	site = await openArchiveSite(Object.entries({ ...sampleTransfer().files, ...late.files }), "transfers: archive\n");
});

afterAll(() => site?.close());

it("an archive of transfers alone says on its first page where they stand, and leads nowhere else", async () => {
	await site.visit("", { javaScriptEnabled: false }, async (page) => {
		expect(await page.locator(".lede").textContent()).toContain("between modes");
		expect(await page.locator("main h2").allTextContents()).toEqual([
			"Needs someone",
			"Transfers",
			"What changed lately",
		]);
		expect(await page.locator(".finds").textContent()).toContain("is earlier than an entry before it");
		expect(await page.locator(".steps tbody tr").count()).toBeGreaterThan(1);
		expect(await page.locator(".bar nav > .row").innerText()).toBe("Overview\nDecisions\nTransfers");
		expect(await page.locator(".site-foot").textContent()).toContain("transfers and entries of their log");
	});
	expect(brokenLinks(site.folder, "/")).toEqual([]);
});

it("can be read by everyone, however wide the window", async () => {
	await site.visit("", {}, (page) => expectReadable(page, "first page", [320, 1280]));
});
