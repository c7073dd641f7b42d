import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listArchive } from "#files/archive-folder.ts";
import type { Archive } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Place, Point } from "#model/source.ts";
import { processorTime } from "../processor-time.ts";
import { checkBytes, rendered } from "./pipeline.ts";

const folder = listArchive(["content/handoffs"]);
const documents = folder.entries.map(({ path }) => ({
	name: path.slice(path.lastIndexOf("/") + 1),
	text: readFileSync(`content/handoffs/${path}`, "utf8"),
}));

/** What documents are spliced with: the openings and closings of everything that nests, and what looks like a fact. */
const pieces = [
	"# ",
	"## ",
	"\n## Status: PASS\n",
	"\n## 5. Package Plan\n",
	"\n- Total: 12 tests\n- Passed: 11\n",
	"\n- Packages installed: many\n",
	"sha256:abc",
	"`".repeat(3),
	"\n~~~\n",
	"`",
	"**",
	"[",
	"](",
	"](#x)",
	"![a](b)",
	"<!--",
	"-->",
	"<script>",
	"</div>",
	"<a href='javascript:x'>",
	"\n---\n",
	"\n---\ndate: [\n---\n",
	"---\na: &a [*a, *a]\n---\n",
	"\n| a | b |\n|---|---|\n| c |\n",
	"|",
	"\\|",
	"\n> > - 1. ",
	"\n    \t- ",
	"\r",
	"\r\n",
	"\t",
	"\u0000",
	"\uFEFF",
	"\u202E",
	"\uD800",
	"🪴",
	"e\u0301",
	"H-1A",
	"H-999999999999",
	"PKG-A-001",
	"~~",
	"[^1]",
	"\n[^1]: x\n",
	"\n[a]: b\n",
	"- [ ] ",
	"&amp;&#0;&notanentity;",
	"YES",
	"NONE",
	"\n**Predecessor:** H-1\n",
	"\n**Wave:** W1\n",
	"/Users/marta/x",
	"tar czf a.tar b",
];

const document = fc.constantFrom(...documents);
const position = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number) => Math.floor(where * text.length);

type Mangle = (text: string) => string;

/** One way to spoil a text. */
const mangle: fc.Arbitrary<Mangle> = fc.oneof(
	position.map(
		(where): Mangle =>
			(text) =>
				text.slice(0, at(text, where)),
	),
	position.map(
		(where): Mangle =>
			(text) =>
				text.slice(at(text, where)),
	),
	fc.tuple(document, position, position).map(
		([other, from, to]): Mangle =>
			(text) =>
				text.slice(0, at(text, from)) + other.text.slice(at(other.text, to)),
	),
	fc.tuple(fc.constantFrom(...pieces), position, fc.integer({ min: 1, max: 40 })).map(
		([piece, where, times]): Mangle =>
			(text) =>
				text.slice(0, at(text, where)) + piece.repeat(times) + text.slice(at(text, where)),
	),
	fc.tuple(fc.string({ unit: "binary", maxLength: 30 }), position).map(
		([piece, where]): Mangle =>
			(text) =>
				text.slice(0, at(text, where)) + piece + text.slice(at(text, where)),
	),
	fc.tuple(position, position).map(
		([from, to]): Mangle =>
			(text) => {
				const lines = text.split("\n");
				const [line = ""] = lines.splice(Math.floor(from * lines.length), 1);
				lines.splice(Math.floor(to * lines.length), 0, line);
				return lines.join("\n");
			},
	),
	fc.tuple(position, fc.integer({ min: 2, max: 30 })).map(
		([where, times]): Mangle =>
			(text) => {
				const lines = text.split("\n");
				const index = Math.floor(where * lines.length);
				lines.splice(index, 0, ...Array.from({ length: times }, () => lines[index] ?? ""));
				return lines.join("\n");
			},
	),
	fc.constant<Mangle>((text) => text.split("\n").toReversed().join("\n")),
	fc.constant<Mangle>((text) => text.replaceAll("\n", " ")),
	fc.constant<Mangle>((text) => text.replaceAll("\n", "\r\n")),
);

const flips = fc.array(fc.tuple(position, fc.integer({ min: 0, max: 255 })), { maxLength: 6 });

/** A document spoilt in several ways, under the name of the one it was or another's. */
const mangled = fc
	.tuple(document, document, fc.array(mangle, { minLength: 1, maxLength: 5 }), flips)
	.map(([{ text }, { name }, ways, bytes]) => {
		const spoilt = Buffer.from(ways.reduce((soFar, way) => way(soFar), text));
		for (const [where, byte] of bytes) if (spoilt.length > 0) spoilt[Math.floor(where * (spoilt.length - 1))] = byte;
		return { path: `${name.slice(0, name.indexOf("_"))}/${name}`, bytes: new Uint8Array(spoilt) };
	});

/** Markdown that is made of pieces only. */
const scraps = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 }), fc.constant("\n")), { maxLength: 200 })
	.map((parts) => ({ path: "H-1/H-1_RESULTS.md", bytes: new TextEncoder().encode(parts.join("")) }));

