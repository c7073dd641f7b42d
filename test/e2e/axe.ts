import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const contrast = "color-contrast";

/** What axe finds wrong with a page as it stands: "rule: the elements". */
export async function violationsOf(page: Page): Promise<readonly string[]> {
	await page.evaluate(source);
	return [...(await run(page, { rules: { [contrast]: { enabled: false } } })), ...(await paleOn(page))];
}

/** That nothing on a page keeps anybody from reading it, in both themes, and that it is no wider than windows of these widths. */
export async function expectReadable(page: Page, name: string, widths: readonly number[]): Promise<void> {
	await page.emulateMedia({ colorScheme: "light" });
	expect(await violationsOf(page), `${name} light`).toEqual([]);
	// The theme changes colours and nothing else: what else axe looks at is the same in both.
	await page.emulateMedia({ colorScheme: "dark" });
	expect(await paleOn(page), `${name} dark`).toEqual([]);
	for (const width of widths) {
		if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(over, `${name} at ${width} px`).toBeLessThanOrEqual(0);
	}
	await page.emulateMedia({ colorScheme: null });
}

/**
 * What stands too pale on its ground. Axe looks behind each text for its ground, which takes it longer than all else:
 * it is given one text of those that have one colour, one size and weight, and one pile of grounds.
 */
async function paleOn(page: Page): Promise<readonly string[]> {
	await page.evaluate(() => {
		const grounds = new Map<Element | null, string>();
		const groundOf = (element: Element | null): string => {
			if (!element) return "";
			const known = grounds.get(element);
			if (known !== undefined) return known;
			const { backgroundColor, backgroundImage, opacity, filter, position } = getComputedStyle(element);
			const own = `${backgroundColor} ${backgroundImage} ${opacity} ${filter} ${position}`;
			const below = groundOf(element.parentElement);
			const ground = below.endsWith(own) ? below : `${below}/${own}`;
			grounds.set(element, ground);
			return ground;
		};
		const kinds = new Map<string, Element>();
		for (const element of document.body.querySelectorAll("*")) {
			const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
			if (!hasText && !element.matches("input, select, textarea")) continue;
			if (!element.checkVisibility()) continue;
			const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
			const kind = `${color} ${fontSize} ${fontWeight} ${textShadow} ${groundOf(element)}`;
			if (!kinds.has(kind)) kinds.set(kind, element);
		}
		Reflect.set(globalThis, "textsOfEachKind", [...kinds.values()]);
	});
	return run(page, { runOnly: [contrast], preload: false }, "textsOfEachKind");
}

async function run(page: Page, options: object, within = "document"): Promise<readonly string[]> {
	return page.evaluate(
		async ([given, name]) => {
			const { violations } = await Reflect.get(globalThis, "axe").run(Reflect.get(globalThis, name), {
				...given,
				resultTypes: ["violations"],
			});
			return violations.map(
				({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
					`${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
			);
		},
		[options, within] as const,
	);
}
