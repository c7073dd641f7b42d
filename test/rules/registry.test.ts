import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleMetadata, rules } from "#rules/index.ts";
import type { Rule } from "#rules/judging/rule.ts";
import { ruleOf } from "../house/rooms.ts";

const folder = new URL("../../src/rules/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
	.flatMap((path) => ruleOf(`src/rules/${path.replaceAll("\\", "/")}`) ?? [])
	.sort();

describe("the list of rules", () => {
	it("holds every file of the rule folders, once, in alphabetical order", () => {
		const ids = rules.map(({ id }) => id);
		expect(ids, "src/rules/index.ts: one import and one entry per file, alphabetical").toEqual(files);
	});

	it.each(files)("%s: the file is named like its rule", async (file) => {
		const module: { default: Rule } = await import(new URL(`${file}.ts`, folder).href);
		expect(module.default.id).toBe(file);
	});

	it("publishes the metadata of every rule", () => {
		expect(ruleMetadata.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
	});
});

describe.each(rules)("$id", (rule) => {
	it("has a valid and an invalid example, and every invalid one its findings", () => {
		expect(rule.examples.valid.length).toBeGreaterThan(0);
		expect(rule.examples.invalid.length).toBeGreaterThan(0);
		for (const { title, findings } of rule.examples.invalid) expect(findings?.length ?? 0, title).toBeGreaterThan(0);
	});

	it("says what it requires, why, and how to mend it, in whole sentences", () => {
		for (const words of [rule.requires, rule.why, rule.remedy]) expect(words).toMatch(/^\P{Ll}.*[.?!}]$/u);
		for (const words of Object.values(rule.messages)) expect(words).toMatch(/[.?!]$/);
		expect(rule.source.standard).not.toBe("");
		expect(rule.source.section).not.toBe("");
	});

	it("shows each of its messages in an example", () => {
		const shown = rule.examples.invalid.flatMap(({ findings = [] }) => findings);
		for (const [id, words] of Object.entries(rule.messages)) {
			const pattern = new RegExp(
				`${words
					.split(/\{\w+\}/)
					.map(RegExp.escape)
					.join(".*")}$`,
				"su",
			);
			expect(
				shown.some((line) => pattern.test(line)),
				`no example shows the message "${id}"`,
			).toBe(true);
		}
	});
});
