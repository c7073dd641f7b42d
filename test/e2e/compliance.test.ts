import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Archive } from "#model/archive.ts";
import { ruleAnchor } from "#model/site-path.ts";
import { type ArchiveSite, openArchiveSite } from "./archive-site.ts";
import { expectReadable } from "./axe.ts";
import { brokenLinks, pagesOf } from "./site-files.ts";

const files: Readonly<Record<string, string>> = {
	"H-1/H-1_BUILDER_HANDOFF.md": '# H-1: =SUM(A1), "quoted"\n\n## 1. Mission\n\nBuild PKG-A-001.\n',
	"H-1/H-1_RESULTS.md": "# Results\n\n## Status: PASS\n",
	"H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Second\n",
	"H-1A/H-1A_BUILDER_HANDOFF.md": "# H-1A: A follow-up & more\n",
	"CLEANUP-1/CLEANUP-1_BUILDER_HANDOFF.md": "# CLEANUP-1: Sweep\n",
	"AGENT_PROMPT_HANDOFF_7.md": "# Agent prompt: H-7\n\nRead the spec, then stop and wait for approval.\n",
};
const older = "H-7";

let site: ArchiveSite;
let archive: Archive;

beforeAll(async () => {
	site = await openArchiveSite(Object.entries(files));
	archive = JSON.parse(readFileSync(join(site.folder, "archive.json"), "utf8"));
	expect(archive.handoffs.length, site.output).toBe(5);
});

afterAll(() => site?.close());

const words = {
	fail: "fail",
	"could-not-evaluate": "could not evaluate",
	"needs-human": "needs a human",
	waived: "waived",
	pass: "pass",
	"not-applicable": "not applicable",
} as const;

