import { describe, expect, it } from "vitest";
import { rules } from "#rules/index.ts";
import { readWords } from "#settings/words.ts";
import * as english from "#words/en/index.ts";
import { merged } from "#words/merged.ts";
import { ruleTextsOf } from "#words/rule-texts.ts";
import { speechOf } from "#words/speech.ts";

const english1 = { zero: "no rule fails", one: "{count} rule fails", other: "{count} rules fail" } as const;

describe("speechOf", () => {
	const { say, parts, number, ordinal, listed, capitalised, date } = speechOf("en", english.speech.and);

	it("puts values into their places, and figures as the language writes them", () => {
		expect(say("{id} of {all}", { id: "H-1", all: 12345 })).toBe("H-1 of 12,345");
		expect(speechOf("de", english.speech.and).say("{all} Zeilen", { all: 12345 })).toBe("12.345 Zeilen");
		expect(number(1000)).toBe("1,000");
	});

	it("takes the form that the number asks for", () => {
		expect([0, 1, 2, 1000].map((count) => say(english1, { count }))).toEqual([
			"no rule fails",
			"1 rule fails",
			"2 rules fail",
			"1,000 rules fail",
		]);
		const polish = { one: "{count} plik", few: "{count} pliki", many: "{count} plików", other: "{count} pliku" };
		expect(
			[1, 3, 5].map((count) => speechOf("pl", "{rest} i {last}").say(polish as { other: "{count} pliku" }, { count })),
		).toEqual(["1 plik", "3 pliki", "5 plików"]);
	});

	it("leaves what a document says as it is: a value is never read for places", () => {
		expect(say("{title}: {id}", { title: "{id} <b>x</b>", id: "H-1" })).toBe("{id} <b>x</b>: H-1");
		expect(parts("{title} <all>all</all>", { title: "<all>no</all>", all: (text) => [text] })).toEqual([
			"<all>no</all>",
			" ",
			["all"],
		]);
	});

	it("gives parts of a page in the order of the text", () => {
		const link = (text: string) => ({ link: text });
		expect(parts("See <all>all handoffs</all>, or {one}.", { all: link, one: { id: "H-1" } })).toEqual([
			"See ",
			{ link: "all handoffs" },
			", or ",
			{ id: "H-1" },
			".",
		]);
	});

	it("fills a marked text before the page makes something of it", () => {
		expect(parts("<all>all {total}</all>.", { total: 1200, all: (text) => [text] })).toEqual([["all 1,200"], "."]);
	});

	it("joins, counts and begins sentences", () => {
		expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((words) => listed(words))).toEqual([
			"",
			"a",
			"a and b",
			"a, b and c",
		]);
		expect(listed(["{rest}", "{last}"])).toBe("{rest} and {last}");
		expect(
			[1, 2, 3, 4, 11].map((value) =>
				ordinal(value, { one: "{count}st", two: "{count}nd", few: "{count}rd", other: "{count}th" }),
			),
		).toEqual(["1st", "2nd", "3rd", "4th", "11th"]);
		expect(capitalised("no rule")).toBe("No rule");
		expect(
			date(new Date(Date.UTC(2026, 7, 28)), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
		).toBe("28 Aug 2026");
	});
});

describe("readWords", () => {
	const ruleTexts = ruleTextsOf(rules);
	const all = { ...english, ruleTexts };
	const read = (text: string) => readWords({ words: "/words.yaml", file: null }, (path) => ({ path, text }), ruleTexts);

	it("replaces single words and leaves all others English", () => {
		const found = read("layout:\n  skip: Zum Inhalt\n");
		expect(found).toEqual({ words: merged(all, { layout: { skip: "Zum Inhalt" } }) });
		expect("words" in found && found.words["copying"]).toEqual(english.copying);
	});

	it("knows a group that has a word for others from a word by categories", () => {
		const found = read("families:\n  other: Übrige\nlayout:\n  documents: { other: '{count} Dokumente' }\n");
		expect("words" in found && found.words).toMatchObject({
			families: { ...english.families, other: "Übrige" },
			layout: { documents: { other: "{count} Dokumente" } },
		});
	});

	it("takes what is empty for no words", () => {
		expect(read("# nothing yet\n")).toEqual({ words: merged(all, {}) });
	});

	it("takes the English words as they are printed", () => {
		expect(read(JSON.stringify(all))).not.toHaveProperty("problems");
	});

	it.each([
		["an unknown key", "layout:\n  serch: x\n", 2, 3, 'unknown key "serch" in layout; did you mean "search"?'],
		["a place left out", "layout:\n  holds: '{handoffs}'\n", 2, 10, "layout.holds: leaves out {documents}"],
		["a place of its own", "layout:\n  skip: 'Zu {name}'\n", 2, 9, "layout.skip: has {name}, which does not stand in"],
		["no text", "layout:\n  skip: 3\n", 2, 9, "layout.skip: must be text"],
		["nothing", "layout:\n  skip: ' '\n", 2, 9, "layout.skip: must not be empty"],
		[
			"a category that no language has",
			"layout:\n  handoffs: { other: '{count} x', tow: x }\n",
			2,
			13,
			'layout.handoffs: has no plural category "tow"',
		],
		[
			"the last category missing",
			"layout:\n  handoffs: { one: x }\n",
			2,
			13,
			'layout.handoffs: leaves out the category "other"',
		],
		[
			"a rule that there is none of",
			"ruleTexts:\n  layout/parents:\n    why: x\n",
			2,
			3,
			'unknown key "layout/parents" in ruleTexts; did you mean "layout/parent"?',
		],
		[
			"a value of a rule left out",
			"ruleTexts:\n  layout/parent:\n    messages: { orphan: '{handoff} folgt' }\n",
			3,
			25,
			"ruleTexts.layout/parent.messages.orphan: leaves out {parent}, which stands in",
		],
		["text in place of a group", "layout: x\n", 1, 9, "layout must be a mapping"],
	])("says where %s stands", (_, text, line, column, message) => {
		expect(read(text)).toEqual({
			problems: [
				expect.objectContaining({ path: "/words.yaml", line, column, message: expect.stringContaining(message) }),
			],
		});
	});

	it("places words of the settings file in it", () => {
		const text = "title: A\nwords:\n  layout:\n    skp: x\n";
		const found = readWords({ words: {}, file: "/handoffs.config.yaml" }, (path) => ({ path, text }), ruleTexts);
		expect(found).toEqual({
			problems: [expect.objectContaining({ path: "/handoffs.config.yaml", line: 4, column: 5 })],
		});
	});

	it("says that a file cannot be read", () => {
		const problem = { path: "/words.yaml", line: 1, column: 1, message: "cannot be read" };
		expect(readWords({ words: "/words.yaml", file: null }, () => problem, ruleTexts)).toEqual({ problems: [problem] });
	});
});
