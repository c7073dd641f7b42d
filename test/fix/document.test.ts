import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRemark } from "#files/load-remark.ts";
import { type FixKind, fixDocument, fixKinds } from "#fix/document.ts";
import { readingOf } from "#fix/reading.ts";
import { createMarkdownParser } from "#parse/markdown.ts";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { checkFiles, standards } from "../rules/archive.ts";

const parse = createMarkdownParser({ loadRemark });
const sample = sampleArchive();
const specPath = "H-1/H-1_BUILDER_HANDOFF.md";
const resultsPath = "H-1/H-1_RESULTS.md";
const spec = sample[specPath] ?? "";
const results = sample[resultsPath] ?? "";

function optionsFor(path: string, kinds: readonly FixKind[] = fixKinds, linked: readonly string[] = []) {
	const kind = path === resultsPath ? ("results" as const) : ("spec" as const);
	const record = { path, kind, handoff: "H-1", standard: standards[0]?.id ?? null };
	return { record, standards, parse, kinds: new Set(kinds), linked: new Set(linked) };
}

function fixBytes(path: string, bytes: Uint8Array, kinds?: readonly FixKind[], linked?: readonly string[]) {
	return fixDocument(bytes, optionsFor(path, kinds, linked));
}

function fix(path: string, text: string, kinds?: readonly FixKind[], linked?: readonly string[]): string {
	const fixed = fixBytes(path, Buffer.from(text), kinds, linked);
	return fixed ? Buffer.from(fixed.bytes).toString() : text;
}

const digits = "0123456789abcdef".repeat(4);

