import { describe, expect, it } from "vitest";
import { sampleLine, withFailures, withTests } from "#rules/samples/line.ts";
import { checkFiles } from "../rules/archive.ts";

type Options = Parameters<typeof checkFiles>[1];

const baselines = (files: Record<string, string>, options?: Options) =>
	new Map(checkFiles(files, options).baselines.map((baseline) => [baseline.handoff, baseline]));

const line = sampleLine([], withTests(28), withTests(30));

describe("the predecessor", () => {
	it("is inferred from the order where nothing says so, and never a handoff without RESULTS", () => {
		const open = { ...line, "H-2/H-2_RESULTS.md": "", "H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Open\n" };
		const { "H-2/H-2_RESULTS.md": _, ...files } = open;
		const found = baselines(files);
		expect(found.get("H-1")?.predecessor).toBeNull();
		expect(found.get("H-3")?.predecessor).toEqual({ id: "H-1", basis: "inferred", place: null });
	});

	it("is the one that the spec states, with the line", () => {
		const found = baselines({ ...line, "H-3/H-3_BUILDER_HANDOFF.md": "# H-3: Tide\n\n**Predecessor:** H-1\n" });
		expect(found.get("H-3")?.predecessor).toEqual({
			id: "H-1",
			basis: "stated",
			place: { path: "H-3/H-3_BUILDER_HANDOFF.md", line: 3 },
		});
		const tests = found.get("H-3")?.comparisons.find(({ kind, of }) => kind === "tests" && of === undefined);
		expect(tests?.against).toMatchObject({ handoff: "H-1", value: 24 });
		expect(tests?.delta).toBe(6);
	});

	it("is the one that the settings name, whatever documents state", () => {
		const found = baselines(line, { predecessors: { "H-3": "H-1", "H-2": null } });
		expect(found.get("H-3")?.predecessor).toEqual({ id: "H-1", basis: "configured", place: null });
		expect(found.get("H-2")?.predecessor).toBeNull();
	});
});

describe("the order of cleanups", () => {
	const cleanup = (text: string) => ({ ...line, "CLEANUP-1/CLEANUP-1_RESULTS.md": text });
	const orderOf = (files: Record<string, string>, dates: () => ReadonlyMap<string, string> | null = () => null) =>
		checkFiles(files, {}, { dates }).handoffs.map(({ id }) => id);
	const title = "# Results: CLEANUP-1 Sweep\n\n## Status: PASS\n";

	it("rests on the hashes that they found and left", () => {
		const found = `- \`clock.py\` (SHA256 before: sha256:${"e".repeat(64)}, after: sha256:${"f".repeat(64)})`;
		const made = `- \`clock.py\` (SHA256 before: sha256:${"f".repeat(64)}, after: sha256:${"9".repeat(64)})`;
		const second = line["H-2/H-2_RESULTS.md"]?.replace("## Files Modified\n- None", `## Files Modified\n${made}`) ?? "";
		const files = { ...cleanup(`${title}\n## Files Modified\n${found}\n`), "H-2/H-2_RESULTS.md": second };
		expect(orderOf(files)).toEqual(["H-1", "CLEANUP-1", "H-2", "H-3"]);
	});

	it("rests on the dates of first commits where no document states one", () => {
		const dates = new Map([
			["H-1/H-1_RESULTS.md", "2026-01-01"],
			["H-2/H-2_RESULTS.md", "2026-01-05"],
			["H-3/H-3_RESULTS.md", "2026-01-09"],
			["CLEANUP-1/CLEANUP-1_RESULTS.md", "2026-01-06"],
		]);
		expect(orderOf(cleanup(title))).toEqual(["H-1", "H-2", "H-3", "CLEANUP-1"]);
		expect(orderOf(cleanup(title), () => dates)).toEqual(["H-1", "H-2", "CLEANUP-1", "H-3"]);
	});
});

describe("failures by name", () => {
	const none = "- New failures introduced by this agent: NONE";
	const named = (...names: string[]) =>
		[
			...withFailures(names.length),
			[none, `${none}\n- Known failures:\n${names.map((name) => `  - \`${name}\``).join("\n")}`],
		] as const;

	it("are new, carried since the first of an unbroken line, or fixed", () => {
		const found = baselines(sampleLine(named("test_a", "test_b"), named("test_b", "test_c"), named("test_c")));
		const names = (id: string) => {
			const diff = found.get(id)?.failures;
			return {
				added: diff?.added.map(({ name }) => name),
				carried: diff?.carried.map(({ name, since }) => `${name} since ${since}`),
				fixed: diff?.fixed.map(({ name }) => name),
			};
		};
		expect(names("H-2")).toEqual({ added: ["test_c"], carried: ["test_b since H-1"], fixed: ["test_a"] });
		expect(names("H-3")).toEqual({ added: [], carried: ["test_c since H-2"], fixed: ["test_b"] });
	});
});

describe("a line of handoffs", () => {
	it("is not compared where each runs something else", () => {
		const text = line["H-1/H-1_RESULTS.md"] ?? "";
		const files = Object.fromEntries(
			Array.from({ length: 60 }, (_, index) => [
				`H-${index + 1}/H-${index + 1}_RESULTS.md`,
				text.replace("pytest _staging/ -v", `pytest _staging/ -v --ignore=PKG-N-${index}`),
			]),
		);
		const archive = checkFiles(files);
		expect(archive.baselines).toHaveLength(60);
		expect(
			archive.baselines.every(({ comparisons }) =>
				comparisons.every(({ kind, of, against }) => kind !== "tests" || of !== undefined || against === null),
			),
		).toBe(true);
	});
});
