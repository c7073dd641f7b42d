import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArchiveSite, openArchiveSite } from "./archive-site.ts";
import { expectReadable } from "./axe.ts";
import { brokenLinks } from "./site-files.ts";

const hash = `sha256:${"a".repeat(64)}`;

const spec = (id: string, name: string, ...lines: readonly string[]) => ({
	[`${id}/${id}_BUILDER_HANDOFF.md`]: `# ${id}: <Part> & "${id}"\n\n${lines.join("\n")}\n\n## 1. Mission\n\nBuild ${name}.\n\n## 5. Package Plan\n\n### ${name}\n\n- Package ID: ${name}\n- Layer: 1\n- plane_id: hot\n- Dependencies: PKG-BASE-001\n\n## 9. Files Summary\n\n| File | Location | Action |\n|---|---|---|\n| \`a.py\` | \`_staging/${name}/\` | CREATE |\n| \`b.py\` | \`_staging/${name}/\` | CREATE |\n`,
});
const results = (id: string, name: string, packages: number, tests: number) => ({
	[`${id}/${id}_RESULTS.md`]: `# Results: ${id}\n\n## Status: PASS\n\n## Files Created\n\n- _staging/${name}/a.py (SHA256: ${hash})\n- _staging/${name}/c.py (SHA256: ${hash})\n\n## Full Regression Test — ALL STAGED PACKAGES\n\n- Total: ${tests} tests\n- Passed: ${tests}\n- Failed: 0\n- Skipped: 0\n- Command: \`pytest _staging/\`\n\n## Baseline Snapshot (AFTER this agent's work)\n\n- Packages installed: ${packages}\n- Total tests (all staged): ${tests}\n`,
});
const files = {
	...spec("H-1", "PKG-ONE-001", "**Wave:** W1"),
	...results("H-1", "PKG-ONE-001", 1, 20),
	...spec("H-2", "PKG-TWO-001", "**Wave:** W1"),
	...results("H-2", "PKG-TWO-001", 2, 45),
	...spec("H-2A", "PKG-TWO-001", "**Integrates:** W1"),
	...results("H-2A", "PKG-TWO-001", 2, 40),
	...spec("H-3", "PKG-THREE-001", "**Depends on:** H-1"),
};
const pages = ["timeline/", "timeline/component/", "packages/", "packages/PKG-TWO-001/", "lineage/", "handoffs/H-2A/"];

let site: ArchiveSite;

beforeAll(async () => {
	site = await openArchiveSite(Object.entries(files));
});

afterAll(() => site?.close());

