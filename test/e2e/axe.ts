import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The theme changes colours and nothing else: what else axe looks at is the same in both. */
const colourRules = ["color-contrast"] as const;

/** What axe finds wrong with a page as it stands, of all its rules or of those named: "rule: the elements". */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
	await page.evaluate(source);
	return page.evaluate(async (runOnly) => {
		const options = { resultTypes: ["violations"], ...(runOnly && { runOnly }) };
		const { violations } = await Reflect.get(globalThis, "axe").run(document, options);
		return violations.map(
			({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
				`${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
		);
	}, rules);
}

/** That nothing on a page keeps anybody from reading it, in both themes, and that it is no wider than windows of these widths. */
export async function expectReadable(page: Page, name: string, widths: readonly number[]): Promise<void> {
	await page.emulateMedia({ colorScheme: "light" });
	expect(await violationsOf(page), `${name} light`).toEqual([]);
	await page.emulateMedia({ colorScheme: "dark" });
	expect(await violationsOf(page, colourRules), `${name} dark`).toEqual([]);
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(over, `${name} at ${width} px`).toBeLessThanOrEqual(0);
	}
	await page.emulateMedia({ colorScheme: null });
}
