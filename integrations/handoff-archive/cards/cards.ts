import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, crc32, deflateSync } from "node:zlib";
import { marksOf, type VerdictMark } from "#model/verdicts.ts";
import type { Entries } from "../entries/entries.ts";
import { type Canvas, canWrite, letterSize, linesOf, write } from "./letters.ts";

/*
 * The pictures that other sites show beside a link to a page: what the page is called, and a square for what each rule decided, or for
 * each handoff.
 */

const size = { width: 1200, height: 630, margin: 60, largest: 64 };

/** Colours by what was decided, as in the light theme; the first is the background. */
const colours: Readonly<Record<VerdictMark | "background", number>> = {
	background: 0xfbfbfd,
	fail: 0xa8101c,
	"could-not-evaluate": 0x4a4f5a,
	"needs-human": 0x6b3fa0,
	warning: 0xd08a1d,
	note: 0x7d93b5,
	waived: 0x9a86b8,
	pass: 0x5fae8b,
	"not-applicable": 0xdfe3ea,
};
const names = Object.keys(colours) as (keyof typeof colours)[];

/** Colours of text and of text that says less, each in three steps from the background. */
const inks = [0x1b1d22, 0x555a64].flatMap((ink) =>
	[1 / 3, 2 / 3, 1].map((part) => mixed(colours.background, ink, part)),
);
const palette = [...names.map((name) => colours[name]), ...inks];
const first = names.length;
const text = [first, first + 1, first + 2] as const;
const quiet = [first + 3, first + 4, first + 5] as const;

function mixed(from: number, to: number, part: number): number {
	return [16, 8, 0].reduce((sum, bits) => {
		const [a, b] = [(from >> bits) & 255, (to >> bits) & 255];
		return sum | (Math.round(a + (b - a) * part) << bits);
	}, 0);
}

/** Gravest first: what a handoff as a whole is shown as. */
const gravest: readonly VerdictMark[] = ["fail", "could-not-evaluate", "needs-human", "warning", "waived"];

/** What a picture says: a line above, and what the page is called. */
interface Words {
	readonly above: string;
	readonly title: string;
}

/**
 * Writes a picture for each handoff to the folder "cards", and one for the archive beside it. Takes some milliseconds for each.
 * @param words the title of the archive, and how many handoffs it holds in words
 */
export function writeCards(
	folder: string,
	{ handoffs }: Pick<Entries, "handoffs">,
	words: { readonly title: string; readonly handoffs: string },
): void {
	mkdirSync(join(folder, "cards"), { recursive: true });
	const canvas: Canvas = { ...size, pixels: Buffer.alloc((size.width * size.height) / 2) };
	for (const { id, slug, title, marks } of handoffs) {
		const card = pictureOf(canvas, { above: words.title, title: `${id} ${title}` }, marksOf(marks));
		writeFileSync(join(folder, "cards", `${slug}.png`), card);
	}
	const squares = handoffs.map(({ verdicts }) => gravest.find((mark) => verdicts[mark] > 0) ?? "pass");
	writeFileSync(join(folder, "card.png"), pictureOf(canvas, { above: words.handoffs, title: words.title }, squares));
}

/** A PNG of words, and below them squares in rows, as large as all of them fit. */
function pictureOf(canvas: Canvas, words: Words, squares: readonly VerdictMark[]): Buffer {
	canvas.pixels.fill(0);
	drawSquares(canvas, squares, drawWords(canvas, words));
	return png(scanLines(canvas));
}

/** Draws the words that the alphabet has letters for, and returns where they end. */
function drawWords(canvas: Canvas, { above, title }: Words): number {
	const { margin } = size;
	const width = canvas.width - 2 * margin;
	const lineHeight = Math.round(letterSize * 1.2);
	let base = margin;
	if (canWrite(above)) {
		base += letterSize / 2;
		const [line = ""] = linesOf(above, width, 1, true);
		write(canvas, line, { x: margin, base, inks: quiet, isSmall: true });
	}
	const lines = canWrite(title) ? linesOf(title, width, 3) : [];
	if (base > margin) base += letterSize / 4;
	for (const line of lines) {
		base += lineHeight;
		write(canvas, line, { x: margin, base, inks: text });
	}
	return base === margin ? base : base + letterSize;
}

/** Draws squares in rows above the lower margin, as large as all of them fit below the words. */
function drawSquares({ width, height, pixels }: Canvas, squares: readonly VerdictMark[], top: number): void {
	const { margin, largest } = size;
	const [wide, high] = [width - 2 * margin, height - margin - top];
	const rowsOf = (step: number) => Math.ceil(squares.length / Math.floor(wide / step));
	let step = largest;
	while (step > 2 && rowsOf(step) * step > high) step -= 2;
	// Even numbers, for a byte is two pixels.
	const side = Math.max(2, Math.floor(step * 0.41) * 2);
	const columns = Math.floor(wide / step);
	const start = Math.max(top, height - margin - rowsOf(step) * step + (step - side));
	for (const [index, mark] of squares.entries()) {
		const x = margin + (index % columns) * step;
		const y = start + Math.floor(index / columns) * step;
		for (let row = y; row < Math.min(y + side, height); row++)
			pixels.fill(names.indexOf(mark) * 0x11, (row * width + x) / 2, (row * width + x + side) / 2);
	}
}

/** Each line as what changes against the one above (the filter "up"): for most lines that is nothing. */
function scanLines({ width, height, pixels }: Canvas): Buffer {
	const length = width / 2;
	const lines = Buffer.alloc(height * (1 + length));
	for (let y = 0; y < height; y++) {
		const [at, to] = [y * length, y * (1 + length)];
		lines[to] = 2;
		if (y > 0 && pixels.compare(pixels, at - length, at, at, at + length) === 0) continue;
		for (let x = 0; x < length; x++)
			lines[to + 1 + x] = Number(pixels[at + x]) - (y === 0 ? 0 : Number(pixels[at + x - length]));
	}
	return lines;
}

/** A PNG (W3C, third edition) with four bits for a pixel and a palette. */
function png(picture: Buffer): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size.width, 0);
	header.writeUInt32BE(size.height, 4);
	header.set([4, 3, 0, 0, 0], 8);
	const shades = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const data = deflateSync(picture, { level: 1, strategy: constants.Z_RLE });
	return Buffer.concat([
		signature,
		chunk("IHDR", header),
		chunk("PLTE", shades),
		chunk("IDAT", data),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
