import { readFileSync } from "node:fs";
import { RDFormatValidator } from "@umbrelladocs/rdformat-validator";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { reportFormats, reportOf } from "#report/index.ts";
import { checkFiles } from "../rules/archive.ts";
import { nastyReport, plain } from "./nasty.ts";

const real = reportOf(
	checkFiles({
		"H-1/H-1_BUILDER_HANDOFF.md": "# H-1: Ledger\n\n## 1. Mission\n\nBuild PKG-LEDGER-001.\n",
		"H-1/H-1_RESULTS.md": "# Results: H-1\n",
		"H-2/H-2_RESULTS.md": "",
		"notes.md": "# Notes\n",
		"handoffs.waivers.yaml": "waivers:\n  - rule: results/missing\n",
	}),
	{ fileOf: (path) => `../docs/${path}` },
);
const reports = [
	["a nasty report", nastyReport],
	["an archive that breaks many rules", real],
	["an empty archive", reportOf(checkFiles({}), { fileOf: (path) => path })],
] as const;

/** The published schema is draft-04, of which it uses nothing that later drafts read differently but the name of its id. */
function sarifValidator() {
	const url = import.meta.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
	const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(new URL(url), "utf8"));
	const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
	const reference = /^(?:[\w!$&'()*+,;=:@\-.~/?#[\]]|%[0-9A-F]{2})*$/;
	ajv.addFormat("uri-reference", reference);
	ajv.addFormat("uri", /^[a-z][a-z0-9+.-]*:\S+$/i);
	ajv.addFormat("date-time", true);
	return ajv.compile(schema);
}

describe.each(reports)("%s is valid", (_name, report) => {
	it("SARIF 2.1.0", async () => {
		const validate = sarifValidator();
		validate(JSON.parse((await reportFormats.sarif.load())(report, plain)));
		expect(validate.errors ?? []).toEqual([]);
	});

	it("JUnit XML", async () => {
		const schema = readFileSync(new URL("junit.xsd", import.meta.url), "utf8");
		const xml = (await reportFormats.junit.load())(report, plain);
		expect(await validateXML({ xml, schema })).toMatchObject({ valid: true, errors: [] });
	});

	it("Reviewdog Diagnostic Format", async () => {
		const text = (await reportFormats.rdjson.load())(report, plain);
		const validator = new RDFormatValidator({ strictMode: true, allowExtraFields: false });
		expect(validator.validateObject(JSON.parse(text)).errors).toEqual([]);
	});
});

it("the validators refuse what is wrong", async () => {
	const validate = sarifValidator();
	const uri = (text: string) => ({
		version: "2.1.0",
		runs: [{ tool: { driver: { name: "x" } }, artifacts: [{ location: { uri: text } }] }],
	});
	expect([validate(uri("a%20b")), validate(uri("a b")), validate({ version: "2.1.0" })]).toEqual([true, false, false]);
	const schema = readFileSync(new URL("junit.xsd", import.meta.url), "utf8");
	expect((await validateXML({ xml: '<testsuites name="x"/>', schema })).valid).toBe(false);
	expect(new RDFormatValidator().validateObject({ diagnostics: [{ message: "x" }] }).valid).toBe(false);
});
