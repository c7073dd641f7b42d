import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type CheckOptions, concludeArchive, debtOf, readDocuments } from "#check.ts";
import { run } from "#cli/run.ts";
import { listArchive } from "#files/archive-folder.ts";
import { isActive } from "#model/findings.ts";
import { standards } from "../rules/archive.ts";
import { fakeWorld, poorSpec } from "./fakes.ts";

const spec = "/work/handoffs/H-1/H-1_BUILDER_HANDOFF.md";
const debtFile = "/work/handoffs.debt.json";
type Texts = Readonly<Record<string, string>>;

async function handoffs(content: Texts, ...words: string[]) {
	const world = fakeWorld(content);
	const exitCode = await run(words, world);
	return {
		exitCode,
		out: world.stdout.text,
		err: world.stderr.text,
		content: { ...content, ...Object.fromEntries(world.written) },
	};
}

const recorded = await handoffs({ [spec]: poorSpec }, "baseline", "handoffs");
const twice = poorSpec + poorSpec.slice(poorSpec.indexOf("## 1."));

describe("handoffs baseline", () => {
	it("records what is there, after which check ends with exit code 0", async () => {
		expect(recorded).toMatchObject({ exitCode: 0, err: "" });
		expect(recorded.out).toMatch(/^handoffs\.debt\.json records \d+ findings\.\n$/);
		const { exitCode, out } = await handoffs(recorded.content, "check", "handoffs");
		expect(exitCode).toBe(0);
		expect(out).toMatch(/ 0 errors.*Excused: 0 by waiver, [1-9]\d* as recorded debt/);
		expect(out).toMatch(/Verdicts: \d+ passed, 0 failed, 0 with a warning or a note, [1-9]\d* in recorded debt, /);
	});

	it("writes a line for each rule of a document, sorted, and the same twice", async () => {
		const text = recorded.content[debtFile] ?? "";
		const rules = [...text.matchAll(/^\t\t\t"([^"]+)": \{"count":\d+,"fingerprints":\[.*\]\}/gm)].map(
			([, rule]) => rule,
		);
		expect(rules.length).toBeGreaterThan(0);
		expect(rules).toEqual([...rules].sort());
		const again = await handoffs(recorded.content, "baseline", "handoffs");
		expect(again.content[debtFile]).toBe(text);
		expect(again.out).toContain(", 0 fewer than before");
	});

	it("lets check fail on a new violation, and name only that", async () => {
		const { exitCode, out } = await handoffs(
			{ ...recorded.content, [spec]: twice },
			"check",
			"handoffs",
			"-f",
			"compact",
		);
		expect(exitCode).toBe(1);
		expect(out.trimEnd().split("\n")).toEqual([expect.stringMatching(/\[spec\/section-duplicate\]$/)]);
	});

	it("records no more than before, and names what it left out", async () => {
		const { exitCode, err, content } = await handoffs({ ...recorded.content, [spec]: twice }, "baseline", "handoffs");
		expect(exitCode).toBe(1);
		expect(err).toContain("[spec/section-duplicate, new]");
		expect(content[debtFile]).toBe(recorded.content[debtFile]);
	});

	it("records new findings with --reset, whatever the file holds", async () => {
		const before = { ...recorded.content, [spec]: twice, [debtFile]: "{" };
		const { exitCode, content } = await handoffs(before, "baseline", "--reset", "handoffs");
		expect(exitCode).toBe(0);
		expect((await handoffs(content, "check", "handoffs")).exitCode).toBe(0);
	});

	it("is offered where the debt shrank, and then records less", async () => {
		const longer = { [spec]: twice };
		const { content } = await handoffs(longer, "baseline", "handoffs");
		const mended = { ...content, [spec]: poorSpec };
		const { exitCode, out } = await handoffs(mended, "check", "handoffs", "-f", "compact");
		expect(exitCode).toBe(0);
		expect(out).toBe("handoffs.debt.json:1:1: info The debt shrank by 1. [debt/shrunk]\n");
		expect((await handoffs(mended, "baseline", "handoffs")).out).toContain(", 1 fewer than before");
	});

	it("never records what makes a document unreadable", async () => {
		const { exitCode, err, content } = await handoffs({ [spec]: "" }, "baseline", "handoffs");
		expect(exitCode).toBe(1);
		expect(err).toMatch(/^Not recorded: 1 error, on which check fails\.\n.*\[reading\/empty, never debt\]\n$/);
		expect(content[debtFile]).not.toContain("reading/");
	});
});

