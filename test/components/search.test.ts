import { describe, expect, it } from "vitest";
import { type Catalog, type CatalogDocument, countFacets, openLibrary, passes } from "#components/search/catalog.ts";
import { createEngine, type Hit, type HitData } from "#components/search/engine.ts";
import { find } from "#components/search/find.ts";
import { jumpsFor } from "#components/search/jump.ts";
import { noFilters, readState, toggled, withoutWord, writeState } from "#components/search/state.ts";
import { agreement, keyOf, partsOf, termsOf } from "#components/search/terms.ts";

const handoff = (id: string, title: string, status: string, names: readonly string[] = []) => ({
	id,
	title,
	href: `handoffs/${id}/`,
	names,
	status,
	family: /[A-Z]$/.test(id) ? "follow-up" : "component",
	date: null,
	packages: id === "H-18" ? ["PKG-ADMIN-001"] : [],
});

const document = (path: string, kind: string, id: string | null): CatalogDocument => ({
	path,
	title: path,
	kind,
	label: kind,
	href: id === null ? `documents/${path}/#doc` : `handoffs/${id}/#${kind}`,
	handoff: id,
});

const catalog: Catalog = {
	handoffs: [
		handoff("H-18", "Admin shell", "PASS", ["HANDOFF-18"]),
		handoff("H-18B", "Budget", "FAIL", ["HANDOFF-18B", "Follow-Up #18B"]),
		handoff("CLEANUP-18", "Sweep", "open"),
	],
	documents: [
		document("H-18/SPEC.md", "spec", "H-18"),
		document("H-18/RESULTS.md", "results", "H-18"),
		document("H-18B/SPEC.md", "spec", "H-18B"),
		document("STANDARD.md", "other", null),
	],
	rules: [{ id: "spec/section-missing", requires: "Every section is there.", href: "rules/spec/section-missing/" }],
};
const library = openLibrary(catalog);

describe("the terms of a query", () => {
	const wholes = (query: string) => termsOf(query).flatMap(({ kind, text }) => (kind === "whole" ? [text] : []));

	it("are its words without those that only hold a question together", () => {
		expect(wholes("When was the valve fixed, and why?")).toEqual(["valve", "fixed"]);
	});

	it("are all its words where there are no others", () => {
		expect(wholes("what is it")).toEqual(["what", "is", "it"]);
	});

	it("are identifiers as a whole and in their parts", () => {
		expect(termsOf("PKG-ADMIN-001").map(({ kind, text }) => `${kind} ${text}`)).toEqual([
			"whole PKG-ADMIN-001",
			"part PKG",
			"part ADMIN",
			"part 001",
		]);
		expect(partsOf("response_text")).toEqual(["response", "text"]);
		expect(partsOf("toolPassthrough")).toEqual(["tool", "Passthrough"]);
		expect(partsOf("plain")).toEqual([]);
	});

	it("keep quoted phrases together", () => {
		expect(termsOf('"quality gate" failed').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
			'phrase "quality gate"',
			"whole failed",
		]);
	});

	it("are bounded, whatever is typed", () => {
		expect(termsOf("word ".repeat(10_000) + Array.from({ length: 500 }, (_, n) => `w${n}`).join(" ")).length).toBe(24);
		expect(termsOf("?? -- !!")).toEqual([]);
	});

	it("agree with inflected words, with parts of identifiers and with longer words, less and less", () => {
		const [term] = termsOf("debit");
		if (!term) throw new Error("no term");
		expect(agreement("(debits)", term)).toBe(1);
		expect(agreement("debit_budget", term)).toBe(0.8);
		expect(agreement("debitorenkonto", term)).toBe(0.3);
		expect(agreement("deb", term)).toBe(0);
		expect(keyOf("Response_Text.")).toBe("response_text");
	});
});

describe("jumps", () => {
	const targets = (query: string) => jumpsFor(query, catalog).map(({ href }) => href);

	it.each(["H-18B", "h-18b", "18B", "HANDOFF-18B", "Follow-Up #18B", "handoff 18b"])(
		"%s leads to its handoff",
		(query) => {
			expect(targets(query)).toEqual(["handoffs/H-18B/"]);
			expect(jumpsFor(query, catalog)[0]?.whole).toBe(true);
		},
	);

	it("a bare number leads to every id that ends in it", () => {
		expect(targets("18")).toEqual(["handoffs/H-18/", "handoffs/CLEANUP-18/"]);
	});

	it("lead to packages, files and rules", () => {
		expect(targets("pkg-admin-001")).toEqual(["handoffs/H-18/"]);
		expect(targets("STANDARD.md")).toEqual(["documents/STANDARD.md/#doc"]);
		expect(targets("h-18/results")).toEqual([]);
		expect(targets("H-18/RESULTS.md")).toEqual(["handoffs/H-18/#results"]);
		expect(targets("spec/section-missing")).toEqual(["rules/spec/section-missing/"]);
	});

	it("are found within a question, but not for its bare words and numbers", () => {
		expect(targets("what did 18B change")).toEqual(["handoffs/H-18B/"]);
		expect(jumpsFor("what did 18B change", catalog)[0]?.whole).toBe(false);
		expect(targets("18 tests failed")).toEqual([]);
	});
});

