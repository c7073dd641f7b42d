import { inflateSync } from "node:zlib";
import alphabet from "./letters.json" with { type: "json" };

/*
 * Letters for pictures, drawn once from the font of the site (test/integration/draw-letters.ts), in four levels from paper to ink: so a build
 * writes words into pictures without a rasteriser, and the same everywhere.
 */

/** A picture with a byte for two pixels, the left one in its upper half; the width is even. */
export interface Canvas {
	readonly width: number;
	readonly height: number;
	readonly pixels: Buffer;
}

/** Where a text stands, and what its three inks are called in the picture, from faint to full. */
interface Writing {
	readonly x: number;
	/** The line that letters stand on. */
	readonly base: number;
	readonly inks: readonly [number, number, number];
	/** Half the size of the alphabet. */
	readonly isSmall?: boolean;
}

interface Glyph {
	readonly advance: number;
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
	/** A level for each pixel, row by row. */
	readonly levels: Uint8Array;
}

/** Height of the letters in pixels, from the top of a line to the next where lines are set without leading. */
export const letterSize = alphabet.size;

let letters: ReadonlyMap<string, Glyph> | undefined;
const small = new Map<Glyph, Glyph>();

/** Reads the alphabet when the first letter is asked for. */
function glyphOf(character: string, isSmall: boolean): Glyph | undefined {
	letters ??= readAlphabet();
	const glyph = letters.get(character);
	if (!glyph || !isSmall) return glyph;
	const known = small.get(glyph) ?? halved(glyph);
	small.set(glyph, known);
	return known;
}

function readAlphabet(): ReadonlyMap<string, Glyph> {
	const packed = inflateSync(Buffer.from(alphabet.levels, "base64"));
	const found = new Map<string, Glyph>();
	let from = 0;
	for (const [character, advance, left, top, width, height] of alphabet.glyphs as [string, ...Numbers][]) {
		const levels = new Uint8Array(width * height);
		for (let at = 0; at < levels.length; at++)
			levels[at] = ((packed[(from + at) >> 2] ?? 0) >> (((from + at) & 3) * 2)) & 3;
		from += levels.length;
		found.set(character, { advance, left, top, width, height, levels });
	}
	return found;
}

type Numbers = [advance: number, left: number, top: number, width: number, height: number];

/** A letter at half its size: each pixel is the mean of four. */
function halved({ advance, left, top, width, height, levels }: Glyph): Glyph {
	const [x0, y0] = [Math.floor(left / 2), Math.floor(top / 2)];
	const [wide, high] = [Math.ceil((left + width) / 2) - x0, Math.ceil((top + height) / 2) - y0];
	const level = (x: number, y: number) =>
		x < 0 || y < 0 || x >= width || y >= height ? 0 : (levels[y * width + x] ?? 0);
	const half = new Uint8Array(wide * high);
	for (let y = 0; y < high; y++)
		for (let x = 0; x < wide; x++) {
			const [column, row] = [(x0 + x) * 2 - left, (y0 + y) * 2 - top];
			const sum = level(column, row) + level(column + 1, row) + level(column, row + 1) + level(column + 1, row + 1);
			half[y * wide + x] = Math.round(sum / 4);
		}
	return { advance: advance / 2, left: x0, top: y0, width: wide, height: high, levels: half };
}

/** Whether every letter of a text can be drawn. */
export function canWrite(text: string): boolean {
	return [...text].every((character) => glyphOf(character, false));
}

/** Width of a text in pixels. */
function widthOf(text: string, isSmall = false): number {
	return [...text].reduce((sum, character) => sum + (glyphOf(character, isSmall)?.advance ?? 0), 0);
}

/** A text in lines of at most so many pixels, broken between words; what takes more lines, and a word wider than one, is cut. */
export function linesOf(text: string, width: number, most: number, isSmall = false): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/\s+/u).filter(Boolean)) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line === "" || widthOf(longer, isSmall) <= width) line = longer;
		else {
			lines.push(line);
			line = word;
		}
	}
	if (line !== "") lines.push(line);
	const shown = lines.slice(0, most);
	const last = shown.at(-1);
	if (last !== undefined && lines.length > most) shown[shown.length - 1] = `${last} …`;
	return shown.map((one) => cutTo(one, width, isSmall));
}

function cutTo(text: string, width: number, isSmall: boolean): string {
	if (widthOf(text, isSmall) <= width) return text;
	const characters = [...text.replace(/ ?…$/u, "")];
	while (characters.length > 0 && widthOf(`${characters.join("")}…`, isSmall) > width) characters.pop();
	return `${characters.join("").trimEnd()}…`;
}

/** Writes a text into a picture; a letter that the alphabet lacks is left out. */
export function write(
	{ width, height, pixels }: Canvas,
	text: string,
	{ x, base, inks, isSmall = false }: Writing,
): void {
	let at = x;
	for (const character of text) {
		const glyph = glyphOf(character, isSmall);
		if (!glyph) continue;
		const [left, top] = [Math.round(at) + glyph.left, base + glyph.top];
		for (let row = Math.max(0, -top); row < glyph.height && top + row < height; row++)
			for (let column = Math.max(0, -left); column < glyph.width && left + column < width; column++) {
				const level = glyph.levels[row * glyph.width + column] ?? 0;
				if (level > 0) setPixel(pixels, (top + row) * width + left + column, inks[level - 1] ?? 0);
			}
		at += glyph.advance;
	}
}

function setPixel(pixels: Buffer, at: number, ink: number): void {
	const both = pixels[at >> 1] ?? 0;
	pixels[at >> 1] = at % 2 === 0 ? (both & 0x0f) | (ink << 4) : (both & 0xf0) | ink;
}