describe("a debt file", () => {
	it.each([
		["{", "1:2: error: this is no JSON"],
		["", "1:1: error: this is no JSON: Unexpected end"],
		["[]", "1:1: error: the document must be a mapping, not a list"],
		['{"version":2,"debt":{}}', "1:12: error: version is 2"],
		['{"version":1,\n\t"debts":{}}', '2:2: error: unknown key "debts"; did you mean "debt"?'],
		['{"version":1,\n<<<<<<< HEAD\n"debt":{}}', "2:1: error: a merge conflict is left in the file"],
		[
			'{"version":1,"debt":{"a.md":{\n"spec/steps":{"count":2,"fingerprints":["x"]}}}}',
			"2:14: error: debt.a.md.spec/steps: the count is not",
		],
	])("that was spoilt ends check with exit code 2: %s", async (text, message) => {
		const { exitCode, err } = await handoffs({ ...recorded.content, [debtFile]: text }, "check", "handoffs");
		expect(exitCode).toBe(2);
		expect(err).toContain(`handoffs.debt.json:${message}`);
	});

	it("that grew over a former state fails", async () => {
		const grown = await handoffs({ [spec]: twice }, "baseline", "handoffs");
		const both = { ...grown.content, "/work/main.json": recorded.content[debtFile] ?? "" };
		const { exitCode, out } = await handoffs(both, "check", "handoffs", "--debt-base", "main.json", "-f", "compact");
		expect(exitCode).toBe(1);
		expect(out).toMatch(
			/^handoffs\.debt\.json:1:1: error The debt of spec\/section-duplicate in .* grew from 0 to 1\. \[debt\/grown\]\n$/,
		);
		const same = await handoffs(both, "check", "handoffs", "--debt-base", "handoffs.debt.json");
		expect(same.exitCode).toBe(0);
	});
});

const corpus = fileURLToPath(new URL("../../../shared/corpus/control-plane/handoffs", import.meta.url));
const isThere = existsSync(corpus);
if (!isThere) console.warn(`skipped: there is no ${corpus}`);

it.skipIf(!isThere)(
	"a real archive: with its debt recorded, one more violation in any document is named alone",
	async () => {
		const folder = listArchive([corpus]);
		const options: CheckOptions = { title: "Corpus", standards };
		const parts = await Promise.all(folder.entries.map((entry) => readDocuments(folder, [entry], options)));
		const recorded = debtOf(concludeArchive(folder, parts, options).findings.filter(isActive));
		const indebted = { ...options, debt: { path: "handoffs.debt.json", recorded } };
		const kept = concludeArchive(folder, parts, indebted);
		expect(kept.summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 });
		expect(kept.summary.debt).toBeGreaterThan(0);
		for (const [index, entry] of folder.entries.entries()) {
			if (!parts[index]?.documents.length) continue;
			const spoilt = {
				...folder,
				read: () => Buffer.concat([readBytes(folder, entry.path), Buffer.from([0x0a, 0xff])]),
			};
			const archive = concludeArchive(
				folder,
				parts.with(index, await readDocuments(spoilt, [entry], options)),
				indebted,
			);
			expect(
				archive.findings.filter(isActive).map(({ rule, place }) => [rule, place.path]),
				entry.path,
			).toEqual([["reading/encoding", entry.path]]);
		}
	},
	120_000,
);

function readBytes({ read }: Pick<ReturnType<typeof listArchive>, "read">, path: string): Uint8Array {
	const bytes = read(path);
	if (!(bytes instanceof Uint8Array)) throw new Error(`${path} cannot be read`);
	return bytes;
}