describe("facets", () => {
	it("are joined by or within a facet and by and across", () => {
		const passing = (filters: Parameters<typeof passes>[2]) =>
			catalog.documents.filter((one) => passes(library, one, filters)).map(({ path }) => path);
		expect(passing({ kind: ["spec", "results"], status: ["PASS"], family: [] })).toEqual([
			"H-18/SPEC.md",
			"H-18/RESULTS.md",
		]);
		expect(passing({ kind: ["other"], status: ["PASS"], family: [] })).toEqual([]);
	});

	it("count under the filters of the other facets, and name values that nothing has", () => {
		const { kind, status } = countFacets(library, catalog.documents, { kind: ["results"], status: [], family: [] });
		expect(kind.map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
			["spec", 2, false],
			["results", 1, true],
			["other", 1, false],
		]);
		expect(status.map(({ value, count }) => [value, count])).toEqual([
			["PASS", 1],
			["FAIL", 0],
		]);
	});
});

describe("the address", () => {
	it("holds the whole state", () => {
		const address = "?q=a+b%26c&kind=spec&kind=results&status=PASS";
		expect(writeState(readState(address))).toBe(address);
		expect(readState("?kind=&q=%20").filters).toEqual(noFilters);
		expect(writeState({ query: "", filters: noFilters })).toBe("");
	});

	it("changes by one value or word", () => {
		const filters = toggled(noFilters, "kind", "spec");
		expect(filters.kind).toEqual(["spec"]);
		expect(toggled(filters, "kind", "spec")).toEqual(noFilters);
		expect(withoutWord("when, was it (fixed)?", "fixed")).toBe("when, was it");
	});
});

describe("finding", () => {
	/** An index of texts that answers as Pagefind does: the word or longer words, or else a shorter word that starts it. */
	function indexOf(texts: Readonly<Record<string, string>>) {
		const search = async (term: string) => {
			const key = keyOf(term);
			const wants = (word: string) => (term.startsWith('"') ? keyOf(word) === key : keyOf(word).startsWith(key));
			const results: Hit[] = [];
			for (const [id, content] of Object.entries(texts)) {
				const words = content.split(/\s+/).flatMap((word, at) => (wants(word) ? [at] : []));
				if (words.length > 0) results.push(hit(id, words, content));
			}
			return { results };
		};
		const hit = (id: string, words: readonly number[], content: string): Hit => ({
			id,
			score: words.length,
			words,
			data: async (): Promise<HitData> => ({ content, anchors: [{ id: `${id}-top`, text: "Top", location: 0 }] }),
		});
		const pages = Object.fromEntries(catalog.documents.map(({ href }, index) => [`d${index}`, href]));
		return createEngine({ search }, pages);
	}

	const engine = indexOf({
		d0: "Top. The budget of one token is named once here",
		d1: "Top. Nothing to see",
		d2: "Top. Who may debit the token budget is decided here: the executor may debit",
		d3: "Top. A checklist of the reviewer",
	});

	it("puts what answers most of a question first, and drops what answers little", async () => {
		const found = await find("who may debit the token budget", noFilters, library, engine);
		expect(found.groups.flatMap(({ documents }) => documents.map(({ path }) => path))).toEqual([
			"H-18B/SPEC.md",
			"H-18/SPEC.md",
		]);
		expect(found.groups[0]?.sections[0]?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toContain(
			"debit",
		);
	});

	it("does without words that nothing holds, and says which", async () => {
		const found = await find("reviewer checklist zebra", noFilters, library, engine);
		expect(found.missing.map(({ text }) => text)).toEqual(["zebra"]);
		expect(found.groups[0]?.handoff).toBeNull();
		expect(found.groups[0]?.sections[0]?.href).toBe("documents/STANDARD.md/#d3-top");
	});

	it("finds nothing for nothing", async () => {
		expect((await find("", noFilters, library, engine)).groups).toEqual([]);
		expect((await find("zebra", noFilters, library, engine)).documents).toBe(0);
	});
});
