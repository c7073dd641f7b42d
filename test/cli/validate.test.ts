import { expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { type FakeWorld, fakeWorld } from "./fakes.ts";

const seals = "/work/handoffs.seals.json";
const settings = { "/work/handoffs.config.yaml": "archive: handoffs\n" };

function worldOf(files: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): FakeWorld {
	const documents = Object.entries(files).map(([path, text]) => [`/work/handoffs/${path}`, text]);
	return fakeWorld({ ...settings, ...Object.fromEntries(documents), ...more });
}

/** The seals file after a command. */
async function sealedBy(world: FakeWorld, ...words: string[]): Promise<string> {
	expect(await run(["validate", ...words], world), world.stderr.text).toBe(0);
	return world.written.get(seals) ?? "";
}

const sealWarning = (text: string) => text.split("\n").filter((line) => line.includes("was validated"));

it("records who validated a handoff, and what the validation rests on", async () => {
	const world = worldOf(sampleArchive());
	const text = await sealedBy(world, "H-1", "--by", "Ann Example");
	expect(world.stdout.text).toContain("H-1 is validated by Ann Example on 2026-06-15");
	const { seals: list, ruleSets } = JSON.parse(text);
	expect(list).toMatchObject([{ handoff: "H-1", by: "Ann Example", at: "2026-06-15", baseline: null }]);
	expect(Object.keys(list[0].documents)).toEqual([
		"H-1/H-1_AGENT_PROMPT.md",
		"H-1/H-1_BUILDER_HANDOFF.md",
		"H-1/H-1_RESULTS.md",
	]);
	expect(Object.keys(ruleSets)).toEqual([list[0].rules]);
});

it("tells of a change of the documents, and lets what is unchanged be", async () => {
	const text = await sealedBy(worldOf(sampleArchive()), "H-1", "--by", "Ann");
	const unchanged = worldOf(sampleArchive(), { [seals]: text });
	await run(["check", "-f", "compact"], unchanged);
	expect(sealWarning(unchanged.stdout.text)).toEqual([]);
	const changed = worldOf(sampleArchive({ results: [["Total: 24 tests", "Total: 24 tests."]] }), { [seals]: text });
	await run(["check", "-f", "compact"], changed);
	expect(sealWarning(changed.stdout.text)).toEqual([
		expect.stringContaining("H-1 was validated by Ann on 2026-06-15; changed since: H-1_RESULTS.md."),
	]);
});

it("tells of a change of the rules by their names", async () => {
	const text = await sealedBy(worldOf(sampleArchive()), "H-1", "--by", "Ann");
	const stricter = worldOf(sampleArchive(), {
		[seals]: text,
		"/work/handoffs.config.yaml": "archive: handoffs\nrules:\n  spec/principles: error\n",
	});
	await run(["check", "-f", "compact"], stricter);
	expect(sealWarning(stricter.stdout.text)).toEqual([expect.stringContaining("changed since: spec/principles.")]);
});

it("tells of a change of the predecessor's baseline", async () => {
	const second = Object.fromEntries(
		Object.entries(sampleArchive()).map(([path, text]) => [
			path.replaceAll("H-1", "H-2"),
			text.replaceAll("H-1", "H-2").replace("**Predecessor:** none", "**Predecessor:** H-1"),
		]),
	);
	const text = await sealedBy(worldOf({ ...sampleArchive(), ...second }), "H-2", "--by", "Ann");
	expect(JSON.parse(text).seals[0].baseline.handoff).toBe("H-1");
	const edited = sampleArchive({ results: [["Total tests (all staged): 24", "Total tests (all staged): 25"]] });
	const changed = worldOf({ ...edited, ...second }, { [seals]: text });
	await run(["check", "-f", "compact"], changed);
	expect(sealWarning(changed.stdout.text)).toEqual([expect.stringContaining("changed since: the baseline of H-1.")]);
});

it("adds to what is recorded, and never takes the place of it", async () => {
	const first = await sealedBy(worldOf(sampleArchive()), "H-1", "--by", "Ann");
	const again = worldOf(sampleArchive(), { [seals]: first });
	expect(await sealedBy(again, "H-1", "--by", "Ann")).toBe("");
	expect(again.stdout.text).toContain("nothing was written");
	const second = await sealedBy(worldOf(sampleArchive(), { [seals]: first }), "H-1", "--by", "Ben");
	expect(JSON.parse(second).seals.map(({ by }: { by: string }) => by)).toEqual(["Ann", "Ben"]);
	expect(second.startsWith(first.slice(0, first.indexOf("\n\t],")))).toBe(true);
});

it("refuses while an error stands, or before there are RESULTS", async () => {
	const failing = worldOf(sampleArchive({ results: [["- Failed: 0", "- Failed: 1"]] }));
	expect(await run(["validate", "H-1", "--by", "Ann"], failing)).toBe(1);
	expect(failing.stderr.text).toMatch(
		/^H-1 is not validated: \d+ errors? stands? against it\.\n {2}H-1\/H-1_RESULTS\.md:/,
	);
	expect(failing.written.size).toBe(0);
	const { "H-1/H-1_RESULTS.md": _, ...open } = sampleArchive();
	const world = worldOf(open);
	expect(await run(["validate", "H-1", "--by", "Ann"], world)).toBe(1);
	expect(world.stderr.text).toContain("H-1 is open");
});

it("needs a handoff, a name, and a seals file that is one", async () => {
	for (const [words, more, message] of [
		[["validate"], {}, "which handoff?"],
		[["validate", "H-1"], {}, "who validates it?"],
		[["validate", "H-9", "--by", "Ann"], {}, 'no handoff "H-9"'],
		[["check"], { [seals]: "{}" }, "handoffs.seals.json:1:1: error"],
	] as const) {
		const world = worldOf(sampleArchive(), more);
		expect(await run(words, world)).toBe(2);
		expect(world.stderr.text).toContain(message);
	}
});
