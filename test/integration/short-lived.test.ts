import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepers, shortLivedPages } from "../../integrations/handoff-archive/astro/short-lived.ts";

const astro = dirname(createRequire(import.meta.url).resolve("astro/package.json"));
const { transform } = shortLivedPages();

describe("pages that were made are let go of", () => {
	it.each(keepers)("in $module, as the installed Astro has it", ({ module, keeps, instead }) => {
		const file = join(astro, module);
		const code = readFileSync(file, "utf8");
		const changed = transform(code, file.replaceAll("\\", "/")) ?? "";
		const taken = code.split(keeps)[0] ?? "";
		expect(changed).not.toBe(code);
		expect(changed.startsWith(taken)).toBe(true);
		expect(changed).toContain(instead.split("\n").at(-1)?.trim());
	});

	it("and other modules stay as they are", () => {
		expect(transform("this.slotValues[name] = () => 1;", "/src/components/frame/Layout.astro")).toBeUndefined();
		expect(transform("other words", join(astro, keepers[0]?.module ?? ""))).toBe("other words");
	});
});
