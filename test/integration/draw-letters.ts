/*
 * Draws the alphabet of the cards (integrations/handoff-archive/cards/letters.ts) with the font of the site, once, so that a build needs
 * no rasteriser of fonts: node test/integration/draw-letters.ts. To be run again where the font or the set of characters changes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { launchBrowser } from "../e2e/browser.ts";

const size = 56;
const ranges: readonly (readonly [number, number])[] = [
	[0x20, 0x7e],
	[0xa1, 0xac],
	[0xae, 0x17f],
	[0x386, 0x386],
	[0x388, 0x38a],
	[0x38c, 0x38c],
	[0x38e, 0x3a1],
	[0x3a3, 0x3ce],
	[0x400, 0x45f],
	[0x490, 0x491],
];
const others = "–—‘’‚“”„•…‹›€№™−←→↑↓×≈≠≤≥";
const characters = [
	...ranges.flatMap(([first, last]) =>
		Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
	),
	...others,
];

const root = join(import.meta.dirname, "../..");
const fonts = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext"].map((part) => {
	const file = join(root, `node_modules/@fontsource-variable/inter/files/inter-${part}-wght-normal.woff2`);
	return [part, readFileSync(file).toString("base64")] as const;
});

const browser = await launchBrowser();
const page = await browser.newPage();
await page.setContent("<!doctype html>");
const drawn = await page.evaluate(
	async ({ fonts, characters, size }) => {
		for (const [part, data] of fonts) {
			const font = new FontFace(part, `url(data:font/woff2;base64,${data})`, { weight: "100 900" });
			document.fonts.add(await font.load());
		}
		const canvas = document.createElement("canvas");
		canvas.width = canvas.height = size * 2;
		const context = canvas.getContext("2d", { willReadFrequently: true });
		if (!context) throw new Error("There is no canvas.");
		context.font = `600 ${size}px ${fonts.map(([part]) => `"${part}"`).join(", ")}`;
		return characters.map((character) => {
			context.clearRect(0, 0, canvas.width, canvas.height);
			const [left, base] = [size / 2, size * 1.5];
			context.fillText(character, left, base);
			const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
			const level = (x: number, y: number) => Math.round(((data[(y * canvas.width + x) * 4 + 3] ?? 0) / 255) * 3);
			let [x0, y0, x1, y1] = [canvas.width, canvas.height, 0, 0];
			for (let y = 0; y < canvas.height; y++)
				for (let x = 0; x < canvas.width; x++)
					if (level(x, y) > 0)
						[x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
			const [width, height] = [Math.max(0, x1 - x0), Math.max(0, y1 - y0)];
			const levels = Array.from({ length: width * height }, (_, at) =>
				level(x0 + (at % width), y0 + Math.floor(at / width)),
			);
			const advance = Math.round(context.measureText(character).width * 4) / 4;
			return { character, advance, left: width && x0 - left, top: height && y0 - base, width, height, levels };
		});
	},
	{ fonts, characters, size },
);
await browser.close();

const levels = drawn.flatMap((glyph) => glyph.levels);
const packed = Buffer.alloc(Math.ceil(levels.length / 4));
for (const [index, level] of levels.entries())
	packed[index >> 2] = (packed[index >> 2] ?? 0) | (level << ((index & 3) * 2));
const glyphs = drawn.map(({ character, advance, left, top, width, height }) => [
	character,
	advance,
	left,
	top,
	width,
	height,
]);
const file = join(root, "integrations/handoff-archive/cards/letters.json");
const levelsText = deflateSync(packed, { level: 9 }).toString("base64");
writeFileSync(file, `${JSON.stringify({ size, glyphs, levels: levelsText })}\n`);
console.log(`${drawn.length} characters, ${levelsText.length} bytes of levels`);
