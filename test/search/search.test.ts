import { describe, expect, it } from "vitest";
import { readState, withoutWord, withWord, writeState } from "#components/search/state.ts";
import { type Catalog, type CatalogDocument, type CatalogHandoff, openLibrary } from "#search/catalog.ts";
import { createEngine } from "#search/engine.ts";
import { countFacets, type Filters, noFilters, passes, toggled } from "#search/facets.ts";
import { find, type Question, type SearchIndex } from "#search/find.ts";
import { jumpsFor, namedHandoffs, spentWords } from "#search/jump.ts";
import { indexInMemory } from "#search/memory.ts";
import { cutHashes, cutNames, type NameIndex, shortName, simplified, type Target } from "#search/names.ts";
import { nearestWord, wordCounter, writtenApart } from "#search/near.ts";
import { openThesaurus } from "#search/others.ts";
import { agreement, apart, keyOf, partsOf, spellingsOf, termsOf } from "#search/terms.ts";
import { english } from "#search/thesaurus.ts";

const handoff = (order: number, id: string, title: string, status: string, date: string | null): CatalogHandoff => ({
	id,
	title,
	href: `handoffs/${id}/`,
	date,
	order,
	facets: { status: [status], package: id === "H-18" ? ["PKG-ADMIN-001", "PKG-SHELL-001"] : ["PKG-SHELL-001"] },
});

const document = (key: string, path: string, kind: string, id: string | null): CatalogDocument => ({
	key,
	path,
	title: path,
	kind,
	label: kind,
	href: id === null ? `documents/${path}/#doc` : `handoffs/${id}/#${kind}`,
	handoff: id,
});

const catalog: Catalog = {
	handoffs: [
		handoff(1, "H-18", "Admin shell", "PASS", "2026-02-01"),
		handoff(2, "H-18B", "Budget", "FAIL", "2026-03-01"),
		handoff(3, "CLEANUP-18", "Sweep", "open", null),
	],
	documents: [
		document("d0", "H-18/SPEC.md", "spec", "H-18"),
		document("d1", "H-18/RESULTS.md", "results", "H-18"),
		document("d2", "H-18B/SPEC.md", "spec", "H-18B"),
		document("d3", "STANDARD.md", "other", null),
		document("d4", "CLEANUP-18/SPEC.md", "spec", "CLEANUP-18"),
	],
	parts: { names: 1, digits: 0, letters: "abcdefghijklmnopqrstuvwxyz" },
};
const library = openLibrary(catalog);

const target = (kind: Target["kind"], name: string, href: string, because: Target["because"], rank = 0): Target => ({
	kind,
	name,
	title: "",
	href,
	because,
	rank,
});
const named: [string, Target][] = [
	...catalog.handoffs.flatMap(({ id, href }): [string, Target][] => [
		[id, target("handoff", id, href, "id")],
		[shortName(id), target("handoff", id, href, "alias", 2)],
	]),
	["HANDOFF-18B", target("handoff", "H-18B", "handoffs/H-18B/", "alias", 1)],
	["Follow-Up #18B", target("handoff", "H-18B", "handoffs/H-18B/", "alias", 1)],
	["PKG-ADMIN-001", target("package", "H-18", "handoffs/H-18/", "plansPackage", 1)],
	["STANDARD.md", target("document", "STANDARD.md", "documents/STANDARD.md/#doc", "document")],
	["H-18/RESULTS.md", target("document", "H-18/RESULTS.md", "handoffs/H-18/#results", "document")],
	["shell/main.py", target("file", "shell/main.py", "handoffs/H-18/#results-L9", "create")],
	["main.py", target("file", "shell/main.py", "handoffs/H-18/#results-L9", "create")],
	["spec/section-missing", target("rule", "spec/section-missing", "rules/spec/section-missing/", "rule")],
];
const digest = "a9f1".padEnd(64, "0");
const names: NameIndex = {
	names: async (part) => cutNames(byName())[part] ?? {},
	hashes: async () =>
		cutHashes([[digest, target("hash", "shell/main.py", "handoffs/H-18/#results-L9", "createdHash")]]).parts.get("") ??
		[],
};
function byName(): ReadonlyMap<string, readonly Target[]> {
	const groups = Map.groupBy(named, ([name]) => simplified(name));
	return new Map([...groups].map(([key, entries]) => [key, entries.map(([, one]) => one)]));
}

