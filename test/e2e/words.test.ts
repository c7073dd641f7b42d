import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltExample, buildExample, reportOf } from "./build-example.ts";

const german = `
layout:
  skip: Zum Inhalt springen
  handoffs: { one: "{count} Übergabe", other: "{count} Übergaben" }
  holds: "{handoffs} und {documents}"
  foot: "{json} mit {held}"
common:
  handoffs: { zero: keine Übergabe, one: "{count} Übergabe", other: "{count} Übergaben" }
  ordinal: "{count}."
handoffs:
  title: Übergaben
  lede: "In der Reihenfolge des Baus: <strong>{handoffs}</strong>."
  ledeInferred: "In der Reihenfolge des Baus, zum Teil erschlossen: <strong>{handoffs}</strong>."
handoff:
  position: "{position} von {total} in der Reihenfolge"
  positionInferred: "{position} von {total} in der Reihenfolge (erschlossen)"
documentKinds:
  places: { results: ERGEBNIS }
facts:
  status: Zustand
charts:
  timeline: { failing: Fehlschlagende Tests }
copying: { copy: Kopieren }
found: { nothing: Nichts gefunden }
ruleTexts:
  layout/parent:
    requires: Wem etwas folgt, das ist da.
    messages: { orphan: "{handoff} folgt {parent}, die fehlt." }
    statements: { noFollowUp: "{handoff} folgt keiner." }
    examples: { A follow-up of nothing: Wer folgt da wem? }
reasons:
  noHashBefore: Ohne Hash davor.
overview:
  baseline: { names: { tests: Prüfungen } }
`;

describe("a site in German, as far as its settings have German words", () => {
	let site: BuiltExample;
	const text = (path: string) => readFileSync(join(site.folder, path), "utf8");

	beforeAll(() => {
		site = buildExample("title: Archiv\nlanguage: de", german);
	});

	afterAll(() => site?.remove());

	it("says its language, and its words in their own order", () => {
		const page = text("handoffs/index.html");
		expect(page).toContain('<html lang="de">');
		expect(page).toContain(">Zum Inhalt springen</a>");
		expect(page).toContain("<h1>Übergaben</h1>");
		expect(page).toMatch(/In der Reihenfolge des Baus[^<]*: <strong>\d+ Übergaben<\/strong>\./);
		expect(page).toMatch(/<a href="[^"]*archive\.json">archive\.json<\/a> mit \d+ Übergaben und \d+ documents/);
	});

	it("stays English where nothing else is said", () => {
		expect(text("handoffs/index.html")).toContain('<th scope="col">Handoff</th>');
		expect(text("rules/index.html")).toContain("<h1>Rules</h1>");
	});

	it("has them on pages of handoffs too, in facts, places and ordinals", () => {
		const page = text("handoffs/H-1/index.html");
		expect(page).toMatch(/1\. von \d+ in der Reihenfolge/);
		expect(page).toContain("<dt>Zustand</dt>");
		expect(page).toMatch(/>ERGEBNIS:\d+</);
		expect(page).not.toMatch(/>RESULTS:\d+</);
	});

	it("writes figures and dates as German does", () => {
		expect(text("index.html")).toMatch(/\d+\. [A-Z][a-zä]{2,}\.? \d{4}/);
	});

	it("has them in what rules require and state, and in their examples", () => {
		const page = text("rules/layout/parent/index.html");
		expect(page).toContain("Wem etwas folgt, das ist da.");
		expect(page).toContain("Wer folgt da wem?");
		expect(page).toContain("H-2A folgt H-2, die fehlt.");
		expect(text("handoffs/H-1/index.html").replace(/<[^>]*>/g, "")).toContain("H-1 folgt keiner.");
	});

	it("has them in why hashes are as they are, and leaves the export in English", () => {
		const files = readdirSync(join(site.folder, "files"), { recursive: true, encoding: "utf8" });
		const pages = files.filter((path) => path.endsWith("index.html")).map((path) => text(join("files", path)));
		expect(pages.some((page) => page.includes("Ohne Hash davor."))).toBe(true);
		expect(pages.some((page) => page.includes("No hash before is recorded."))).toBe(false);
		const exported = text("archive.json");
		expect(exported).toContain("No hash before is recorded.");
		expect(exported).toContain("H-1 is no follow-up.");
		expect(exported).not.toContain("folgt keiner");
	});

	it("has them in drawings and in scripts", () => {
		expect(text("timeline/index.html")).toContain(">Fehlschlagende Tests</text>");
		const scripts = readdirSync(join(site.folder, "_astro")).filter((name) => name.endsWith(".js"));
		const all = scripts.map((name) => text(`_astro/${name}`));
		expect(all.filter((code) => code.includes("Kopieren"))).toHaveLength(1);
		expect(all.filter((code) => code.includes("Nichts gefunden"))).toHaveLength(1);
		expect(all.some((code) => code.includes("Zum Inhalt springen"))).toBe(false);
	});
});

it.each([
	["that was refused", []],
	["that was published all the same", ["--report-only"]],
])("the report of an archive %s is in English, whatever its site says", (_, options) => {
	const report = reportOf({ "H-2A_RESULTS.md": "# Results: H-2A\n" }, german, options);
	expect(report).toContain("H-2A follows H-2, which is not in the archive.");
	expect(report).not.toContain("die fehlt");
});
