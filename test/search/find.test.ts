import { describe, expect, it } from "vitest";
import { openLibrary } from "#search/catalog.ts";
import { createEngine } from "#search/engine.ts";
import { noFilters } from "#search/facets.ts";
import { find, type Question, type SearchIndex } from "#search/find.ts";
import { indexInMemory } from "#search/memory.ts";
import { wordCounter } from "#search/near.ts";
import { openThesaurus } from "#search/others.ts";
import { apart } from "#search/terms.ts";
import { english } from "#search/thesaurus.ts";
import { catalog, document, library, names } from "./catalog.ts";

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

	it("shows for a title that nothing stands under what of the document answers best", async () => {
		const sections = [
			{ id: "d0", title: "Sweep", text: "" },
			{ id: "d0-files", title: "Files", text: "One was removed" },
			{ id: "d0-why", title: "Why", text: "No keeper ever asked for a sweep" },
		];
		const titled = { ...index, engine: createEngine(indexInMemory([{ key: "d0", sections }])) };
		const [group] = (await find(asked("sweep"), titled)).groups;
		expect(group?.sections[0]?.title).toBe("Sweep");
		expect(group?.sections[0]?.excerpt.map(({ text }) => text).join("")).toBe("No keeper ever asked for a sweep");
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
