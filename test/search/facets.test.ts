import { describe, expect, it } from "vitest";
import { readState, withoutWord, withWord, writeState } from "#components/search/state.ts";
import { countFacets, type Filters, noFilters, passes, toggled } from "#search/facets.ts";
import { catalog, library } from "./catalog.ts";

describe("facets", () => {
	const wanting = (wanted: Partial<Filters>): Filters => ({ ...noFilters, ...wanted });

	it("are joined by or within a facet and by and across", () => {
		const passing = (filters: Filters) =>
			catalog.documents.filter((one) => passes(library, one, filters)).map(({ key }) => key);
		expect(passing(wanting({ kind: ["spec", "results"], status: ["PASS"] }))).toEqual(["d0", "d1"]);
		expect(passing(wanting({ kind: ["other"], status: ["PASS"] }))).toEqual([]);
		expect(passing(wanting({ package: ["PKG-ADMIN-001"] }))).toEqual(["d0", "d1"]);
		expect(passing(wanting({ package: ["PKG-SHELL-001"], status: ["FAIL"] }))).toEqual(["d2"]);
	});

	it("count under the filters of the other facets, and name values that nothing has", () => {
		const { kind, status } = countFacets(library, catalog.documents, wanting({ kind: ["results"] }));
		expect(kind.map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
			["spec", 3, false],
			["results", 1, true],
			["other", 1, false],
		]);
		expect(status.map(({ value, count }) => [value, count])).toEqual([
			["PASS", 1],
			["FAIL", 0],
			["open", 0],
		]);
	});
});

describe("what is found in several ways", () => {
	it("counts once, as it does above the results", () => {
		const [first] = catalog.documents;
		if (!first) throw new Error("no document");
		const decision = { ...first, key: "d9", kind: "decision" };
		const { status } = countFacets(library, [first, decision], noFilters);
		const some = (values: typeof status) =>
			values.flatMap(({ value, count }) => (count > 0 ? [`${value} ${count}`] : []));
		expect(some(status)).toEqual(["PASS 1"]);
	});
});

describe("the address", () => {
	it("holds the whole state", () => {
		const address = "?q=a+b%26c&kind=spec&kind=results&package=PKG-A-001&phase=build&sort=newest";
		expect(writeState(readState(address))).toBe(address);
		expect(readState("?kind=&q=%20&sort=sideways")).toEqual({ query: "", filters: noFilters, sort: "relevance" });
		expect(writeState({ query: "", filters: noFilters, sort: "relevance" })).toBe("");
	});

	it("changes by one value, word or phrase", () => {
		const filters = toggled(noFilters, "kind", "spec");
		expect(filters.kind).toEqual(["spec"]);
		expect(toggled(filters, "kind", "spec")).toEqual(noFilters);
		expect(withoutWord("when, was it (fixed)?", "fixed")).toBe("when, was it");
		expect(withoutWord('valve "quality gate" failed', '"quality gate"')).toBe("valve failed");
		expect(withWord("which archve, now", "archve", "archive")).toBe("which archive now");
		expect(withWord("see admin_confg.json", "confg", "config")).toBe("see admin_config.json");
	});
});