describe("the pages that relate handoffs", () => {
	it("say the same in the chart and in the table, without scripts", async () => {
		await site.visit("timeline/", { javaScriptEnabled: false }, async (page) => {
			const titles = await page.locator(".chart.for-page a > title").allTextContents();
			const rows = await page
				.locator("#timeline-table tbody tr")
				.evaluateAll((all) =>
					all.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent?.trim() ?? "")),
				);
			expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
				["H-1", "1", "20", ""],
				["H-2", "2", "45", "+25"],
				["H-2A", "2", "40", "−5"],
				["H-3", "open", "open", ""],
			]);
			const drawn = (unit: string) =>
				titles.flatMap((title) => {
					const [, id, value] = new RegExp(`^(\\S+): (\\S+) ${unit}s?\\b`).exec(title) ?? [];
					return id === undefined ? [] : [`${id} ${value}`];
				});
			const stated = (column: number) =>
				rows.flatMap((cells) => (/^\d/.test(cells[column] ?? "") ? [`${cells[0]} ${cells[column]}`] : []));
			expect(drawn("test")).toEqual(stated(2));
			expect(drawn("package")).toEqual(stated(1));
			expect(await page.locator("#timeline-table").textContent()).toContain("regressed no reason stated");
		});
	});

	it("lead from point to point with arrows, and from a point to its handoff", async () => {
		await site.visit("timeline/", {}, async (page) => {
			const stops = page.locator(".chart a[tabindex='0']:visible");
			expect(await stops.count()).toBe(1);
			await stops.first().focus();
			await page.keyboard.press("ArrowRight");
			expect(await page.locator("#timeline-readout").textContent()).toContain("H-2: 45 tests");
			await page.keyboard.press("Enter");
			await page.waitForURL("**/handoffs/H-2/");
		});
	});

	it("keep the axis in sight when the chart is moved to the side, without scripts", async () => {
		await site.visit("timeline/", { javaScriptEnabled: false }, async (page) => {
			const places = await page.locator(".chart:visible").evaluate((chart: HTMLElement) => {
				chart.style.inlineSize = "300px";
				const lefts = () => [...chart.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect().left);
				const before = lefts();
				chart.scrollLeft = 60;
				return { before, after: lefts() };
			});
			const [drawing = 0, axis] = places.before;
			expect(axis).toBe(drawing);
			expect(places.after).toEqual([drawing - 60, axis]);
		});
	});

	it("are whole on a phone, with what the lines are of below", async () => {
		await site.visit("timeline/", { viewport: { width: 360, height: 800 } }, async (page) => {
			const chart = page.locator(".chart:visible");
			expect(await chart.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
			expect(await page.locator(".series li:visible").count()).toBeGreaterThan(0);
		});
		await site.visit("timeline/", {}, async (page) => {
			expect(await page.locator(".chart:visible").count()).toBe(1);
			expect(await page.locator(".series li:visible").count()).toBe(0);
		});
	});

	it("break what tests were run of into lines on a phone, however long it is", async () => {
		await site.visit("timeline/", { viewport: { width: 360, height: 800 } }, async (page) => {
			const over = await page.locator("#timeline-table").evaluate((table) => {
				const scope =
					"all staged, without PKG-BUOY-001, collected before _staging/tests/test_bootstrap_sequence_of_planes.py";
				for (const delta of table.querySelectorAll(".delta"))
					delta.insertAdjacentHTML("afterend", `<td class="scope">${scope}</td>`);
				const { scrollWidth = 0, clientWidth = 0 } = table.parentElement ?? {};
				return scrollWidth - clientWidth;
			});
			expect(over).toBe(0);
		});
	});

	it("keep only a picked stretch in the table", async () => {
		await site.visit("timeline/", {}, async (page) => {
			const chart = await page.locator(".chart svg[role]:visible").boundingBox();
			if (!chart) throw new Error("no chart");
			await page.mouse.move(chart.x + 76, chart.y + 100);
			await page.mouse.down();
			await page.mouse.move(chart.x + 76 + 60, chart.y + 110, { steps: 4 });
			await page.mouse.up();
			const visible = page.locator("#timeline-table tbody tr:visible");
			expect(await visible.count()).toBe(2);
			expect(await page.locator("#timeline-readout").textContent()).toContain("H-1 to H-2: 2 of 4 handoffs");
			await page.keyboard.press("Escape");
			expect(await visible.count()).toBe(4);
		});
	});

	it("say which handoffs touched a package, and what was not planned", async () => {
		await site.visit("packages/PKG-TWO-001/", { javaScriptEnabled: false }, async (page) => {
			expect(await page.locator(".answer").textContent()).toBe("Created by H-2 and modified by H-2A.");
		});
		// The list counts as the package's own page does: who touches it does not only mention it.
		await site.visit("packages/", { javaScriptEnabled: false }, async (page) => {
			const cells = page.locator("tr", { hasText: "PKG-TWO-001" }).locator("td");
			expect([await cells.nth(4).textContent(), (await cells.last().textContent())?.trim()]).toEqual(["2", ""]);
		});
		await site.visit("handoffs/H-2/", { javaScriptEnabled: false }, async (page) => {
			const text = await page.locator("section:has(> .sh > #delivery)").textContent();
			expect(text).toContain("1 planned file is not reported and 1 reported file was not planned.");
		});
	});

	it.each([390, 648, 768, 1024])("show all of packages without scrolling tables, %i px wide", async (width) => {
		for (const path of ["packages/", "packages/PKG-TWO-001/"])
			await site.visit(path, { viewport: { width, height: 900 } }, async (page) => {
				const over = await page
					.locator(".scroll")
					.evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
				expect(over.length).toBeGreaterThan(0);
				expect(over.filter((pixels) => pixels > 0)).toEqual([]);
			});
	});

	it("begin with what tells failing handoffs apart, and say on a phone how they stand beside their titles", async () => {
		await site.visit("", { viewport: { width: 390, height: 900 } }, async (page) => {
			const tiles = await page.locator(".strip a.fail .g").allTextContents();
			const errors = await page.locator(".work .v.fail ~ p.small").allTextContents();
			expect(tiles.toSorted()).toEqual(errors.map((words) => /^\d+/.exec(words)?.[0]).toSorted());
			expect(await page.locator(".often li").count()).toBeGreaterThan(1);
			const lines = await page
				.locator(".work > li")
				.evaluateAll((all) => all.map((item) => [...item.children].map((child) => child.getBoundingClientRect().top)));
			for (const [state = 0, title = Number.NaN] of lines) expect(Math.abs(state - title)).toBeLessThan(8);
		});
	});

	it("draw each tie that they tell, waves too", async () => {
		await site.visit("lineage/", { javaScriptEnabled: false }, async (page) => {
			const ties = await page.locator(".chart .tie title").allTextContents();
			expect(ties.sort()).toEqual(["H-2A follows up H-2", "H-2A integrates H-1", "H-3 depends on H-1"]);
			expect(await page.locator("table").first().textContent()).toContain("closed");
		});
	});

	it("have no broken link", () => {
		expect(brokenLinks(site.folder, "/")).toEqual([]);
	});

	it("are accessible in both themes, and no wider than the window", async () => {
		await site.visit("", {}, async (page) => {
			for (const path of pages) {
				await page.goto(site.server.url + path);
				await expectReadable(page, path, [390, 900, 1280]);
			}
		});
	});
});

it("every page that is about handoffs says what makes one, where there is none", async () => {
	const bare = await openArchiveSite([["notes.md", "# Notes\n"]]);
	try {
		await bare.visit("", {}, async (page) => {
			for (const path of ["", "handoffs/", "timeline/", "compliance/"]) {
				await page.goto(bare.server.url + path);
				const box = page.locator("main .empty").first();
				expect(await box.textContent(), path).toContain("A handoff is a folder such as H-1");
				expect(await box.locator("a[href='/standards/']").count(), path).toBe(1);
			}
		});
	} finally {
		await bare.close();
	}
}, 60_000);
