import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { identify } from "#extract/references/identify.ts";
import { standardSchema } from "#model/standard.ts";
import { parseStandards } from "#parse/standard.ts";
import { standards } from "../rules/archive.ts";

const brief = (path: string, given = standards) => {
	const { kind, handoff, standard } = identify(path, given);
	return [kind, handoff, standard];
};
const foldered = "builder-handoff-standard";
const flat = "builder-handoff-standard-flat";

describe("folder layout", () => {
	it.each([
		["H-32/H-32_BUILDER_HANDOFF.md", "spec", "H-32"],
		["H-32/H-32_RESULTS.md", "results", "H-32"],
		["H-32A/H-32A_AGENT_PROMPT.md", "prompt", "H-32A"],
		["CLEANUP-5/CLEANUP-5_RESULTS.md", "results", "CLEANUP-5"],
		["2026/done/H-32/H-32_RESULTS.md", "results", "H-32"],
		["H-32/H-32_RESULTS.markdown", "results", "H-32"],
		["H-31A-1/H-31A-1_RESULTS.md", "results", "H-31A-1"],
		["H-32/thoughts.md", "other", "H-32"],
		["H-32/attachments/log.md", "other", "H-32"],
		["H-18/RESULTS_HANDOFF_18.md", "results", "H-18"],
		["WATCHTOWER/WATCHTOWER_RESULTS.md", "results", "WATCHTOWER"],
	])("%s is the %s of %s", (path, kind, handoff) => {
		expect(brief(path)).toEqual([kind, handoff, foldered]);
	});

	it.each([
		["H-29_RESULTS.md", "results", "H-29"],
		["HANDOFF_31A_RESULTS.md", "results", "H-31A"],
	])("%s is recognised without its folder", (path, kind, handoff) => {
		expect(identify(path, standards)).toMatchObject({ kind, handoff, folder: null });
	});

	it("lets the folder decide and keeps the file's own id", () => {
		expect(identify("H-32/H-33_RESULTS.md", standards)).toMatchObject({
			kind: "results",
			handoff: "H-32",
			fileId: "H-33",
			folder: "H-32",
			expectedName: "H-32_RESULTS.md",
		});
	});

	it("takes the innermost handoff folder", () => {
		expect(identify("H-32/H-32A/H-32A_RESULTS.md", standards)).toMatchObject({
			handoff: "H-32A",
			folder: "H-32/H-32A",
		});
	});

	it("recognises folder and file whose letter case or separators are off", () => {
		for (const path of ["h_32/h-32_results.md", "H 32/H-32-RESULTS.md", "HANDOFF-32/H-32_Results.md"])
			expect(identify(path, standards)).toMatchObject({ kind: "results", handoff: "H-32", fileId: "H-32" });
	});
});

describe("flat layout", () => {
	it.each([
		["BUILDER_HANDOFF_14_x.md", "spec", "H-14"],
		["BUILDER_FOLLOWUP_3C_x.md", "spec", "H-3C"],
		["BUILDER_CLEANUP_2_x.md", "spec", "CLEANUP-2"],
		["archive/BUILDER_HANDOFF_12A_x.md", "spec", "H-12A"],
		["BUILDER_UPGRADE_KERNEL_STAGE.md", "spec", "UPGRADE-KERNEL-STAGE"],
		["BUILDER_UPGRADE_3_kernel.md", "spec", "UPGRADE-3"],
		["RESULTS_22.md", "results", "H-22"],
		["RESULTS_22B_second_try.md", "results", "H-22B"],
		["AGENT_PROMPT_36A.md", "prompt", "H-36A"],
		["RESULTS_2026_02_15.md", "results", "2026-02-15"],
		["RESULTS_HANDOFF_22.md", "results", "H-22"],
		["RESULTS_HANDOFF_18_system_integration.md", "results", "H-18"],
		["RESULTS_HANDOFF_29_1.md", "results", "H-29.1"],
		["BUILDER_H-29.1B_x.md", "spec", "H-29.1B"],
		["RESULTS_FOLLOWUP_18B.md", "results", "H-18B"],
		["RESULTS_CLEANUP_0.md", "results", "CLEANUP-0"],
		["RESULTS_BUGFIX_IMPORT_PATH.md", "results", "BUGFIX-IMPORT-PATH"],
		["BUILDER_HANDOFF_14_RESULTS.md", "results", "H-14"],
		["AGENT_PROMPT_HANDOFF_12A.md", "prompt", "H-12A"],
		["AGENT_PROMPT_CLEANUP_1.md", "prompt", "CLEANUP-1"],
		["results_handoff_22.markdown", "results", "H-22"],
	])("%s is the %s of %s", (path, kind, handoff) => {
		expect(brief(path)).toEqual([kind, handoff, flat]);
	});
});