/** Places of a report that lie outside the file they name. */
function astray({ findings, documents: records }: Archive, path: string, bytes: Uint8Array): readonly string[] {
	const lines = linesOf(bytes);
	const inside = ({ line, column }: Point) =>
		line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? "").length + 1;
	const isInside = (place: Place) =>
		place.kind === "file" || (place.path === path && inside(place.range.start) && inside(place.range.end));
	return [
		...findings
			.filter(({ place, related }) => !isInside(place) || !related.every((one) => isInside(one.place)))
			.map(({ rule, place, related }) => `${rule} ${JSON.stringify([place, related])}`),
		...records.flatMap((record) =>
			linesNamed(record)
				.filter(([, line]) => line < 1 || line > lines.length)
				.map(([what, line]) => `${what} in line ${line}`),
		),
	];
}

function linesNamed({ facts, outline, mentions, packageMentions, files = [] }: DocumentRecord) {
	const named: (readonly [string, number])[] = [];
	for (const [key, fact] of Object.entries(facts)) if (fact && "line" in fact) named.push([key, fact.line]);
	for (const { line } of outline) named.push(["heading", line]);
	for (const { line } of [...mentions, ...packageMentions, ...files]) named.push(["mention", line]);
	return named;
}

function linesOf(bytes: Uint8Array): readonly string[] {
	const encoding =
		bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
	return new TextDecoder(encoding).decode(bytes).split(/\r\n|\n|\r/);
}

describe("mangled documents", () => {
	it("are read without exception, told inside the file, and the same each time", () => {
		let tried = 0;
		fc.assert(
			fc.property(fc.oneof({ arbitrary: mangled, weight: 3 }, scraps), ({ path, bytes }) => {
				tried++;
				const archive = checkBytes({ [path]: bytes });
				expect(astray(archive, path, bytes)).toEqual([]);
				if (tried % 20 === 0) expect(JSON.stringify(checkBytes({ [path]: bytes }))).toBe(JSON.stringify(archive));
			}),
			{ numRuns: 2500 },
		);
		console.info(`${tried} mangled documents checked`);
	});

	it("are rendered without exception", () => {
		fc.assert(
			fc.property(fc.oneof(mangled, scraps), ({ path, bytes }) => {
				expect(typeof rendered(path, bytes)).toBe("string");
			}),
			{ numRuns: 150 },
		);
	});
});

/** Documents that grow: twice as much of them must not take much more than twice the time. */
const growing: readonly (readonly [title: string, document: (size: number) => string])[] = [
	[
		"nested lists",
		(size) => Array.from({ length: size / 40 }, (_, n) => `${"  ".repeat(n % 40)}- item ${n}`).join("\n"),
	],
	["quotes in quotes", (size) => `${">".repeat(size / 20)} deep\n`.repeat(20)],
	["open brackets", (size) => "[".repeat(size)],
	["open emphasis", (size) => "*a _b ".repeat(size / 6)],
	["a huge table", (size) => `| a | b |\n|---|---|\n${"| `c.py` | CREATE |\n".repeat(size / 20)}`],
	[
		"a wide table",
		(size) => `|${" a |".repeat(size / 12)}\n|${"---|".repeat(size / 12)}\n|${" b |".repeat(size / 12)}\n`,
	],
	["one long line", (size) => `- Total: ${"1 test, ".repeat(size / 8)}`],
	["open comments", (size) => "<!-- ".repeat(size / 5)],
	["open code", (size) => "`a ``b ".repeat(size / 7)],
	["headings", (size) => "## Status: PASS\n\n".repeat(size / 17)],
	["failing hashes", (size) => `- a.py (SHA256: ${"ab".repeat(30)})\n`.repeat(size / 80)],
	["mentions", (size) => "H-1A, PKG-A-001 and H-2; ".repeat(size / 25)],
	["secrets", (size) => `token = ${"aB3d".repeat(9)}\n`.repeat(size / 45)],
];

/** Each kind of document, with a section that its rules and facts are read from. */
const kinds = [
	["spec", "H-1/H-1_BUILDER_HANDOFF.md", "# H-1: Size\n\n## 6. Test Plan\n\n"],
	["results", "H-1/H-1_RESULTS.md", "# Results: H-1\n\n## Clean-Room Verification\n\n"],
	["prompt", "H-1/H-1_AGENT_PROMPT.md", "# Agent prompt: H-1\n\n**Verification (10):**\n\n"],
] as const;

/** Milliseconds that the processor works on a check. */
function cpuOf(path: string, text: string): number {
	const files = { [path]: new TextEncoder().encode(text) };
	const start = processorTime();
	checkBytes(files);
	return processorTime() - start;
}

describe.each(kinds)("time for a %s", (_kind, path, head) => {
	it.each(growing)("grows with the size, not with its square: %s", (_title, make) => {
		const least = (size: number) => {
			const text = head + make(size);
			return Math.min(cpuOf(path, text), cpuOf(path, text));
		};
		const once = least(40_000);
		const fourfold = least(160_000);
		// A quadratic step would take sixteen times as long.
		expect(fourfold).toBeLessThan(Math.max(once, 40) * 8);
	});

	it.each(growing)("stays far below a second for each megabyte: %s", (_title, make) => {
		// Three times as much is allowed, since caches are shared with whatever else runs on the machine.
		expect(cpuOf(path, head + make(500_000))).toBeLessThan(1500);
	});
});
