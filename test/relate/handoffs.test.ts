import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Archive, Handoff } from "#model/archive.ts";
import { checkFiles } from "../rules/archive.ts";

const handoff = ({ handoffs }: Archive, id: string): Handoff => {
	const found = handoffs.find((candidate) => candidate.id === id);
	if (!found) throw new Error(`no ${id} in ${handoffs.map((candidate) => candidate.id)}`);
	return found;
};

const mixed = checkFiles({
	"BUILDER_HANDOFF_3_harbour_log.md": "# Builder Handoff #3: Harbour log\n\n## Mission\n\nBuild PKG-LOG-001.\n",
	"RESULTS_HANDOFF_3.md": "# Results: HANDOFF-3 — Harbour log\n\n## Status: PASS\n",
	"archive/BUILDER_FOLLOWUP_3C_rotation.md": "# BUILDER_FOLLOWUP_3C — Log rotation\n\nSee HANDOFF-3.\n",
	"AGENT_PROMPT_HANDOFF_3.md": "# Agent Prompt: HANDOFF-3\n",
	"H-4/H-4_BUILDER_HANDOFF.md": "# H-4: Buoy lamp\n\n**Depends on:** Handoff #3\n",
	"H-4/sketch.md": "# A sketch\n",
	"RESULTS_BUGFIX_LAMP_COLOUR.md": "# Results: Bugfix — Lamp colour\n\n## Status: FAIL\n",
	"README.md": "# About\n",
});

describe("relateHandoffs", () => {
	it("makes one handoff of all documents with one canonical id, in both layouts", () => {
		expect(mixed.handoffs.map(({ id }) => id)).toEqual(["H-3", "H-3C", "H-4", "BUGFIX-LAMP-COLOUR"]);
		expect(handoff(mixed, "H-3").documents).toEqual([
			{ kind: "spec", path: "BUILDER_HANDOFF_3_harbour_log.md" },
			{ kind: "results", path: "RESULTS_HANDOFF_3.md" },
			{ kind: "prompt", path: "AGENT_PROMPT_HANDOFF_3.md" },
		]);
		expect(handoff(mixed, "H-4").documents.map(({ kind }) => kind)).toEqual(["spec", "other"]);
	});

	it("takes the title without role and id", () => {
		expect(mixed.handoffs.map(({ title }) => title)).toEqual([
			"Harbour log",
			"Log rotation",
			"Buoy lamp",
			"Bugfix — Lamp colour",
		]);
	});

	it("falls back to another document's title, then to the file's name", () => {
		const archive = checkFiles({
			"RESULTS_HANDOFF_5.md": "# Results: HANDOFF-5 — Tide table\n",
			"BUILDER_HANDOFF_5_tides.md": "no heading\n",
			"AGENT_PROMPT_HANDOFF_6.md": "# Agent Prompt: HANDOFF-6\n",
		});
		expect(handoff(archive, "H-5").title).toBe("Tide table");
		expect(handoff(archive, "H-6").title).toBe("AGENT_PROMPT_HANDOFF_6");
		const misnamed = checkFiles({
			"H-7/SPEC.md": "# Handoff 7: Fog horn\n",
			"H-8/notes.md": "# Thoughts\n",
		});
		expect(misnamed.handoffs.map(({ title }) => title)).toEqual(["Fog horn", "notes"]);
	});

	it("tells status, family, parent and the standard in force", () => {
		expect(handoff(mixed, "H-3")).toMatchObject({ status: "PASS", family: "component", parent: null });
		expect(handoff(mixed, "H-3").standard).toBe("builder-handoff-standard-flat");
		expect(handoff(mixed, "H-3C")).toMatchObject({ status: "OPEN", family: "follow-up", parent: "H-3" });
		expect(handoff(mixed, "H-4").standard).toBe("builder-handoff-standard");
		expect(handoff(mixed, "BUGFIX-LAMP-COLOUR")).toMatchObject({ status: "FAIL", family: "other" });
	});

	it("has no status where two RESULTS differ", () => {
		const archive = checkFiles({
			"RESULTS_HANDOFF_5.md": "# Results: HANDOFF-5\n\n## Status: PASS\n",
			"old/RESULTS_HANDOFF_5.md": "# Results: HANDOFF-5\n\n## Status: FAIL\n",
		});
		expect(handoff(archive, "H-5").status).toBeNull();
	});

	it("lists every name it is called by", () => {
		const { aliases } = handoff(mixed, "H-3C");
		for (const alias of ["3C", "HANDOFF-3C", "FOLLOWUP-3C", "FOLLOWUP_3C", "Follow-Up #3C", "BUILDER_FOLLOWUP_3C"])
			expect(aliases).toContain(alias);
		expect(aliases).not.toContain("H-3C");
		expect(handoff(mixed, "BUGFIX-LAMP-COLOUR").aliases).toContain("BUGFIX_LAMP_COLOUR");
	});

	it("relates handoffs by canonical ids, each relation once", () => {
		const brief = mixed.relations.map(({ from, type, to, state }) => `${from} ${type} ${to} ${state}`);
		expect(brief).toContain("H-4 depends-on H-3 stated");
		expect(brief.filter((text) => text.startsWith("H-3C follow-up-of H-3"))).toHaveLength(1);
		expect(new Set(brief).size).toBe(brief.length);
	});

	it("numbers the build order from 1", () => {
		expect(mixed.handoffs.map(({ order }) => order)).toEqual([1, 2, 3, 4]);
	});
});

const corpus = "../shared/corpus/control-plane/handoffs";
describe.skipIf(!existsSync(corpus))(`the documents of ${corpus} (skipped where it is absent)`, () => {
	const names = existsSync(corpus) ? readdirSync(corpus, { recursive: true, encoding: "utf8" }) : [];
	const archive = checkFiles(
		Object.fromEntries(
			names.filter((name) => name.endsWith(".md")).map((name) => [name, readFileSync(`${corpus}/${name}`, "utf8")]),
		),
	);

	it("make 37 handoffs, numbers rising, each follow-up after what it follows", () => {
		expect(archive.handoffs).toHaveLength(37);
		const order = new Map(archive.handoffs.map(({ id, order }) => [id, order]));
		for (const { id, parent } of archive.handoffs)
			if (parent !== null) expect(order.get(parent), id).toBeLessThan(order.get(id) ?? 0);
		const numbers = archive.handoffs
			.filter(({ family }) => family === "component")
			.map(({ id }) => Number(id.slice(2)));
		expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
	});

	it("have titles without role and id", () => {
		for (const { id, title } of archive.handoffs)
			if (id !== "H-2") expect(title, id).not.toMatch(/^(?:results|builder|handoff|agent)\b/i);
	});
});
