import { describe, expect, it } from "vitest";
import { nearestWord, wordCounter, writtenApart } from "#search/near.ts";
import { openThesaurus } from "#search/others.ts";
import { agreement, keyOf, partsOf, spellingsOf, termsOf } from "#search/terms.ts";
import { english } from "#search/thesaurus.ts";

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
