import { describe, expect, it } from "vitest";
import { jsonEscaped, jsonWrittenOut, writtenOut } from "#model/hidden.ts";

const hostile = "a\u202Eb\u001B[31m\b\u0085\u{E0041}";
const named = "aU+202EbU+001B[31mU+0008U+0085U+E0041";

describe("characters that hide or reorder", () => {
	it("are written out in a text", () => expect(writtenOut(hostile)).toBe(named));

	it("are written out in every text and key of JSON", () => {
		const value = { [hostile]: [{ title: hostile, line: 3 }], plain: "tab\tand\nline" };
		expect(JSON.parse(jsonWrittenOut(JSON.stringify(value)))).toEqual({
			[named]: [{ title: named, line: 3 }],
			plain: "tab\tand\nline",
		});
	});

	it("are escaped in JSON that is to mean the same", () => {
		const json = JSON.stringify({ title: hostile }, null, "\t");
		expect(jsonEscaped(json)).not.toMatch(/[\u202E\u0085\uDB40]/);
		expect(JSON.parse(jsonEscaped(json))).toEqual({ title: hostile });
	});

	it("leave other JSON as it is, escapes that only look like them included", () => {
		const json = JSON.stringify({ regex: "\\bword\\b \\u001b", emoji: "👩‍💻", __proto__: 1 });
		expect(JSON.parse(jsonWrittenOut(json))).toEqual(JSON.parse(json));
	});
});
