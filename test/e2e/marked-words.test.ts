import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rules } from "#rules/index.ts";
import * as english from "#words/en/index.ts";
import { ruleTextsOf } from "#words/rule-texts.ts";
import { marked, rowsOf, tuplesOf } from "../words/marked.ts";
import { type BuiltExample, buildExample } from "./build-example.ts";

type Node = DefaultTreeAdapterTypes.Node;

const root = fileURLToPath(new URL("../../", import.meta.url));
const filesIn = (folder: string, form: RegExp) =>
	readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((path) => form.test(path))
		.map((path) => readFileSync(join(root, folder, path), "utf8"));

/** What the archive, its standards and the examples of rules say themselves, and the names of sections that rules come from. */
const ownTexts = [
	...filesIn("content", /\.(?:md|mdx|ya?ml|json)$/),
	...rules.flatMap(({ source, examples }) => [
		source.section,
		...[...examples.valid, ...examples.invalid].flatMap(({ files }) => Object.values(files)),
	]),
];

/** Rules whose statements are sentences of theirs without names, which pages can only repeat. */
const unnamed = ["src/rules/results", "src/rules/baseline"].flatMap((folder) =>
	filesIn(folder, /\.ts$/).map((code) => code.slice(code.indexOf("*check(")).replace(/\$\{[^}]*\}/g, " . ")),
);

/** Documents, code, guides, quotes, what facts were counted from, and the cut examples of rules. */
const skipped = new Set(["doc", "prose", "guide", "aside", "lines", "toc"]);
const skippedElements = new Set(["code", "pre", "q", "script", "style"]);
const shownAttributes = new Set(["title", "aria-label", "alt", "placeholder"]);

function* textsOf(node: Node): Generator<string> {
	if ("value" in node) yield node.value;
	if ("attrs" in node) {
		if (skippedElements.has(node.tagName)) return;
		for (const { name, value } of node.attrs) {
			if (name === "class" && value.split(" ").some((one) => skipped.has(one))) return;
			if (shownAttributes.has(name)) yield value;
		}
	}
	if ("childNodes" in node) for (const child of node.childNodes) yield* textsOf(child);
}

function mainOf(node: Node): Node | undefined {
	if ("tagName" in node && node.tagName === "main") return node;
	if (!("childNodes" in node)) return undefined;
	return node.childNodes.map(mainOf).find((found) => found !== undefined);
}

describe("a site whose words are all replaced", () => {
	let site: BuiltExample;

	beforeAll(() => {
		const words = marked({ ...english, ruleTexts: ruleTextsOf(rules) });
		site = buildExample(`title: ${marked("Archive")}\nhistory: false`, JSON.stringify(words));
	});

	afterAll(() => site?.remove());

	it("has no English sentence left that is not its documents'", () => {
		const own = [...ownTexts, ...unnamed].flatMap(rowsOf);
		const known = new Set(own.flatMap((row) => [...tuplesOf(row, 2), ...tuplesOf(row, 3)]));
		const pages = readdirSync(site.folder, { recursive: true, encoding: "utf8" }).filter((path) =>
			path.endsWith(".html"),
		);
		expect(pages.length).toBeGreaterThan(200);
		const found = new Map<string, string>();
		for (const path of pages) {
			const main = mainOf(parse(readFileSync(join(site.folder, path), "utf8"), { scriptingEnabled: false }));
			for (const text of main ? textsOf(main) : [])
				for (const row of rowsOf(text))
					if (!tuplesOf(row).every((words) => known.has(words))) found.set(row.join(" "), path);
		}
		expect(
			[...found].map(([words, path]) => `${path}: ${words}`),
			"say it with src/words",
		).toEqual([]);
	});
});
