import { afterAll, beforeAll, expect, it } from "vitest";
import { type ArchiveSite, openArchiveSite } from "./archive-site.ts";
import { expectReadable } from "./axe.ts";
import { htmlProblems } from "./html.ts";

const ids = Array.from({ length: 70 }, (_, index) => `H-${index + 1}`);

let site: ArchiveSite;

beforeAll(async () => {
	const titles = new Map([
		["H-44", "Of many, and with more words in its title than the head of any row has room for at once"],
	]);
	site = await openArchiveSite(
		ids.map((id) => [`${id}/${id}_BUILDER_HANDOFF.md`, `# ${id}: ${titles.get(id) ?? "Of many"}\n`]),
	);
});

afterAll(() => site?.close());

/** Text and links of each row, by its id. */
function rowsIn(matrix: Element): string[] {
	return [...matrix.querySelectorAll("tbody tr")].map((row) =>
		[row.id, row.textContent, ...[...row.querySelectorAll("a")].map((link) => link.getAttribute("href"))].join(" "),
	);
}

it("puts every row into the table, the same that stand there without scripts", async () => {
	const without = await site.visit("compliance/", { javaScriptEnabled: false }, (page) =>
		page.locator(".matrix").evaluate(rowsIn),
	);
	expect(without.map((row) => row.split(" ")[0])).toEqual(ids.map((id) => `row-${id}`));
	await site.visit("compliance/", {}, async (page) => {
		const matrix = page.locator(".matrix");
		await expect.poll(() => matrix.evaluate(rowsIn)).toEqual(without);
		expect(await matrix.locator("table").count()).toBe(1);
	});
});

it("keeps the room of rows that come later, and shows totals once without scripts", async () => {
	await site.visit("compliance/", {}, async (page) => {
		const { row, room } = await page.locator(".matrix").evaluate((matrix) => {
			const heightOf = (element?: Element | null) => element?.getBoundingClientRect().height ?? Number.NaN;
			const part = document.createElement("tbody");
			matrix.querySelector("table")?.append(part);
			return { row: heightOf(matrix.querySelector("tbody tr")), room: heightOf(part) };
		});
		expect(room).toBe(8 * row);
	});
	await site.visit("compliance/", { javaScriptEnabled: false }, async (page) => {
		expect(await page.locator(".matrix table").count()).toBe(2);
		expect(await page.locator(".matrix tfoot:visible").count()).toBe(1);
	});
});

it("has each column in one place, whatever the rows hold that come later", async () => {
	const columns = (matrix: Element) =>
		[...matrix.querySelectorAll("tr")]
			.flatMap((row) => row.children[1] ?? [])
			.filter((cell) => cell.checkVisibility({ contentVisibilityAuto: true }))
			.map((cell) => Math.round(cell.getBoundingClientRect().left));
	for (const javaScriptEnabled of [true, false])
		await site.visit("compliance/", { javaScriptEnabled }, async (page) => {
			const matrix = page.locator(".matrix");
			await page.locator("#row-H-44").scrollIntoViewIfNeeded();
			expect([...new Set(await matrix.evaluate(columns))]).toHaveLength(1);
			const head = await page.locator(".matrix .corner").first().boundingBox();
			expect(head?.width).toBe(21 * 16);
		});
});

it("leads to a row that is not in the table yet", async () => {
	await site.visit("compliance/#row-H-44", {}, async (page) => {
		await expect.poll(() => page.locator("#row-H-44:target").count()).toBe(1);
		const box = await page.locator("#row-H-44").boundingBox();
		expect(box?.y).toBeGreaterThan(0);
		expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
	});
});

it("filters all rows, asked in the address before they are there", async () => {
	await site.visit("compliance/?verdict=fail", {}, async (page) => {
		await expect.poll(() => page.locator("output").textContent()).toMatch(/^70 of 70 handoffs/);
		const failing = await page.locator(".matrix tbody .fail").count();
		expect(failing).toBeGreaterThanOrEqual(70);
		expect(await page.locator(".matrix tfoot .all").first().textContent()).toBe(String(failing));
	});
});

it("is valid", async () => {
	expect(await htmlProblems(site.folder, ["compliance/index.html"])).toEqual([]);
});

it("is one stop for the Tab key, though the rows that come first may need nobody", async () => {
	await site.visit("compliance/", {}, async (page) => {
		const stops = () => page.locator(".matrix tbody td > a:not([tabindex='-1'])").count();
		await page.route(page.url(), async (route) => {
			const [shown = "", ...later] = (await (await route.fetch()).text()).split("<noscript><table");
			const quiet = shown.replace(/<td([^>]*)><a class="\w+" href="[^"]*">[^<]*<\/a>/g, '<td$1 class="pass">pass');
			await route.fulfill({ body: [quiet, ...later].join("<noscript><table"), contentType: "text/html" });
		});
		await page.reload();
		await expect.poll(stops).toBe(1);
		expect(await page.locator(".matrix tbody:first-of-type td > a").count()).toBe(0);
		await page.unroute(page.url());
	});
});

it("has a square for each of many handoffs on the overview, which says its id where it is pointed at", async () => {
	await site.visit("", {}, async (page) => {
		const square = page.locator(".strip a").nth(40);
		const name = square.locator(".name");
		const wide = () => name.evaluate((element) => element.getBoundingClientRect().width > 20);
		expect(await wide()).toBe(false);
		await square.focus();
		expect(await wide()).toBe(true);
		await page.locator("h1").click();
		await page.locator(".strip a").nth(3).hover();
		expect(await wide()).toBe(false);
		const { height } = await page.locator(".strip").evaluate((strip) => strip.getBoundingClientRect());
		expect(height).toBeLessThan(100);
		await page.keyboard.press("Escape");
		await page.locator(".strip a").last().focus();
		const focused = () => page.evaluate(() => document.activeElement?.querySelector(".name")?.textContent);
		await page.keyboard.press("ArrowLeft");
		expect(await focused()).toBe("H-69");
		await page.keyboard.press("ArrowUp");
		const above = Number((await focused())?.slice(2));
		expect(above).toBeLessThan(68);
		await page.keyboard.press("ArrowDown");
		expect(await focused()).toBe("H-69");
		await page.keyboard.press("Home");
		expect(await focused()).toBe("H-1");
		expect(await page.locator(".strip a[tabindex='0']").count()).toBe(1);
		await expectReadable(page, "an overview of many", [1280, 390]);
	});
});
