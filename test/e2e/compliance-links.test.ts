import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Archive } from "#model/archive.ts";
import { ruleAnchor } from "#model/site-path.ts";
import type { ArchiveSite } from "./archive-site.ts";
import { older, openComplianceSite } from "./compliance-site.ts";
import { brokenLinks, pagesOf } from "./site-files.ts";

let site: ArchiveSite;
let archive: Archive;

beforeAll(async () => {
	({ site, archive } = await openComplianceSite());
});

afterAll(() => site?.close());

it("every verdict of a handoff stands on its page, where the matrix links to", () => {
	const pages = new Map(pagesOf(site.folder).map((page) => [page.file, page]));
	for (const { id } of archive.handoffs) {
		const page = pages.get(`handoffs/${id}/index.html`);
		const rows = page?.html.match(/(?<=<li><a href="\/rules\/)[^"]+(?=\/")/g) ?? [];
		const anchored = archive.rules
			.filter(({ id: rule }) => page?.ids.has(ruleAnchor(rule)))
			.map(({ id: rule }) => rule);
		expect([...anchored, ...rows].sort(), id).toEqual(archive.rules.map(({ id: rule }) => rule).sort());
	}
});

it("the cell of a rule that a handoff keeps leads to its row also where no script runs", async () => {
	let href = "";
	await site.visit("compliance/", {}, async (page) => {
		const quiet = page.locator(".matrix td.pass").first();
		await quiet.hover();
		href = (await quiet.locator("a").getAttribute("href")) ?? "";
	});
	await site.visit(href.slice(1), { javaScriptEnabled: false }, async (page) => {
		await page.locator("details.fold[open]").first().waitFor();
		const rule = decodeURIComponent(href.split("text=")[1] ?? "");
		const row = page.locator(".decided a", { hasText: rule }).first();
		await expect.poll(() => row.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(1000);
	});
});

it.each(["rule-reading--empty", "reading/empty"])(
	"a link to a rule that a handoff keeps (#%s) leads to its row, and opens what it is folded into",
	async (anchor) => {
		await site.visit(`handoffs/H-1/#${anchor}`, {}, async (page) => {
			const row = page.locator(":target");
			await row.waitFor({ state: "visible" });
			expect(await row.textContent()).toContain("reading/empty");
		});
	},
);

it("no link of the site leads nowhere", () => {
	expect(brokenLinks(site.folder, "/")).toEqual([]);
});

it("a rule's page shows its examples and who breaks it", () => {
	const html = readFileSync(join(site.folder, "rules/spec/section-missing/index.html"), "utf8");
	expect(html).toContain(">Kept<");
	expect(html).toContain(">Broken<");
	expect(html).toMatch(/<mark>[^<]+<\/mark>/);
	expect(html).toContain('href="/handoffs/H-2/#rule-spec--section-missing"');
	expect(html).toContain('href="/standards/builder-handoff-standard/"');
	for (const { id, source } of archive.rules)
		if (source.standard === "PUB")
			expect(readFileSync(join(site.folder, `rules/${id}/index.html`), "utf8"), id).toMatch(
				/href="\/standards\/publishing\/#[a-z-]+"/,
			);
});

describe("the files", () => {
	it("hold every verdict", () => {
		const json = JSON.parse(readFileSync(join(site.folder, "compliance.json"), "utf8"));
		expect(json.rules).toHaveLength(archive.rules.length);
		const total = Object.values<number>(json.totals).reduce((sum, count) => sum + count, 0);
		expect(total).toBe(archive.verdicts.length);
		const [head, ...rows] = readFileSync(join(site.folder, "compliance.csv"), "utf8").trim().split("\r\n");
		expect(head?.split(",")).toHaveLength(4 + archive.rules.length);
		expect(rows).toHaveLength(archive.handoffs.length);
	});

	it("hold what today's standard says, too", () => {
		const json = JSON.parse(readFileSync(join(site.folder, "compliance/today.json"), "utf8"));
		const row = json.handoffs.find(({ id }: { id: string }) => id === older);
		expect(row.verdicts["prompt/contract-version"]).toBe("fail");
		const csv = readFileSync(join(site.folder, "compliance/today.csv"), "utf8").trim().split("\r\n");
		expect(csv).toHaveLength(archive.handoffs.length + 1);
	});

	it("badge says how many comply", () => {
		const svg = readFileSync(join(site.folder, "badge.svg"), "utf8");
		const failing = new Set(
			archive.findings
				.filter(({ decides, severity, excused }) => decides === "fail" && severity === "error" && !excused)
				.map(({ handoff }) => handoff),
		);
		failing.delete(null);
		expect(svg).toMatch(/<title>handoffs: \d+ compl(?:y|ies), \d+ fails?/);
		expect(svg).toContain(`${failing.size} fail`);
	});
});
