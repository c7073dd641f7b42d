import { describe, expect, it } from "vitest";
import { rules } from "#rules/index.ts";
import { remedyPlaces, remedyPlacesOf } from "#words/en/index.ts";
import { remedyForm } from "../../src/components/findings/remedy-form.ts";

const placesOf = (remedy: string) => [...remedy.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

describe("a remedy on the page of its rule", () => {
	it("tells in words what each of its places stands for", () => {
		expect(remedyForm("spec/section-empty", "Write the section. It holds: {asks}")).toEqual([
			{ text: "Write the section. It holds: ", isPlace: false, isCode: false },
			{ text: "what the standard asks of this section", isPlace: true, isCode: false },
		]);
		expect(remedyForm("layout/flat-file", "Move it to `{target}`.")[1]).toEqual({
			text: "its path in the folder of its handoff",
			isPlace: true,
			isCode: true,
		});
		expect(remedyForm("spec/test-minimum", "Plan {missing} more")[1]?.text).toBe("so many");
	});

	it("leaves no place of any rule unexplained", () => {
		const known = (rule: string): Readonly<Record<string, string>> => ({
			...remedyPlaces,
			...Object.entries(remedyPlacesOf).find(([id]) => id === rule)?.[1],
		});
		const unexplained = rules.flatMap(({ id, remedy }) =>
			placesOf(remedy).flatMap((name) => (name in known(id) ? [] : `${id}: {${name}}`)),
		);
		expect(unexplained).toEqual([]);
		for (const { id, remedy } of rules)
			for (const { text } of remedyForm(id, remedy)) expect(text, id).not.toMatch(/[{}]|<[a-z]+>/);
	});

	it("explains no place that no rule has", () => {
		const used = new Set(rules.flatMap(({ remedy }) => placesOf(remedy)));
		expect(Object.keys(remedyPlaces).filter((name) => !used.has(name))).toEqual([]);
		const unused = Object.entries(remedyPlacesOf).flatMap(([id, places]) => {
			const own = placesOf(rules.find((rule) => rule.id === id)?.remedy ?? "");
			return Object.keys(places).filter((name) => !own.includes(name));
		});
		expect(unused).toEqual([]);
	});
});