describe("headings", () => {
	it.each([
		["a missing number", "## Test Plan", "## 6. Test Plan"],
		["another number and case, closing marks", "## 9) TEST PLAN ##", "## 6. Test Plan ##"],
		["an accepted wording", "## Architecture", "## 3. Architecture / Design"],
		["a remark, which stays", "## Mission (draft 2)", "## 1. Mission (draft 2)"],
		["trailing spaces, which stay", "## Design Principles  ", "## 10. Design Principles  "],
	])("%s", (_name, written, wanted) => {
		const title = wanted.replace(/ \(.*| ##$|\s+$/u, "");
		const line = spec.split("\n").find((text) => text === title) ?? "";
		expect(line).not.toBe("");
		expect(fix(specPath, spec.replace(line, written))).toBe(spec.replace(line, wanted));
	});

	it.each([
		["it is marked up", spec.replace("## 1. Mission", "## **Mission**")],
		["it is spelt with an entity", spec.replace("## 1. Mission", "## &#77;ission")],
		["it names two sections", spec.replace("## 9. Files Summary", "## Files Summary and Design Principles")],
		["it stands below another section", spec.replace("## 1. Mission", "## Start\n\n### Mission")],
		["something links to it", `${spec.replace("## 1. Mission", "## Mission")}\nSee [above](#mission).\n`],
		["it is spoken of by number", `${spec.replace("## 1. Mission", "## 4. Mission")}\nSee section 4.\n`],
		["it is misspelt", spec.replace("## 1. Mission", "## 1. Misson")],
		[
			"a second heading names the section",
			results.replace("## Test Results — THIS PACKAGE", "## Tests\n\nTwice.\n\n## Tests"),
		],
	])("stays where %s", (_name, text) => {
		expect(fix(text.includes("PASS") ? resultsPath : specPath, text, ["heading"])).toBe(text);
	});

	it("stays where another document links to it", () => {
		const text = spec.replace("## 1. Mission", "## Mission");
		expect(fix(specPath, text, ["heading"], ["H-1_BUILDER_HANDOFF.md#mission"])).toBe(text);
	});

	it("keeps the remark of a section that has one in the standard", () => {
		const text = results.replace("Baseline Snapshot (AFTER this agent's work)", "BASELINE snapshot (AFTER this fix)");
		expect(fix(resultsPath, text)).toContain("\n## Baseline Snapshot (AFTER this fix)\n");
	});
});

describe("hashes", () => {
	const claim = `SHA256: sha256:${"a".repeat(64)}`;
	it("get their prefix where a label or column says SHA-256", () => {
		const text = results.replace(claim, `SHA256: \`${digits}\``);
		expect(fix(resultsPath, text)).toBe(results.replace(claim, `SHA256: \`sha256:${digits}\``));
		const table = `${results}\n| File | SHA-256 | Id |\n|---|---|---|\n| a | ${digits} | ${digits} |\n`;
		expect(fix(resultsPath, table)).toBe(table.replace(`| ${digits}`, `| sha256:${digits}`));
	});

	it.each([
		["no label", `Digest ${digits}`],
		["another algorithm", `SHA3-256: ${digits}`],
		["a keyed hash", `HMAC-SHA256: ${digits}`],
		["code", `\`\`\`\nSHA256: ${digits}\n\`\`\``],
		["a link", `[SHA256: ${digits}](https://example.org/${digits})`],
		["a path", `SHA256: /${digits}`],
		["too many digits", `SHA256: ${digits}0`],
	])("stay as they are in %s", (_name, line) => {
		const text = `${results}\n${line}\n`;
		expect(fix(resultsPath, text, ["hash"])).toBe(text);
	});

	it("are left alone in a spec", () => {
		const text = `${spec}\nSHA256: ${digits}\n`;
		expect(fix(specPath, text)).toBe(text);
	});
});

describe("order", () => {
	const section = (text: string, title: string) =>
		new RegExp(`^## ${title}[\\s\\S]*?(?=^## |$(?![\\s\\S]))`, "mu").exec(text)?.[0] ?? "";

	it.each(["\n", "\r\n"])("moves whole sections back (line ending %j)", (eol) => {
		const own = spec.replaceAll("\n", eol);
		const plan = section(own, "5\\. Package Plan");
		const moved = own.replace(plan, "").replace("## 3. Arch", `${plan}## 3. Arch`);
		expect(moved).not.toBe(own);
		expect(fix(specPath, moved)).toBe(own);
	});

	it("moves the last section and the file's end", () => {
		const last = section(spec, "10\\. Design Principles");
		const moved = spec.replace(last, "").trimEnd().replace("## 4. Impl", `${last}\n## 4. Impl`);
		expect(fix(specPath, `${moved}\n`)).toBe(spec);
	});

	it("keeps other sections behind the one that they follow", () => {
		const mission = section(spec, "1\\. Mission");
		const text = spec.replace(mission, "").replace("## 3. Arch", `## Glossary\n\nWords.\n\n${mission}## 3. Arch`);
		expect(fix(specPath, text)).toBe(spec.replace("## 3. Arch", "## Glossary\n\nWords.\n\n## 3. Arch"));
	});

	it("moves nothing where the text would be read otherwise", () => {
		const mission = section(spec, "1\\. Mission");
		const text = `${spec.replace(mission, "")}\n${mission}\n<!-- open`;
		expect(fix(specPath, text, ["order"])).toBe(text);
	});
});

describe("stubs", () => {
	it.each([
		[specPath, spec],
		[resultsPath, results],
	])("stand in for any missing section of %s, and still fail", (path, text) => {
		const titles = [...text.matchAll(/^## (.*)$/gmu)].flatMap(([, title = ""]) =>
			title.startsWith("Status") ? [] : [title],
		);
		expect(titles.length).toBeGreaterThanOrEqual(9);
		for (const title of titles) {
			const start = text.indexOf(`## ${title}\n`);
			const next = text.indexOf("\n## ", start + 3);
			const without = text.slice(0, start) + (next === -1 ? "" : text.slice(next + 1));
			const before = checkFiles({ ...sample, [path]: without });
			const mended = fix(path, without, ["stub"]);
			expect(mended, title).toContain(`## ${title}\n\n<!-- To be written: `);
			expect(Math.abs(mended.indexOf(`## ${title}`) - start), title).toBeLessThanOrEqual(1);
			const after = checkFiles({ ...sample, [path]: mended });
			const rule = path === specPath ? "spec/section-empty" : "results/section-unfilled";
			const missing = before.findings.find((finding) => finding.rule.endsWith("/section-missing"));
			expect(after.findings.find((finding) => finding.rule === rule)?.severity, title).toBe(missing?.severity);
			expect(after.summary.errors, title).toBeGreaterThanOrEqual(before.summary.errors);
		}
	});

	it("are not put beside a heading in other words, which may hold what they ask for", () => {
		expect(fix(specPath, spec.replace("## 4. Implementation Steps", "## The steps"))).not.toContain("To be written");
	});

	it("are not put beside bold words that stand for a heading", () => {
		expect(fix(specPath, spec.replace("## 1. Mission", "**Mission**"))).not.toContain("To be written");
	});

	it("are not put beside a misspelt heading", () => {
		expect(fix(specPath, spec.replace("## 1. Mission", "## 1. Misson"))).not.toContain("To be written");
	});
});

describe("bytes", () => {
	it("keeps a byte order mark and mixed line endings", () => {
		const bytes = Buffer.from(`\uFEFF${spec.replace("## 1. Mission\n", "## Mission\r\n")}`);
		expect(Buffer.from(fixBytes(specPath, bytes)?.bytes ?? []).toString()).toBe(
			`\uFEFF${spec.replace("## 1. Mission\n", "## 1. Mission\r\n")}`,
		);
	});

	it("never touches a file that is no valid UTF-8", () => {
		const bytes = Buffer.concat([Buffer.from(spec.replace("## 1. Mission", "## Mission")), Buffer.from([0xff, 0x0a])]);
		expect(fixBytes(specPath, bytes)).toBeNull();
		expect(fixBytes(specPath, Buffer.from(`\uFEFF${spec}`, "utf16le"))).toBeNull();
	});

	it("leaves the sample as it is", () => {
		expect(fixBytes(specPath, Buffer.from(spec))).toBeNull();
		expect(fixBytes(resultsPath, Buffer.from(results))).toBeNull();
	});
});

const runs = Number(process.env["FIX_RUNS"] ?? 100);
const pieces = [
	"```\n",
	"<!--",
	"-->",
	"\r\n",
	"\t",
	"# ",
	"## ",
	"### Mission\n",
	"---\n",
	"===\n",
	"> ",
	"- ",
	"| a | b |\n|---|---|\n",
	"[^1]: x\n",
	"[a]: b\n",
	"<div>\n",
	"\uFEFF",
	"\0",
	"```",
	"    ",
	"## Tests\n",
	"## Design\n",
	"SHA256: ",
	digits,
	"*",
	"&amp;",
	"\\",
	"é\n",
];

/** Mangled documents: lines moved, doubled, dropped and cut, and dangerous pieces put anywhere. */
const mangled = fc
	.tuple(
		fc.constantFrom(specPath, resultsPath),
		fc.array(
			fc.tuple(
				fc.constantFrom("move", "double", "drop", "insert", "bare", "cut"),
				fc.nat(),
				fc.nat(),
				fc.constantFrom(...pieces),
			),
			{ maxLength: 8 },
		),
	)
	.map(([path, changes]) => {
		let text = path === specPath ? spec : results;
		for (const [how, first, second, piece] of changes) {
			const blocks = text.split(/(?=^## )/mu);
			const at = first % (text.length + 1);
			const [from, to] = [first % blocks.length, second % blocks.length];
			if (how === "insert") text = text.slice(0, at) + piece + text.slice(at);
			else if (how === "cut") text = text.slice(0, at) + text.slice(at + (second % 300));
			else if (how === "bare") text = text.replace(second % 2 ? /sha256:/u : /^## \d+\. /mu, second % 2 ? "" : "## ");
			else {
				const [block = ""] = how === "double" ? [blocks[from]] : blocks.splice(from, 1);
				if (how !== "drop") blocks.splice(to, 0, block);
				text = blocks.join("");
			}
		}
		return { path, text };
	});

describe("any document", () => {
	it("comes to rest after one mending", () => {
		fc.assert(
			fc.property(mangled, ({ path, text }) => {
				const once = fix(path, text);
				expect(fix(path, once)).toBe(once);
			}),
			{ numRuns: runs },
		);
	});

	it("keeps its facts, its other lines, and the ones it has in their order outside moved sections", () => {
		const facts = (path: string, text: string) => {
			const { record } = readingOf(text, optionsFor(path));
			return (
				Object.entries(record.facts)
					.filter(([key]) => key !== "hashes.bare" && key !== "hashes.valid")
					// The stub of a section that counts something counts nothing.
					.map(([key, fact]) => [key, "value" in fact && fact.value !== 0 ? fact.value : null])
			);
		};
		fc.assert(
			fc.property(mangled, ({ path, text }) => {
				const own = text.replace(/^\uFEFF/u, "");
				const once = fix(path, own);
				expect(facts(path, once)).toEqual(facts(path, own));
				const plain = (lines: string) => lines.split(/\r\n|\r|\n/u).map((line) => line.replaceAll("sha256:", ""));
				const kept = Map.groupBy(plain(once), (line) => line);
				for (const [line, all] of Map.groupBy(plain(own), (text) => text))
					if (!/^ {0,3}#/u.test(line) && line.trim() !== "" && !/[-=]{3}/u.test(line))
						expect(kept.get(line)?.length ?? 0, line).toBeGreaterThanOrEqual(all.length);
			}),
			{ numRuns: runs },
		);
	});
});
