import { describe, expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { fakeWorld, poorSpec } from "./fakes.ts";

const archive = { "/work/handoffs/H-1/H-1_BUILDER_HANDOFF.md": poorSpec };

/** The compact report of an archive whose spec lacks sections, under a waiver of that; the day is 2026-06-15. */
async function check(waivers: string, words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
	const world = fakeWorld({ ...archive, "/work/handoffs.waivers.yaml": waivers }, { env });
	const exitCode = await run(["check", "handoffs", "-f", "compact", ...words], world);
	const lines = world.stdout.text.trimEnd().split("\n");
	return {
		exitCode,
		err: world.stderr.text,
		missing: lines.filter((line) => line.endsWith("[spec/section-missing]")).length,
		ofWaivers: lines.filter((line) => /\[waiver\/[a-z]+\]$/.test(line)),
	};
}

function waiver(expires: string, handoffs = "H-1") {
	return `waivers:\n  - rule: spec/section-missing\n    handoffs: ${handoffs}\n    owner: Ann\n    reason: old\n    expires: ${expires}\n`;
}

describe("a waiver", () => {
	it("excuses findings until its last day, which counts", async () => {
		expect(await check(waiver("2026-06-15"))).toMatchObject({ missing: 0, ofWaivers: [] });
	});

	it("fails once it has expired, and excuses nothing", async () => {
		const { exitCode, missing, ofWaivers } = await check(waiver("2026-06-14"));
		expect(exitCode).toBe(1);
		expect(missing).toBeGreaterThan(0);
		expect(ofWaivers).toEqual([
			"handoffs.waivers.yaml:6:14: error The waiver of spec/section-missing by Ann expired on 2026-06-14 (old). [waiver/expired]",
		]);
	});

	it.each([
		["--today", ["--today", "2027-01-01"], {}],
		["HANDOFFS_TODAY", [], { HANDOFFS_TODAY: "2027-01-01" }],
		["SOURCE_DATE_EPOCH", [], { SOURCE_DATE_EPOCH: "1798761600" }],
	])("is held against the day of %s", async (_name, words, env) => {
		expect((await check(waiver("2026-12-31"), words, env)).ofWaivers).toHaveLength(1);
		expect((await check(waiver("2027-01-01"), words, env)).ofWaivers).toHaveLength(0);
	});

	it.each([
		[["--today", "2026-02-30"], {}, "--today 2026-02-30 is no day"],
		[[], { HANDOFFS_TODAY: "tomorrow" }, "HANDOFFS_TODAY is no day: tomorrow"],
		[[], { SOURCE_DATE_EPOCH: "soon" }, "SOURCE_DATE_EPOCH is no number of seconds: soon"],
	])("is not held against what is no day: %j %j", async (words, env, message) => {
		const { exitCode, err } = await check(waiver("2026-12-31"), words, env);
		expect(exitCode).toBe(2);
		expect(err).toContain(message);
	});

	it("warns where it excuses nothing", async () => {
		const { missing, ofWaivers } = await check(waiver("2026-12-31", "[H-1, H-1..H-9, H-5..H-9]"));
		expect(missing).toBe(0);
		expect(ofWaivers).toEqual([expect.stringMatching(/^handoffs\.waivers\.yaml:3:31: warning .*\[waiver\/unused\]$/)]);
	});

	it("holds beside others that cannot be read", async () => {
		const broken =
			"  - rule: spec/steps\n    handoffs: H-1\n    owner: Ann\n    expires: 2026-12-31\n    why: because\n";
		const { exitCode, missing, ofWaivers } = await check(waiver("2026-12-31") + broken);
		expect(exitCode).toBe(1);
		expect(missing).toBe(0);
		expect(ofWaivers).toHaveLength(2);
		expect(ofWaivers.join("\n")).toContain('"reason" is missing');
		expect(ofWaivers.join("\n")).toContain('unknown key "why"');
	});

	it.each(["waivers: [", "- a", "waivers: {}", "waivers:\n  - 7\n", "\u0000", "a: &a [*a]"])(
		"file that is broken is an error in the report: %j",
		async (text) => {
			const { exitCode, ofWaivers } = await check(text);
			expect(exitCode).toBe(1);
			expect(ofWaivers.length).toBeGreaterThan(0);
			for (const line of ofWaivers)
				expect(line).toMatch(/^handoffs\.waivers\.yaml:\d+:\d+: error .*\[waiver\/malformed\]$/);
		},
	);

	it.each(["", "# none yet\n", "waivers: []\n"])("file may be empty: %j", async (text) => {
		expect((await check(text)).ofWaivers).toEqual([]);
	});
});
