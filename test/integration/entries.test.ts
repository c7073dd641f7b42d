import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "astro/zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entries } from "../../integrations/handoff-archive/entries/entries.ts";
import { entriesSource } from "../../integrations/handoff-archive/entries/entry-files.ts";
import { overviewEntry } from "../../integrations/handoff-archive/entries/overview-schema.ts";
import {
	archiveEntry,
	documentEntry,
	findingsEntry,
	handoffEntry,
	ruleEntry,
	standardEntry,
} from "../../integrations/handoff-archive/entries/schemas.ts";
import { publishExport } from "../../integrations/handoff-archive/publish/export.ts";
import { inputFromDisk } from "../../integrations/handoff-archive/read/input.ts";
import { createSession } from "../../integrations/handoff-archive/session/session.ts";
import { fileSink } from "../../integrations/handoff-archive/storage/file-sink.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "entries-"));
const bodies = join(scratch, "bodies");
const session = createSession({ input: inputFromDisk(root), bodies, reportOnly: true });
let entries: Entries;

beforeAll(async () => {
	entries = await session.entries();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the entries of the example archive", () => {
	const schemas: readonly (readonly [keyof Entries, z.ZodType])[] = [
		["archive", archiveEntry],
		["overview", overviewEntry],
		["handoffs", handoffEntry.array().nonempty()],
		["documents", documentEntry.array()],
		["findings", findingsEntry.array()],
		["rules", ruleEntry.array().nonempty()],
		["standards", standardEntry.array().nonempty()],
	];

	it.each(schemas)("%s are what their schema says, and nothing more", (kind, schema) => {
		expect(schema.parse(entries[kind])).toEqual(entries[kind]);
	});

	it("say of a counted fact what was counted, and leave the figure to its value", () => {
		const derived = entries.handoffs
			.flatMap(({ documents }) => documents.flatMap(({ facts }) => facts))
			.filter(({ state, value, note }) => state === "derived" && /^\d+$/.test(value) && note !== null);
		expect(derived.map(({ note }) => note)).toContain("files listed");
		for (const { value, note } of derived) {
			expect(note).not.toMatch(new RegExp(`: ${value}$`));
			if (!note?.includes(" + ")) expect(note?.startsWith(`${value} `), `${value}: ${note}`).toBe(false);
		}
	});

	it("are read by the pages' module as they were cut", async () => {
		const source = entriesSource(JSON.stringify(bodies), true);
		const module = await import(
			`data:text/javascript,${encodeURIComponent(source.replace(/"(\/[^"]*)"/u, '"file://$1"'))}`
		);
		expect(module.handoffEntries()).toEqual(JSON.parse(JSON.stringify(entries.handoffs)));
		expect(module.standardEntry(entries.standards[0]?.id)).toEqual(entries.standards[0]);
		expect(module.standardEntry("no such standard")).toBeUndefined();
	});
});

it("the export of the example archive goes with them, whole and by handoff", () => {
	const folder = join(scratch, "site");
	publishExport(session.read(), "/", fileSink(folder));
	const text = (path: string) => readFileSync(join(folder, path), "utf8");
	const whole = JSON.parse(text("archive.json"));
	expect(whole.handoffs).toHaveLength(entries.handoffs.length);
	for (const { id, slug } of entries.handoffs) expect(JSON.parse(text(`handoffs/${slug}.json`)).handoff.id).toBe(id);
	expect(JSON.parse(text("data/findings.json")).findings).toEqual(whole.findings);
});
