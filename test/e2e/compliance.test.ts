import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Archive } from "#model/archive.ts";
import type { ArchiveSite } from "./archive-site.ts";
import { expectReadable } from "./axe.ts";
import { older, openComplianceSite } from "./compliance-site.ts";

let site: ArchiveSite;
let archive: Archive;

beforeAll(async () => {
	({ site, archive } = await openComplianceSite());
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
			const rules = await page
				.locator(".matrix table")
				.first()
				.locator("thead [data-rule]")
				.evaluateAll((heads) => heads.map((head) => (head instanceof HTMLElement ? head.dataset["rule"] : undefined)));
			expect(shown.size).toBe(archive.handoffs.length);
			for (const { handoff, rule, verdict, severity } of archive.verdicts) {
				const index = rules.indexOf(rule);
				const word = shown.get(handoff)?.[index];
				if (verdict !== "fail") expect(word, `${handoff} ${rule}`).toBe(words[verdict]);
				else if (severity === "error") expect(word, `${handoff} ${rule}`).toBe("fail");
				else expect(["warning", "note", "fail"], `${handoff} ${rule}`).toContain(word);
			}
		});
	});

	it("opens at the rules that fail most, where a window is too narrow for all", async () => {
		await site.visit(
			"compliance/",
			{ viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
			async (page) => {
				const inView = await page.locator(".matrix").evaluate((matrix) => {
					const { left, right } = matrix.getBoundingClientRect();
					return [...matrix.querySelectorAll("tbody .fail")].filter((cell) => {
						const at = cell.getBoundingClientRect();
						return at.left >= left && at.right <= right;
					}).length;
				});
				expect(inView).toBeGreaterThan(0);
			},
		);
	});

	it("is one stop for the Tab key, from which arrows lead to what fails", async () => {
		await site.visit("compliance/", {}, async (page) => {
			const stops = page.locator(".matrix tbody td > a:not([tabindex='-1'])");
			await expect.poll(() => stops.count()).toBe(1);
			await stops.focus();
			const place = () =>
				page.evaluate(() => {
					const cell = document.activeElement?.closest("td");
					const row = cell?.closest("tr");
					return { column: [...(row?.cells ?? [])].findIndex((one) => one === cell), row: row?.id };
				});
			const start = await place();
			await page.keyboard.press("ArrowDown");
			const below = await place();
			expect(below.column).toBe(start.column);
			expect(below.row).not.toBe(start.row);
			await page.keyboard.press("ArrowUp");
			expect(await place()).toEqual(start);
			await page.keyboard.press("ArrowRight");
			const beside = await place();
			expect(beside.row).toBe(start.row);
			expect(beside.column).toBeGreaterThan(start.column);
			await expect.poll(() => stops.count()).toBe(1);
			await page.locator("[name=family]").selectOption("cleanup");
			await expect.poll(() => stops.count()).toBe(1);
			expect(await stops.isVisible()).toBe(true);
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
				const cells = page.locator(`tr[data-standard]:has(a.hid:text-is("${older}")) td`);
				// What fails most comes first, which is not the same by both standards.
				const cell = async () => {
					const heads = page.locator(".matrix table").first().locator("thead [data-rule]");
					const rules = await heads.evaluateAll((all) => all.map((head) => head.getAttribute("data-rule")));
					return cells.nth(rules.indexOf("prompt/contract-version"));
				};
				expect(await (await cell()).textContent()).toBe("not applicable");
				await page.locator("[data-switch]").click();
				await page.waitForURL(/\/compliance\/today\//);
				expect(new URL(page.url()).search).toBe(scripts ? "?group=prompt" : "");
				expect(await (await cell()).textContent()).toBe("fail");
				await (await cell()).locator("a").click();
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
			// Findings of the rule that follow each other stand together.
			expect(await page.locator(":target .what").count()).toBeGreaterThan(0);
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