describe("the terms of a query", () => {
	const othersOf = openThesaurus(english);
	const formsOf = (key: string) => othersOf(key).flatMap(({ text, isSame }) => (isSame ? [text] : []));
	const likesOf = (key: string) => othersOf(key).flatMap(({ text, isSame }) => (isSame ? [] : [text]));
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

	it("leave out what holds a question together, also where it is drawn together", () => {
		expect(wholes("what's the difference between HO1 and HO2")).toEqual(["difference", "HO1", "HO2"]);
		expect(termsOf("difference budgeter")[0]?.isWeak).toBe(true);
		expect(wholes("why doesn’t the shell exit, and why can't it, thanks")).toEqual(["shell", "exit"]);
	});

	it("know words of everyday language, and neighbours that may be written in one", () => {
		const terms = termsOf("how many hard coded paths");
		expect(terms.map(({ text, isWeak = false, together }) => [text, isWeak, together])).toEqual([
			["many", true, ["manyhard"]],
			["hard", false, ["manyhard", "hardcoded"]],
			["coded", false, ["hardcoded", "codedpaths"]],
			["paths", false, ["codedpaths"]],
		]);
		expect(termsOf("H-18 paths").every(({ together }) => together === undefined)).toBe(true);
	});

	it("have other spellings where they are identifiers", () => {
		expect(spellingsOf("RenderTemplate")).toEqual(["render_template", "_render_template"]);
		expect(spellingsOf("PKG_SHELL_001")).toEqual(["PKGSHELL001", "PKG-SHELL-001", "_pkg_shell_001"]);
		expect(spellingsOf("plain")).toEqual([]);
	});

	it("have other words, in any inflection, and none where the language has none", () => {
		expect(likesOf("deleted")).toEqual(["remove", "drop", "erase", "strip"]);
		expect(likesOf("removal")).toContain("delete");
		expect(likesOf("budgets")).toContain("limit");
		expect(likesOf("thermostat")).toEqual([]);
	});

	it("have other forms and spellings, which are the same word, and the other words of those", () => {
		expect(formsOf("broke")).toEqual(["break", "broken"]);
		expect(likesOf("broke")).toContain("fail");
		expect(formsOf("people")).toEqual(["person"]);
		expect(formsOf("colour")).toEqual(["color"]);
		expect(formsOf("behavior")).toEqual(["behaviour"]);
		expect(formsOf("serialised")).toEqual(["serialized"]);
		expect(formsOf("authorization")).toEqual(["authorisation"]);
		// The ending tells these.
		expect(formsOf("breaking")).toEqual([]);
		expect(formsOf("four")).toEqual([]);
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
	const jumps = async (query: string) => (await jumpsFor(query, catalog, names)).shown;
	const targets = async (query: string) => (await jumps(query)).map(({ href }) => href);

	it.each(["H-18B", "h-18b", "18B", "HANDOFF-18B", "Follow-Up #18B", "handoff 18b"])(
		"%s leads to its handoff",
		async (query) => {
			expect(await targets(query)).toEqual(["handoffs/H-18B/"]);
			expect((await jumps(query))[0]?.whole).toBe(true);
		},
	);

	it("a bare number leads to every id that ends in it", async () => {
		expect(await targets("18")).toEqual(["handoffs/H-18/", "handoffs/CLEANUP-18/"]);
	});

	it("lead to packages, documents, files, hashes and rules", async () => {
		expect(await targets("pkg-admin-001")).toEqual(["handoffs/H-18/"]);
		expect(await targets("STANDARD.md")).toEqual(["documents/STANDARD.md/#doc"]);
		expect(await targets("h-18/results")).toEqual([]);
		expect(await targets("H-18/RESULTS.md")).toEqual(["handoffs/H-18/#results"]);
		expect(await targets("main.py")).toEqual(["handoffs/H-18/#results-L9"]);
		expect(await targets("shell/main.py")).toEqual(["handoffs/H-18/#results-L9"]);
		expect(await targets("other/main.py")).toEqual([]);
		expect(await targets("a9f100")).toEqual(["handoffs/H-18/#results-L9"]);
		expect(await targets(`sha256:${digest}`)).toEqual(["handoffs/H-18/#results-L9"]);
		expect(await targets("a9f1")).toEqual([]);
		expect(await targets("spec/section-missing")).toEqual(["rules/spec/section-missing/"]);
	});

	it("are found within a question, but not for its bare words and numbers", async () => {
		expect(await targets("what did 18B change?")).toEqual(["handoffs/H-18B/"]);
		expect((await jumps("what did 18B change"))[0]?.whole).toBe(false);
		expect(await targets("18 tests failed")).toEqual([]);
		expect(await targets("failed tests: 18")).toEqual([]);
		expect(await targets("why does main.py end")).toEqual(["handoffs/H-18/#results-L9"]);
		expect((await jumps("status of handoff 18b")).map(({ asked: name }) => name)).toEqual(["handoff 18b"]);
	});

	it("tell which handoffs a question names, and how plainly", async () => {
		const favoured = async (query: string) => [...namedHandoffs(await jumpsFor(query, catalog, names))];
		const [[, whole] = [], [, named] = [], [, short] = []] = [
			...(await favoured("H-18B")),
			...(await favoured("status of handoff 18b")),
			...(await favoured("status of 18b")),
		];
		expect([whole, named, short].every((favour) => favour !== undefined && favour > 1)).toBe(true);
		expect([whole, named, short]).toEqual([whole, named, short].toSorted((a = 0, b = 0) => b - a));
		expect(await favoured("PKG-ADMIN-001 status")).toEqual([]);
	});

	it("spend the words of a name within a question, not those of a question that is one", async () => {
		const spent = async (query: string) => [...spentWords(await jumpsFor(query, catalog, names))];
		expect(new Set(await spent("status of handoff 18b"))).toEqual(new Set(["handoff18b", "handoff", "18b"]));
		expect(await spent("HANDOFF-18B")).toEqual([]);
		expect(await spent("PKG-ADMIN-001 status")).toEqual([]);
	});
});

describe("near words", () => {
	const counter = wordCounter();
	counter.add(["archive archives packing quality"]);
	counter.add(["archive proves"]);
	counter.add(["proves approves"]);
	const words = counter.byLetter();
	const near = (word: string) =>
		nearestWord(word, [...words.keys()].join(""), async (letter) => words.get(letter) ?? []);

	it.each([
		["archve", "archive"],
		["rachive", "archive"],
		["quailty", "quality"],
		["pakcing", "packing"],
		["aproves", "approves"],
		["packnig", "packing"],
		["backung", null],
		["zebra", null],
		["arc", null],
	])("%s is taken for %s", async (word, meant) => {
		expect(await near(word)).toBe(meant);
	});

	it.each([
		["archivequality", ["archive", "quality"]],
		["qualityarchives", ["quality", "archives"]],
		["qualityzebra", null],
		["archive", null],
	])("%s is read as %j", async (word, halves) => {
		const letters = [...words.keys()].join("");
		expect(await writtenApart(word, letters, async (letter) => words.get(letter) ?? [])).toEqual(halves);
	});
});

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

describe("finding", () => {
	/** Texts under one heading each. */
	function indexOf(texts: Readonly<Record<string, string>>): SearchIndex {
		const counter = wordCounter();
		for (const text of Object.values(texts)) counter.add([text]);
		const words = counter.byLetter();
		const indexed = Object.entries(texts).map(([key, text]) => ({
			key,
			sections: [{ id: `${key}-top`, title: "Top.", text }],
		}));
		return {
			library,
			engine: createEngine(indexInMemory(indexed)),
			names,
			words: async (letter) => words.get(letter) ?? [],
			others: openThesaurus(english),
		};
	}

	const index = indexOf({
		d0: "The budget of one token is named once here",
		d1: "Nothing to see, but a gate of quality",
		d2: "Who may debit the token budget is decided here: the executor may debit",
		d3: "A checklist of the reviewer, and a quality gate",
		d4: "token",
	});
	const asked = (query: string, wanted: Partial<Question> = {}): Question => ({
		query,
		filters: noFilters,
		sort: "relevance",
		...wanted,
	});
	const keys = async (question: Question) =>
		(await find(question, index)).groups.flatMap(({ documents }) => documents.map(({ key }) => key));

	it("puts what answers most of a question first, and drops what answers little", async () => {
		const found = await find(asked("who may debit the token budget"), index);
		expect(found.groups.flatMap(({ documents }) => documents.map(({ key }) => key))).toEqual(["d2", "d0"]);
		expect(found.groups[0]?.sections[0]?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toContain(
			"debit",
		);
	});

	it("finds phrases as they stand, and the beginnings of words", async () => {
		expect(await keys(asked('"quality gate"'))).toEqual(["d3"]);
		expect(new Set(await keys(asked("quality gate")))).toEqual(new Set(["d3", "d1"]));
		expect(await keys(asked("check"))).toEqual(["d3"]);
	});

	it("takes a word that nothing holds for the nearest one, and says so", async () => {
		const found = await find(asked("reveiwer chekclist"), index);
		expect(found.corrected).toEqual([
			{ from: "reveiwer", to: "reviewer" },
			{ from: "chekclist", to: "checklist" },
		]);
		expect(found.groups[0]?.documents[0]?.key).toBe("d3");
	});

	it("finds what is said in other words, after what is said in these", async () => {
		const said = indexOf({
			d0: "The limit of one run was removed",
			d2: "The budget of one run was deleted",
			d3: "A folder of runs",
		});
		const found = await find(asked("budget deletion"), said);
		expect(found.groups.map(({ documents }) => documents[0]?.key)).toEqual(["d2", "d0"]);
		expect(found.missing).toEqual([]);
		const marked = found.groups[1]?.sections[0]?.excerpt.filter((part) => part.marked).map(({ text }) => text);
		expect(marked).toEqual(["limit", "removed"]);
	});

	it("reads all places of another word, though an index tells one place of what is quoted", async () => {
		const said = indexOf({
			d0: `Removed. ${"Nothing of it. ".repeat(30)}The budget of one run was removed`,
			d2: "A run",
		});
		const told = async (asked: string) => ({
			results: (await said.engine.lookUp(asked)).map((hit) =>
				/^"\S+"$/.test(asked) ? { ...hit, score: 1, words: hit.words.slice(0, 1) } : hit,
			),
		});
		const found = await find(asked("budget deletion"), { ...said, engine: createEngine({ search: told }) });
		const marked = found.groups[0]?.sections[0]?.excerpt.filter((part) => part.marked).map(({ text }) => text);
		expect(marked).toEqual(["budget", "removed"]);
	});

	it("takes another form and the other spelling of a word for the word itself", async () => {
		const said = indexOf({
			d0: "The gauge reads colours",
			d2: "The gauge is broken",
			d3: "The gauge failed",
		});
		const found = await find(asked("what broke the gauge"), said);
		expect(found.groups.map(({ documents }) => documents[0]?.key)).toEqual(["d2", "d3", "d0"]);
		expect((await find(asked("color"), said)).groups[0]?.documents[0]?.key).toBe("d0");
	});

	it("finds a handoff by its name alone, also where no document holds the name so", async () => {
		expect((await keys(asked("18b")))[0]).toBe("d2");
		expect((await keys(asked("handoff 18b")))[0]).toBe("d2");
		expect((await keys(asked("quality in 18b"))).toSorted()).toEqual(["d1", "d2", "d3"]);
	});

	it("lets words of everyday language count less than those that tell", async () => {
		const weak = indexOf({
			d0: "Vents and doors and vents",
			d2: "Many many things, made many times",
			d3: "Nothing",
		});
		const found = await find(asked("how many vents were made"), weak);
		expect(found.groups[0]?.documents[0]?.key).toBe("d0");
	});

	it("finds words written in one or apart, and identifiers in other spellings", async () => {
		const spelt = indexOf({
			d0: "A hardcoded path",
			d2: "Calls `_resolve_tools()` once",
			d3: "The boot_materialize step",
		});
		const first = async (query: string) => (await find(asked(query), spelt)).groups[0]?.documents[0]?.key;
		expect(await first("hard coded")).toBe("d0");
		expect(await first("resolve_tools")).toBe("d2");
		expect(await first("ResolveTools")).toBe("d2");
		expect(await first("bootmaterialize")).toBe("d3");
		expect((await find(asked("boot_materialise"), spelt)).corrected).toEqual([
			{ from: "materialise", to: "materialize" },
		]);
	});

	it("finds words side by side for a word that holds them together", async () => {
		const spelt = indexOf({
			d0: "The quality gate refused. A quality gate refuses",
			d2: "See quality-gate",
			d3: "A gate, and no quality",
		});
		const found = await find(asked("quality-gate"), spelt);
		expect(found.groups.map(({ documents }) => documents[0]?.key).slice(0, 2)).toEqual(["d2", "d0"]);
		expect(apart("PKG-SHELL-001")).toEqual([]);
		expect(apart("qualityGate")).toEqual(["quality gate"]);
	});

	it("prefers an option of a command to the plain word where one is asked for", async () => {
		const said = indexOf({
			d0: "The force of the force, by force",
			d2: "Where a lock is left, the command is run once more with `--force`",
		});
		const first = async (query: string) => (await find(asked(query), said)).groups[0]?.documents[0]?.key;
		expect(await first("what does --force do")).toBe("d2");
		expect(await first("force")).toBe("d0");
	});

	it("puts the documents of a handoff that the question names first", async () => {
		const both = indexOf({
			d0: "All tests of the gateway passed, and the tests of the shell, the tests of all",
			d2: "Tests passed",
			d3: "tests tests",
		});
		const first = async (query: string) => (await find(asked(query), both)).groups[0]?.documents[0]?.key;
		expect(await first("gateway tests")).toBe("d0");
		expect(await first("tests of handoff 18b")).toBe("d2");
	});

	it("does without words that nothing holds, and says which", async () => {
		const found = await find(asked("reviewer checklist zebra"), index);
		expect(found.missing.map(({ text }) => text)).toEqual(["zebra"]);
		expect(found.groups[0]?.handoff).toBeNull();
		expect(found.groups[0]?.sections[0]?.href).toBe("documents/STANDARD.md/#d3-top");
	});

	it("orders by date and by build order, and leaves nothing out that has none", async () => {
		const kept = { filters: { ...noFilters, kind: ["spec"] } };
		expect(await keys(asked("token", { ...kept, sort: "newest" }))).toEqual(["d2", "d0", "d4"]);
		expect(await keys(asked("token", { ...kept, sort: "oldest" }))).toEqual(["d0", "d2", "d4"]);
		expect(await keys(asked("token", { ...kept, sort: "order" }))).toEqual(["d0", "d2", "d4"]);
	});

	it("finds by filters alone", async () => {
		const found = await find(asked("", { filters: { ...noFilters, status: ["PASS"] } }), index);
		expect(found.groups.map(({ handoff, documents }) => [handoff?.id, documents.length])).toEqual([["H-18", 2]]);
	});

	it("counts files and handoffs, not what is found of them", async () => {
		const decided = {
			...catalog,
			documents: [...catalog.documents, document("d5", "H-18/SPEC.md", "decision", "H-18")],
		};
		const texts = { library: openLibrary(decided), engine: index.engine };
		const every = { ...noFilters, kind: ["spec", "decision", "other"] };
		const { documents, handoffs, groupCount } = await find(asked("", { filters: every }), { ...index, ...texts });
		expect({ documents, handoffs, groupCount }).toEqual({ documents: 4, handoffs: 3, groupCount: 4 });
	});

	it("shows what follows a title that nothing stands under", async () => {
		const sections = [
			{ id: "d0", title: "Sweep", text: "" },
			{ id: "d0-status", title: "Status", text: "" },
			{ id: "d0-files", title: "Files", text: "One was removed" },
		];
		const titled = { ...index, engine: createEngine(indexInMemory([{ key: "d0", sections }])) };
		const [group] = (await find(asked("sweep"), titled)).groups;
		expect(group?.sections[0]?.title).toBe("Sweep");
		expect(group?.sections[0]?.excerpt.map(({ text }) => text).join("")).toBe("One was removed");
	});

	it("shows what Pagefind escapes as it stands in the document", async () => {
		const hit = { id: "d0", score: 1, words: [0] };
		const data = async () => ({ content: "a", raw_content: "a -&gt; b &lt; c", anchors: [] });
		const { words } = await createEngine({ search: async () => ({ results: [] }) }).textOf({ ...hit, data });
		expect(words.join(" ")).toBe("a -> b < c");
	});

	it("finds nothing for nothing", async () => {
		expect((await find(asked(""), index)).groups).toEqual([]);
		expect((await find(asked("zebra"), index)).documents).toBe(0);
	});
});
