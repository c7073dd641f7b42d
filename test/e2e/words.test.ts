import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

const german = `
layout:
  skip: Zum Inhalt springen
  handoffs: { one: "{count} Übergabe", other: "{count} Übergaben" }
  holds: "{json} mit {handoffs} und {documents}"
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
overview:
  baseline: { names: { tests: Prüfungen } }
`;

describe("a site in German, as far as its settings have German words", () => {
	let scratch = "";
	const text = (path: string) => readFileSync(join(scratch, "site", path), "utf8");

	beforeAll(() => {
		scratch = mkdtempSync(join(tmpdir(), "handoffs-words-"));
		writeFileSync(
			join(scratch, "handoffs.config.yaml"),
			"title: Archiv\nlanguage: de\nwords: german.yaml\nout: site\n",
		);
		writeFileSync(join(scratch, "german.yaml"), german);
		const { NODE_ENV: _, ...env } = process.env;
		const built = spawnSync(process.execPath, [main, "build"], { cwd: scratch, env, encoding: "utf8" });
		expect(built.status, built.stdout + built.stderr).toBe(0);
	});

	afterAll(() => rmSync(scratch, { recursive: true, force: true }));

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

	it("has them in drawings and in scripts", () => {
		expect(text("timeline/index.html")).toContain(">Fehlschlagende Tests</text>");
		const scripts = readdirSync(join(scratch, "site/_astro")).filter((name) => name.endsWith(".js"));
		const all = scripts.map((name) => text(`_astro/${name}`));
		expect(all.filter((code) => code.includes("Kopieren"))).toHaveLength(1);
		expect(all.filter((code) => code.includes("Nichts gefunden"))).toHaveLength(1);
		expect(all.some((code) => code.includes("Zum Inhalt springen"))).toBe(false);
	});
});
