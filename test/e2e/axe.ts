import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The theme changes colours and nothing else: what else axe looks at is the same in both. */
export const colourRules = ["color-contrast"] as const;

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
