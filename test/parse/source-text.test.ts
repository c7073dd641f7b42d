import { describe, expect, it } from "vitest";
import { decodeSource, lineText, pointAt } from "#parse/source-text.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The problems as "code line:column", or "code" for the whole file. */
function problemsOf(bytes: Uint8Array): string[] {
	return decodeSource("x.md", bytes).problems.map(({ code, range }) =>
		range ? `${code} ${range.start.line}:${range.start.column}` : code,
	);
}

describe("decodeSource", () => {
	it("finds nothing wrong with plain text", () => {
		expect(problemsOf(bytesOf("# Größe ✅ 🚀\n\n\ta\n"))).toEqual([]);
	});

	it("places the first byte that is no UTF-8 and counts the others as the decoder does", () => {
		const bytes = Buffer.concat([Buffer.from("ü\n🚀 a"), Buffer.from([0xff, 0x62, 0xe2, 0x82, 0x0a, 0xc0, 0xaf])]);
		const { text, problems } = decodeSource("x.md", bytes);
		expect(problems).toEqual([
			{
				code: "encoding",
				path: "x.md",
				range: { start: { line: 2, column: 5 }, end: { line: 2, column: 6 } },
				data: { encoding: "UTF-8", byte: "0xFF", sequences: 4, others: 3 },
			},
		]);
		expect(text.match(/\uFFFD/g)).toHaveLength(4);
		expect(text).toContain("\uFFFDb\uFFFD\n");
	});

	it("counts broken sequences like the decoder on random bytes", () => {
		let seed = 1;
		for (let run = 0; run < 300; run++) {
			const bytes = Uint8Array.from({ length: 40 }, () => {
				seed = (seed * 48_271) % 2_147_483_647;
				// Bytes around the edges of UTF-8, and no replacement character of its own.
				return [0x61, 0x80, 0x9f, 0xa0, 0xbe, 0xc1, 0xc3, 0xe0, 0xed, 0xf0, 0xf4, 0xf5][seed % 12] ?? 0;
			});
			const { text, problems } = decodeSource("x.md", bytes);
			const found = problems.find(({ code }) => code === "encoding");
			expect(Number(found?.data?.sequences ?? 0)).toBe(text.match(/\uFFFD/g)?.length ?? 0);
			if (found)
				expect(pointAt({ path: "", text, lineStarts: [0], problems: [] }, text.indexOf("\uFFFD"))).toEqual(
					found.range?.start,
				);
		}
	});

	it("takes a byte order mark off and reports it", () => {
		const source = decodeSource("x.md", bytesOf("\uFEFF# A\n"));
		expect(source.text).toBe("# A\n");
		expect(problemsOf(bytesOf("\uFEFF# A\n"))).toEqual(["byte-order-mark 1:1"]);
		const [alone] = decodeSource("x.md", bytesOf("\uFEFF")).problems;
		expect(alone?.range?.end).toEqual({ line: 1, column: 1 });
	});

	it("places the first control character", () => {
		expect(problemsOf(bytesOf("a\nb\u0000c\u0000\n"))).toEqual(["control-character 2:2"]);
		expect(problemsOf(bytesOf("tab\t, form feed\f"))).toEqual([]);
	});

	it("names UTF-16 with and without a byte order mark and reads it", () => {
		const little = Buffer.from("# Notes\n", "utf16le");
		for (const bytes of [little, Buffer.concat([Buffer.from([0xff, 0xfe]), little]), Buffer.from(little).swap16()]) {
			const { text, problems } = decodeSource("x.md", bytes);
			expect(text).toBe("# Notes\n");
			expect(problems.map(({ code }) => code)).toEqual(["encoding"]);
		}
	});

	it("keeps no text of binary content, and tells empty from blank", () => {
		const picture = Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 256);
		expect(decodeSource("x.md", picture)).toMatchObject({ text: "", problems: [{ code: "binary" }] });
		expect(problemsOf(new Uint8Array())).toEqual(["empty"]);
		expect(problemsOf(bytesOf(" \n\t\n"))).toEqual(["empty"]);
	});

	it("tells CRLF throughout, CR throughout and mixed endings apart, and counts lines in all of them", () => {
		const endings = { "a\r\nb\r\n": "CRLF", "a\rb\r": "CR", "a\nb\r\nc\n": "mixed" };
		for (const [text, style] of Object.entries(endings)) {
			const source = decodeSource("x.md", bytesOf(text));
			expect(source.problems).toMatchObject([{ code: "line-endings", data: { style } }]);
			expect([1, 2].map((line) => lineText(source, line))).toEqual(["a", "b"]);
		}
		expect(problemsOf(bytesOf("a\nb\r\nc\n"))).toEqual(["line-endings 2:2"]);
	});
});
