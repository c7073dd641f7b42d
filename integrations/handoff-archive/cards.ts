import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { marksOf, type VerdictMark } from "#model/verdicts.ts";
import type { Slices } from "./slices.ts";

/*
 * The pictures that other sites show beside a link to a page: a square for what each rule decided, or for each handoff. They hold
 * no letters, which would need a rasteriser of fonts; the words stand beside them, in the page's title and description.
 */

const size = { width: 1200, height: 630, margin: 60 };

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

/** Gravest first: what a handoff as a whole is shown as. */
const gravest: readonly VerdictMark[] = ["fail", "could-not-evaluate", "needs-human", "warning", "waived"];

/** Writes a picture for each handoff to the folder "cards", and one for the archive beside it. Takes about a millisecond for each. */
export function writeCards(folder: string, { handoffs }: Pick<Slices, "handoffs">): void {
	mkdirSync(join(folder, "cards"), { recursive: true });
	for (const { slug, marks } of handoffs)
		writeFileSync(join(folder, "cards", `${slug}.png`), pictureOf(marksOf(marks)));
	const squares = handoffs.map(({ verdicts }) => gravest.find((mark) => verdicts[mark] > 0) ?? "pass");
	writeFileSync(join(folder, "card.png"), pictureOf(squares));
}

/** A PNG of squares in rows, as large as all of them fit. */
function pictureOf(squares: readonly VerdictMark[]): Buffer {
	const { width, height, margin } = size;
	const [wide, high] = [width - 2 * margin, height - 2 * margin];
	const columns = Math.max(1, Math.ceil(Math.sqrt((squares.length * wide) / high)));
	const rows = Math.max(1, Math.ceil(squares.length / columns));
	const step = Math.max(2, Math.floor(Math.min(wide / columns, high / rows)));
	const side = Math.max(1, Math.floor(step * 0.82));
	const picture = Buffer.alloc(height * (1 + width / 2));
	const blank = Buffer.alloc(width);
	let above: Buffer = blank;
	for (let y = 0; y < height; y++) {
		const row = Math.floor((y - margin) / step);
		const inside = y >= margin && row < rows && (y - margin) % step < side;
		const line: Buffer = inside
			? y === margin + row * step
				? lineOf(squares, row * columns, columns, step, side)
				: above
			: blank;
		writeLine(picture, y, line, above);
		above = line;
	}
	return png(picture);
}

/** A line of pixels through one row of squares, as indices of colours. */
function lineOf(squares: readonly VerdictMark[], from: number, columns: number, step: number, side: number): Buffer {
	const line = Buffer.alloc(size.width);
	for (let column = 0; column < columns; column++) {
		const mark = squares[from + column];
		const start = size.margin + column * step;
		if (mark !== undefined) line.fill(names.indexOf(mark), start, Math.min(start + side, size.width));
	}
	return line;
}

/** Most lines are the one above them: the filter "up" makes them nothing. */
function writeLine(picture: Buffer, y: number, line: Buffer, above: Buffer): void {
	const start = y * (1 + size.width / 2);
	picture[start] = 2;
	if (line === above) return;
	for (let x = 0; x < size.width; x += 2) {
		const [own, other] = [line, above].map((pixels) => ((pixels[x] ?? 0) << 4) | (pixels[x + 1] ?? 0));
		picture[start + 1 + x / 2] = (own ?? 0) - (other ?? 0);
	}
}

/** A PNG (W3C, third edition) with four bits for a pixel and a palette. */
function png(picture: Buffer): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size.width, 0);
	header.writeUInt32BE(size.height, 4);
	header.set([4, 3, 0, 0, 0], 8);
	const palette = Buffer.from(
		names.flatMap((name) => [colours[name] >> 16, (colours[name] >> 8) & 255, colours[name] & 255]),
	);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const data = deflateSync(picture, { level: 3 });
	return Buffer.concat([
		signature,
		chunk("IHDR", header),
		chunk("PLTE", palette),
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
