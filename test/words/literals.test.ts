import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeFiles, root } from "../house/imports.ts";
import { literalsOfCode, literalsOfPage } from "./literals.ts";

const rooms = ["src/pages", "src/components", "src/charts", "src/render", "src/search"];
/** Words that English questions are made of: they are shown nowhere. */
const spoken = new Set(["src/search/terms.ts", "src/search/thesaurus.ts"]);
const files = rooms.flatMap((room) => codeFiles(room).map(({ path }) => path)).filter((path) => !spoken.has(path));

/** Texts that are names of things and no words. */
const names: Readonly<Record<string, string>> = {
	"sha256:": "the algorithm, as documents write it",
	"archive.json": "the name of a file",
	Timeline: "the component, in the words of an error",
	Enter: "a key, as browsers name it",
	Escape: "a key, as browsers name it",
	"1em 'Source Serif 4 Variable'": "a font",
	"1em 'Fira Code Variable'": "a font",
};
const isWords = ({ text }: { readonly text: string }) => !Object.hasOwn(names, text) && !text.startsWith("<");
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("what pages say stands in src/words", () => {
	it("and in no page or component", () => {
		const pages = files.filter((path) => path.endsWith(".astro"));
		expect(pages.length).toBeGreaterThan(70);
		const found = pages.flatMap((path) =>
			literalsOfPage(read(path))
				.filter(isWords)
				.map(({ line, text }) => `${path}:${line} ${JSON.stringify(text)}`),
		);
		expect(found, "give the text a name in src/words/en").toEqual([]);
	});

	it("and in no script of theirs", () => {
		const scripts = files.filter((path) => path.endsWith(".ts"));
		const found = scripts.flatMap((path) =>
			literalsOfCode(read(path))
				.filter(isWords)
				.map(({ line, text }) => `${path}:${line} ${JSON.stringify(text)}`),
		);
		expect(found, "give the text a name in src/words/en").toEqual([]);
	});
});

describe("the scan", () => {
	const page = (template: string, front = "") =>
		literalsOfPage(`---\n${front}\n---\n${template}`).map(({ text }) => text);

	it.each([
		["text", "<p>Nothing waits.</p>", ["Nothing waits."]],
		["text in an expression", "{x && <p>Nothing</p>}", ["Nothing"]],
		["the value of an expression", '<p>{x ? "not stated" : y}</p>', ["not stated"]],
		["what callbacks give", "<p>{list.map(() => `\u0024{a} of \u0024{b}`)}</p>", ["of"]],
		["an attribute", '<a title="Open it" class="v fail">{x}</a>', ["Open it"]],
		["an attribute's expression", '<a aria-label={x ?? "All pages"}>{x}</a>', ["All pages"]],
		["an empty element", '<p><input placeholder="Search for it"><br>after</p>', ["Search for it", "after"]],
		["the attribute of a component", '<Steps label="All transfers" steps={steps} />', ["All transfers"]],
	])("finds %s", (_, template, texts) => {
		expect(page(template).sort()).toEqual([...texts].sort());
	});

	it("says the line", () => {
		expect(literalsOfPage("---\nconst a = 1;\n---\n<div>\n\t<p>Text</p>\n</div>\n")).toEqual([
			{ line: 5, text: "Text" },
		]);
	});

	it("finds words in what a page computes before", () => {
		expect(page("<p />", 'const title = "Verdict sheet";')).toEqual(["Verdict sheet"]);
		expect(literalsOfCode('button.textContent = "Copied";\nline.append(`is new and was not \u0024{x}`);')).toEqual([
			{ line: 1, text: "Copied" },
			{ line: 2, text: "is new and was not " },
		]);
	});

	it("leaves names, classes, marks and errors be", () => {
		const template =
			'<html lang={l}><head><meta charset="utf-8"><script src="a.js">let a = "Not shown";</script></head><p class:list={["v", "fail"]} data-x="Not shown">{a} → {x ? "·" : "1.2"}{say(t.x, { y: "one" })}</p></html>';
		expect(page(template, 'if (!x) throw new Error("There is no such page.");\nconst h = href("handoffs/");')).toEqual(
			[],
		);
		expect(literalsOfCode('document.querySelector(".transfer-filters select");')).toEqual([]);
	});
});
