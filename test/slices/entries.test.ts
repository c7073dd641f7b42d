import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "astro/zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	archiveEntry,
	documentEntry,
	findingsEntry,
	handoffEntry,
	ruleEntry,
	standardEntry,
} from "../../integrations/handoff-archive/entries.ts";
import { entriesSource } from "../../integrations/handoff-archive/entry-files.ts";
import { publishExport } from "../../integrations/handoff-archive/export.ts";
import { fileSink } from "../../integrations/handoff-archive/file-sink.ts";
import { inputFromDisk } from "../../integrations/handoff-archive/input.ts";
import { overviewEntry } from "../../integrations/handoff-archive/overview-entry.ts";
import { createSession } from "../../integrations/handoff-archive/session.ts";
import type { Slices } from "../../integrations/handoff-archive/slices.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "slices-"));
const bodies = join(scratch, "bodies");
const session = createSession({ input: inputFromDisk(root), bodies, reportOnly: true });
let slices: Slices;

beforeAll(async () => {
	slices = await session.slices();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the slices of the example archive", () => {
	const schemas: readonly (readonly [keyof Slices, z.ZodType])[] = [
		["archive", archiveEntry],
		["overview", overviewEntry],
		["handoffs", handoffEntry.array().nonempty()],
		["documents", documentEntry.array()],
		["findings", findingsEntry.array()],
		["rules", ruleEntry.array().nonempty()],
		["standards", standardEntry.array().nonempty()],
	];

	it.each(schemas)("%s are what their schema says, and nothing more", (kind, schema) => {
		expect(schema.parse(slices[kind])).toEqual(slices[kind]);
	});

	it("say of a counted fact what was counted, and leave the figure to its value", () => {
		const derived = slices.handoffs
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
		expect(module.handoffEntries()).toEqual(JSON.parse(JSON.stringify(slices.handoffs)));
		expect(module.standardEntry(slices.standards[0]?.id)).toEqual(slices.standards[0]);
		expect(module.standardEntry("no such standard")).toBeUndefined();
	});
});

it("the export of the example archive goes with them, whole and by handoff", () => {
	const folder = join(scratch, "site");
	publishExport(session.read(), "/", fileSink(folder));
	const text = (path: string) => readFileSync(join(folder, path), "utf8");
	const whole = JSON.parse(text("archive.json"));
	expect(whole.handoffs).toHaveLength(slices.handoffs.length);
	for (const { id, slug } of slices.handoffs) expect(JSON.parse(text(`handoffs/${slug}.json`)).handoff.id).toBe(id);
	expect(JSON.parse(text("data/findings.json")).findings).toEqual(whole.findings);
});