it.each([
	"README.md",
	"BUILDER_HANDOFF_STANDARD.md",
	"BUILDER_PROMPT_CONTRACT.md",
	"AGENT_PROMPT_builder_qa.md",
	"RESULTS_TEMPLATE.md",
	"results_summary.md",
	"TEST_RESULTS.md",
	"2026/H1/plan.md",
	"notes/search-results.md",
])("%s is a document of no handoff", (path) => {
	expect(brief(path)).toEqual(["other", null, null]);
});

describe("a standard of a team's own", () => {
	const { standards: own, problems } = parseStandards([
		...["builder-handoff-standard", "builder-handoff-standard-flat"].map((name) => ({
			path: `${name}.yaml`,
			text: readFileSync(new URL(`../../content/standards/${name}.yaml`, import.meta.url), "utf8"),
		})),
		{
			path: "work-orders.yaml",
			text: String.raw`
extends: builder-handoff-standard
id: work-orders
title: Work orders
version: "1"
abbreviation: WO
layout: folder
summary: A folder per work order.
ids:
  - family: follow-up
    canonical: WO-{number}-{letter}
    parent: WO-{number}
    directory: ^WO-(?<number>\d{4})-(?<letter>[A-Z])$
    variants: ['^(?:WO|order)[- _]?(?<number>\d{4})[- _]?(?<letter>[A-Z])$']
    aliases: ["order {number}{letter}"]
  - family: component
    canonical: WO-{number}
    directory: ^WO-(?<number>\d{4})$
documents:
  - { kind: spec, name: "{id}.order.md", example: WO-0042.order.md }
  - { kind: results, name: "report {id}.md", example: report WO-0042.md }
  - { kind: prompt, pattern: '^ask-(?<number>\d{4})$', canonical: "WO-{number}", example: ask-0042.md }
`,
		},
	]);

	it("is told what a document form lacks", () => {
		const text = (form: string) =>
			`extends: work-orders\nid: x\ndocuments:\n  - { kind: spec, example: x.md, ${form} }\n`;
		for (const [form, message] of [
			["name: spec.md", "must hold {id} once"],
			["pattern: ^x$", "is needed beside a pattern"],
			["canonical: X", "give either a name with {id} or a pattern"],
		] as const) {
			const checked = standardSchema.shape.documents.safeParse(parse(text(form)).documents);
			expect(checked.error?.issues.map((issue) => issue.message)).toEqual([message]);
		}
	});

	it("is valid", () => expect(problems).toEqual([]));

	it.each([
		["WO-0042/WO-0042.order.md", "spec", "WO-0042"],
		["x/WO-0042-B/report WO-0042-B.md", "results", "WO-0042-B"],
		["ask-0042.md", "prompt", "WO-0042"],
		["order 0042b/report WO-0042-B.md", "results", "WO-0042-B"],
		["report_wo-0042.md", "results", "WO-0042"],
	])("%s is the %s of %s", (path, kind, handoff) => {
		expect(brief(path, own)).toEqual([kind, handoff, "work-orders"]);
	});

	it("gives its own aliases and parents", () => {
		expect(identify("WO-0042-B/x.md", own)).toMatchObject({
			parent: "WO-0042",
			family: "follow-up",
			aliases: ["order 0042B"],
		});
	});
});

it("answers any path, however odd, and the same each time", () => {
	const part = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.constantFrom("H-1", "h_2", "H-3A_RESULTS", "BUILDER_HANDOFF_", "RESULTS_", "..", "", "CLEANUP-0", ".md"),
	);
	fc.assert(
		fc.property(fc.array(fc.array(part, { maxLength: 3 }), { maxLength: 4 }), (segments) => {
			const path = segments.map((parts) => parts.join("")).join("/");
			const identity = identify(path, standards);
			expect(identify(path, standards)).toEqual(identity);
			if (identity.kind !== "other") expect(identity.handoff).not.toBeNull();
			if (identity.folder !== null) expect(`${path}/`.startsWith(`${identity.folder}/`)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
});

const corpus = "../shared/corpus/control-plane";
describe.skipIf(!existsSync(corpus))(`the documents of ${corpus} (skipped where it is absent)`, () => {
	it("all get the handoff and the kind that a careful reader gave them", () => {
		const read = (name: string) => JSON.parse(readFileSync(`${corpus}/${name}`, "utf8"));
		const wrong: string[] = [];
		for (const { file, kind, proposedCanonicalId, handoffId } of read("truth-specs.json")) {
			const id = kind === "prompt" ? handoffId.replace("HANDOFF-", "H-") : proposedCanonicalId;
			const want = [kind === "standard" ? "other" : kind, id ?? null];
			const got = brief(file).slice(0, 2);
			if (got.join() !== want.join()) wrong.push(`${file}: ${got} instead of ${want}`);
		}
		for (const { file, handoffIdNormalized } of read("truth-results.json")) {
			const want = ["results", handoffIdNormalized.replace(/^(?:HANDOFF|FOLLOWUP)-/, "H-")];
			const got = brief(file).slice(0, 2);
			if (got.join() !== want.join()) wrong.push(`${file}: ${got} instead of ${want}`);
		}
		expect(wrong).toEqual([]);
	});
});
