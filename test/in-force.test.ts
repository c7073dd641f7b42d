import { describe, expect, it } from "vitest";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import { checkFiles } from "./rules/archive.ts";

const folder = "builder-handoff-standard";
const flat = "builder-handoff-standard-flat";
const files = {
	...sampleArchive(),
	"AGENT_PROMPT_HANDOFF_2.md": (sampleArchive()[samplePaths.prompt] ?? "").replace(/^\*\*Prompt Contract.*\n/mu, ""),
};

describe("the standard in force", () => {
	it("is the one whose naming the documents follow", () => {
		const { handoffs, verdicts } = checkFiles(files);
		expect(handoffs.map(({ id, standard }) => [id, standard])).toEqual([
			["H-1", folder],
			["H-2", flat],
		]);
		expect(verdicts.find(({ handoff, rule }) => handoff === "H-2" && rule === "prompt/contract-version")?.verdict).toBe(
			"not-applicable",
		);
	});

	it.each([
		["an id", "H-2"],
		["a range", "H-2..H-9"],
		["a list", ["H-7", "H-2"]],
	])("is set by %s", (_title, handoffs) => {
		const archive = checkFiles(files, { inForce: [{ standard: folder, handoffs }] });
		expect(archive.handoffs.find(({ id }) => id === "H-2")?.standard).toBe(folder);
		expect(archive.findings.filter(({ handoff }) => handoff === "H-2").map(({ rule }) => rule)).toContain(
			"prompt/contract-version",
		);
	});

	it("can be laid over documents of the other layout", () => {
		const archive = checkFiles(files, { inForce: [{ standard: flat, handoffs: "H-1" }] });
		expect(archive.handoffs.find(({ id }) => id === "H-1")?.standard).toBe(flat);
	});

	it("is compared with today's only where that is asked for, for handoffs that another judges", () => {
		expect(checkFiles(files).today).toBeUndefined();
		const { today = [], verdicts, rules } = checkFiles(files, { today: true });
		expect(new Set(today.map(({ handoff }) => handoff))).toEqual(new Set(["H-2"]));
		expect(today).toHaveLength(rules.length);
		const of = (list: typeof today, rule: string) =>
			list.find((verdict) => verdict.handoff === "H-2" && verdict.rule === rule)?.verdict;
		expect(of(today, "prompt/contract-version")).toBe("fail");
		expect(of(verdicts, "prompt/contract-version")).toBe("not-applicable");
		expect(of(today, "layout/spec-missing")).toBe(of(verdicts, "layout/spec-missing"));
	});
});
