import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verdictLetters } from "#model/verdicts.ts";
import { writeCards } from "../../integrations/handoff-archive/cards/cards.ts";
import { canWrite, linesOf } from "../../integrations/handoff-archive/cards/letters.ts";
import type { Entries } from "../../integrations/handoff-archive/entries/entries.ts";

type Handoffs = Entries["handoffs"];

const handoffs = [
	{ id: "H-1", slug: "H-1", title: "Tide gauge reader" },
	{ id: "H-2", slug: "H-2", title: "潮位計" },
	{ id: "H-3", slug: "H-3", title: "A title that does not end ".repeat(20) },
].map((one) => ({
	...one,
	marks: verdictLetters.pass.repeat(40),
	verdicts: { fail: 0 },
})) as unknown as Handoffs;

/** Rows of a picture as numbers of colours. */
function pixelsOf(file: string): number[][] {
	const png = readFileSync(file);
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const from = png.indexOf("IDAT");
	const lines = inflateSync(png.subarray(from + 4, from + 4 + png.readUInt32BE(from - 4)));
	const length = width / 2;
	let above = new Uint8Array(length);
	return Array.from({ length: height }, (_, y) => {
		const line = lines.subarray(y * (1 + length) + 1, (y + 1) * (1 + length));
		expect(lines[y * (1 + length)]).toBe(2);
		above = Uint8Array.from(line, (byte, x) => byte + (above[x] ?? 0));
		return [...above].flatMap((both) => [both >> 4, both & 15]);
	});
}

/** How many pixels of some rows have a colour of text. */
function inkIn(rows: readonly number[][]): number {
	return rows.flat().filter((colour) => colour > 8).length;
}

describe("the picture beside a link", () => {
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "handoffs-cards-"));
		writeCards(folder, { handoffs }, { title: "Ledger handoffs", handoffs: "3 handoffs" });
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	it("holds the title of the archive, that of the handoff, and a square for each rule below", () => {
		const rows = pixelsOf(join(folder, "cards/H-1.png"));
		expect([rows[0]?.length, rows.length]).toEqual([1200, 630]);
		expect(inkIn(rows.slice(60, 95))).toBeGreaterThan(500);
		expect(inkIn(rows.slice(100, 190))).toBeGreaterThan(2000);
		expect(inkIn(rows.slice(260))).toBe(0);
		const squares = rows.slice(260).map((row) => row.filter((colour) => colour === 7).length);
		expect(Math.max(...squares)).toBeGreaterThan(600);
	});

	it("leaves out a title whose letters it cannot draw, and keeps the squares", () => {
		const rows = pixelsOf(join(folder, "cards/H-2.png"));
		expect(inkIn(rows.slice(60, 95))).toBeGreaterThan(500);
		expect(inkIn(rows.slice(100))).toBe(0);
		expect(rows.flat()).toContain(7);
	});

	it("keeps a long title to three lines inside the margins", () => {
		const rows = pixelsOf(join(folder, "cards/H-3.png"));
		expect(inkIn(rows.slice(330))).toBe(0);
		expect(inkIn(rows.map((row) => [...row.slice(0, 58), ...row.slice(1142)]))).toBe(0);
	});

	it("is the same each time", () => {
		const again = mkdtempSync(join(tmpdir(), "handoffs-cards-"));
		writeCards(again, { handoffs }, { title: "Ledger handoffs", handoffs: "3 handoffs" });
		for (const name of ["card.png", "cards/H-1.png", "cards/H-3.png"])
			expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, name)))).toBe(true);
		rmSync(again, { recursive: true });
	});
});

describe("the alphabet of pictures", () => {
	it.each(["H-18B Größe — „Über“ 100 %", "Привет, мир", "Γειά σου", "Łódź, naïve, €"])("has letters for %s", (text) => {
		expect(canWrite(text)).toBe(true);
	});

	it("says what it cannot draw", () => {
		expect(canWrite("潮位計")).toBe(false);
		expect(canWrite("\u202Eevil")).toBe(false);
	});

	it("breaks lines between words, and cuts what is too long", () => {
		expect(linesOf("one two three four", 290, 4)).toEqual(["one two", "three four"]);
		expect(linesOf("one two three four", 290, 1)).toEqual(["one two …"]);
		expect(linesOf("x".repeat(100), 250, 2)[0]).toMatch(/^x{5,10}…$/);
		expect(linesOf("   ", 250, 2)).toEqual([]);
	});
});
