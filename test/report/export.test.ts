import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, expectTypeOf, it } from "vitest";
import { checkArchive } from "#check.ts";
import { readStandardTexts } from "#files/standards-folder.ts";
import type { Archive } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { type ExportedArchive, exportSchema } from "#model/export/export.ts";
import { exportJsonSchema, standardJsonSchema } from "#model/json-schema.ts";
import type { Protocol } from "#model/protocol.ts";
import type { TransferArchive } from "#model/transfer-archive.ts";
import { parseStandards } from "#parse/standard.ts";
import { exportArchive, exportText } from "#report/export.ts";
import { settingsJsonSchema } from "#settings.ts";

/** What an export must hold, said without the schema: the model itself, and each document's sections. */
interface Expected extends Omit<Archive, "documents" | "transfers"> {
	readonly transfers?: Omit<TransferArchive, "protocol"> & {
		readonly protocol: Pick<Protocol, "id" | "title" | "version">;
	};
	readonly formatVersion: 1;
	readonly documents: readonly (DocumentRecord & {
		readonly sections: readonly { readonly key: string; readonly line: number }[];
	})[];
}

/** Ajv knows formats only as it is told them. */
const formats = { date: /^\d{4}-\d{2}-\d{2}$/, "date-time": true } as const;

function archiveOf(files: Readonly<Record<string, string>>): Archive {
	return checkArchive(
		{
			entries: Object.entries(files).map(([path, text]) => ({ kind: "file", path, size: text.length })),
			read: (path) => new TextEncoder().encode(files[path]),
			sha256: () => "0".repeat(64),
		},
		{ title: "Test", standards: parseStandards(readStandardTexts().texts).standards },
	);
}

const archive = archiveOf({
	"H-1/H-1_BUILDER_HANDOFF.md":
		"# H-1: Ledger\n\n## 1. Mission\n\nBuild PKG-LEDGER-001 \u009B31m after H-2.\n\n## 1. Mission\n\nAgain.\n",
	"H-1/H-1_RESULTS.md":
		"# Results: H-1\n\n## Status: PASS\n\nDate: 2026-01-05\n\n## Test Results\n\n- Total: 12\n- Passed: 12\n- Failed: 0\n- Skipped: 0\n",
	"H-1/notes.md": "\uFEFFNo heading.\r\n",
	"readme.md": "",
});
const exported = exportArchive(archive);
const text = [...exportText(exported)].join("");

describe("the export", () => {
	it("has the same shape as the model, type by type, in both directions", () => {
		expectTypeOf<Expected>().toExtend<ExportedArchive>();
		expectTypeOf<ExportedArchive>().toExtend<Expected>();
		expectTypeOf(exportArchive).returns.toEqualTypeOf<ExportedArchive>();
	});

	it("is valid by its zod schema and by its published JSON Schema", () => {
		expect(exportSchema.safeParse(exported).error).toBeUndefined();
		const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats }).compile(exportJsonSchema());
		validate(JSON.parse(text));
		expect(validate.errors).toBeNull();
	});

	it("is refused by the JSON Schema where a value is none of the model's", () => {
		const validate = new Ajv2020({ allowUnionTypes: true, formats }).compile(exportJsonSchema());
		const [first] = exported.documents;
		expect(validate({ ...exported, documents: [{ ...first, kind: "novel" }] })).toBe(false);
		expect(
			validate({ ...exported, documents: [{ ...first, facts: { status: { state: "guessed", value: "PASS" } } }] }),
		).toBe(false);
		expect(validate({ ...exported, extra: 1 })).toBe(false);
	});

	it("means the same as text, in a line per item, and holds no character that a terminal obeys", () => {
		expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(exported)));
		expect(text.endsWith("\n}\n")).toBe(true);
		expect(text.split("\n").filter((line) => line.startsWith('{"path":'))).toHaveLength(exported.documents.length);
		expect(text).not.toMatch(/[\u007F-\u009F]/);
		expect(text).toContain("\\u009b31m");
	});

	it("gives each section found once, at its first heading", () => {
		const spec = exported.documents.find(({ kind }) => kind === "spec");
		expect(spec?.sections).toEqual([{ key: "mission", line: 3 }]);
	});
});

it.each([
	["settings", settingsJsonSchema()],
	["standard", standardJsonSchema()],
	["export", exportJsonSchema()],
])("the JSON Schema of %s is a valid schema that describes itself", (_name, schema) => {
	const ajv = new Ajv2020({ strict: false });
	expect(ajv.validateSchema(schema)).toBe(true);
	expect(JSON.stringify(schema)).toContain('"description"');
});

it("the settings schema accepts what the settings accept", () => {
	const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(settingsJsonSchema());
	expect(validate({})).toBe(true);
	expect(validate({ archive: "docs", rules: { "layout/*": "off" }, limits: { nesting: 5 } })).toBe(true);
	expect(validate({ archive: ["a", "b"], standards: "ours" })).toBe(true);
	expect(validate({ titel: "x" })).toBe(false);
	expect(validate({ rules: { "layout/*": "eror" } })).toBe(false);
});
