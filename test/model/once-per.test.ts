import { expect, it } from "vitest";
import { oncePer } from "#model/once-per.ts";

it("works a value out once for each object, null included", () => {
	const asked: object[] = [];
	const nameOf = oncePer((one: { readonly name: string | null }) => {
		asked.push(one);
		return one.name;
	});
	const [first, second] = [{ name: "first" }, { name: null }];
	expect([nameOf(first), nameOf(second), nameOf(first), nameOf(second)]).toEqual(["first", null, "first", null]);
	expect(asked).toEqual([first, second]);
});