describe("the compliance page", () => {
	it("shows the verdict of each rule about each handoff, without scripts", async () => {
		await site.visit("compliance/", { javaScriptEnabled: false }, async (page) => {
			const rows = await page
				.locator(".matrix tbody tr")
				.evaluateAll((all) =>
					all.map((row) =>
						[...(row instanceof HTMLTableRowElement ? row.cells : [])].map((cell) => cell.textContent ?? ""),
					),
				);
			const shown = new Map(rows.map(([head = "", ...cells]) => [head.split(" ")[0] ?? "", cells]));
			expect(shown.size).toBe(archive.handoffs.length);
			for (const { handoff, rule, verdict, severity } of archive.verdicts) {
				const index = archive.rules.findIndex(({ id }) => id === rule);
				const word = shown.get(handoff)?.[index];
				if (verdict !== "fail") expect(word, `${handoff} ${rule}`).toBe(words[verdict]);
				else if (severity === "error") expect(word, `${handoff} ${rule}`).toBe("fail");
				else expect(["warning", "note", "fail"], `${handoff} ${rule}`).toContain(word);
			}
		});
	});

	it("counts per rule and handoff what its cells show", async () => {
		await site.visit("compliance/", {}, async (page) => {
			const sums = await page.locator(".matrix").evaluate((matrix) => {
				const failing = matrix.querySelectorAll("tbody .fail").length;
				const rows = [...matrix.querySelectorAll("tbody tr")].map((row) =>
					Number(row.querySelector(".n")?.textContent),
				);
				const columns = [...matrix.querySelectorAll("tfoot tr:first-child .n:not(.all)")].map((cell) =>
					Number(cell.textContent),
				);
				return { failing, rows, columns, all: Number(matrix.querySelector("tfoot .all")?.textContent) };
			});
			const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
			expect(sums.failing).toBeGreaterThan(4);
			expect(sum(sums.rows)).toBe(sums.failing);
			expect(sum(sums.columns)).toBe(sums.failing);
			expect(sums.all).toBe(sums.failing);
		});
	});

	it("has its heads above and beside its cells", async () => {
		await site.visit("compliance/", {}, async (page) => {
			const apart = await page.locator(".matrix").evaluate((matrix) => {
				const left = (cell: Element | null | undefined) => cell?.getBoundingClientRect().left ?? Number.NaN;
				const heads = [...matrix.querySelectorAll("thead .rule")];
				const cells = [...(matrix.querySelector("tbody tr")?.querySelectorAll("td") ?? [])];
				const groups = [...matrix.querySelectorAll("thead .group")];
				const firsts = heads.filter((head) => head.classList.contains("first"));
				return [
					heads.length - cells.length,
					...heads.map((head, index) => left(head) - left(cells[index])),
					...groups.map((group, index) => left(group) - left(firsts[index])),
				].filter((distance) => !(Math.abs(distance) <= 1));
			});
			expect(apart).toEqual([]);
		});
	});

	it("keeps its filters in the address, and shows what they ask for", async () => {
		await site.visit("compliance/", {}, async (page) => {
			await page.locator("[name=family]").selectOption("cleanup");
			await page.locator("[name=group]").selectOption("spec");
			await page.locator("[value=fail]").check();
			expect(new URL(page.url()).search).toBe("?verdict=fail&family=cleanup&group=spec");
			const look = async () => ({
				rows: await page.locator(".matrix tbody th:visible").allTextContents(),
				groups: await page.locator(".matrix .group:visible").allTextContents(),
			});
			const before = await look();
			expect(before.rows).toEqual(["CLEANUP-1 Sweep"]);
			expect(before.groups).toEqual(["spec", "totals"]);
			await page.reload();
			expect(await look()).toEqual(before);
			const downloading = page.waitForEvent("download");
			await page.locator("[data-download=csv]").click();
			const lines = readFileSync(await (await downloading).path(), "utf8")
				.trim()
				.split("\r\n");
			expect(lines).toHaveLength(2);
			expect(lines[0]).toMatch(/^handoff,title,family,standard,spec\//);
			expect(lines[1]).toMatch(/^CLEANUP-1,Sweep,cleanup,.*fail/);
			await page.locator("[type=reset]").click();
			await expect.poll(() => new URL(page.url()).search).toBe("");
			expect((await look()).rows).toHaveLength(5);
		});
	});

	it.each([true, false])(
		"shows the verdicts of today's standard beside those in force, with scripts: %s",
		async (scripts) => {
			const today = new Map((archive.today ?? []).map(({ rule, verdict }) => [rule, verdict]));
			expect(today.size).toBe(archive.rules.length);
			await site.visit("compliance/", { javaScriptEnabled: scripts }, async (page) => {
				if (scripts) await page.locator("[name=group]").selectOption("prompt");
				const cell = page.locator(`tr[data-standard]:has(a.hid:text-is("${older}")) td`);
				const index = archive.rules.findIndex(({ id }) => id === "prompt/contract-version");
				expect(await cell.nth(index).textContent()).toBe("not applicable");
				await page.locator("[data-switch]").click();
				await page.waitForURL(/\/compliance\/today\//);
				expect(new URL(page.url()).search).toBe(scripts ? "?group=prompt" : "");
				expect(await cell.nth(index).textContent()).toBe("fail");
				await cell.nth(index).locator("a").click();
				await page.waitForURL(/#today-prompt--contract-version$/);
				await page.locator(":target").waitFor({ state: "visible" });
				expect(await page.locator(":target td").allTextContents()).toEqual([
					"not applicable",
					"fail",
					expect.stringContaining("version"),
				]);
			});
		},
	);

	it("says nothing of today's standard where that is the one in force", () => {
		expect(readFileSync(join(site.folder, "handoffs/H-1/index.html"), "utf8")).not.toContain('id="today"');
	});

	it("links what fails to the finding, and what passes once it is pointed at", async () => {
		await site.visit("compliance/", {}, async (page) => {
			const href = (await page.locator(".matrix tbody .fail").first().getAttribute("href")) ?? "";
			const quiet = page.locator(".matrix td.pass").first();
			await quiet.hover();
			expect(await quiet.locator("a").getAttribute("href")).toMatch(
				/^\/handoffs\/[^/]+\/#rule-[\w-]+--[\w-]+:~:text=[\w%]+$/,
			);
			await page.goto(new URL(href, site.server.url).href);
			expect(await page.locator(":target").count()).toBe(1);
			expect(await page.locator(":target .what").count()).toBe(1);
		});
	});

	it("shows its ticks in the cells that pass, with and without a filter", async () => {
		await site.visit("compliance/", {}, async (page) => {
			const ticks = (selector: string) =>
				page
					.locator(selector)
					.first()
					.evaluate((one) => getComputedStyle(one).backgroundImage.startsWith("url("));
			const look = async () => [await ticks(".matrix tbody tr"), await ticks(".matrix tbody td.pass:visible")];
			expect(await look()).toEqual([true, false]);
			// The pattern of a row starts at its end, 10rem of totals before it.
			const off = await page
				.locator(".matrix tbody tr")
				.first()
				.evaluate((row) => {
					const cell = row.querySelector("td.pass")?.getBoundingClientRect();
					return cell ? (row.getBoundingClientRect().right - 160 - cell.right) % cell.width : Number.NaN;
				});
			expect(Math.abs(off)).toBeLessThan(1);
			await page.locator("[name=group]").selectOption("reading");
			expect(await look()).toEqual([false, true]);
		});
	});

	it("dims without scripts what a filter leaves out", async () => {
		await site.visit("compliance/", { javaScriptEnabled: false }, async (page) => {
			await page.locator("[value=fail]").check();
			const opacity = (selector: string) =>
				page
					.locator(selector)
					.first()
					.evaluate((cell) => getComputedStyle(cell).opacity);
			expect(await opacity(".matrix td.pass")).toBe("0.18");
			expect(await opacity(".matrix td > .fail")).toBe("1");
		});
	});

	it("is accessible in both themes, and no wider than the window", async () => {
		await site.visit("", {}, async (page) => {
			for (const path of [
				"compliance/",
				"compliance/?verdict=fail&group=spec",
				"compliance/today/",
				"rules/spec/section-missing/",
				"handoffs/H-1/",
				`handoffs/${older}/`,
			]) {
				await page.setViewportSize({ width: 1280, height: 900 });
				await page.goto(site.server.url + path);
				for (const fold of await page.locator("details.fold").all())
					await fold.evaluate((open) => open.setAttribute("open", ""));
				await expectReadable(page, path, [390, 1280]);
			}
		});
	});
});

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
