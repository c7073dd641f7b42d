import { describe, expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { type FakeWorld, fakeWorld } from "./fakes.ts";

const spec = "/work/handoffs/H-1/H-1_BUILDER_HANDOFF.md";

function world(edits: readonly (readonly [string, string])[], more: Readonly<Record<string, string>> = {}) {
	const files = Object.entries(sampleArchive({ spec: edits })).map(([path, text]) => [`/work/handoffs/${path}`, text]);
	const made: FakeWorld = fakeWorld({ ...Object.fromEntries(files), ...more });
	const rewritten = new Map<string, string>();
	made.files.rewrite = ({ path, after }) => {
		rewritten.set(path, Buffer.from(after).toString());
		return null;
	};
	return { made, rewritten };
}

describe("handoffs check --fix", () => {
	it("mends, tells what it did on stderr, and reports what is left", async () => {
		const { made, rewritten } = world([["## 1. Mission", "## Mission"]]);
		expect(await run(["check", "handoffs", "--fix", "-f", "compact"], made)).toBe(0);
		expect(rewritten.get(spec)).toContain("\n## 1. Mission\n");
		expect(made.stderr.text).toContain('heading "Mission" is now "1. Mission"');
		expect(made.stdout.text).not.toContain("Mission");
	});

	it("with --dry-run prints a unified diff and writes nothing", async () => {
		const { made, rewritten } = world([["## 1. Mission", "## Mission"]]);
		expect(await run(["check", "handoffs", "--fix", "--dry-run"], made)).toBe(1);
		expect(made.stdout.text).toMatch(/^--- handoffs\/H-1\/H-1_BUILDER_HANDOFF\.md\n\+\+\+ /);
		expect(made.stdout.text).toContain("\n-## Mission\n+## 1. Mission\n");
		expect(rewritten.size).toBe(0);
		const clean = world([]);
		expect(await run(["check", "handoffs", "--fix", "--dry-run"], clean.made)).toBe(0);
		expect(clean.made.stdout.text).toBe("");
	});

	it("refuses --dry-run alone", async () => {
		const { made } = world([]);
		expect(await run(["check", "handoffs", "--dry-run"], made)).toBe(2);
	});

	const withoutMission = [["## 1. Mission\n", "## Aim\n"]] as const;

	it("puts stubs that keep the gate red", async () => {
		const { made, rewritten } = world(withoutMission);
		expect(await run(["check", "handoffs", "--fix", "-f", "compact"], made)).toBe(1);
		expect(rewritten.get(spec)).toContain("## 1. Mission\n\n<!-- To be written");
		expect(made.stdout.text).toContain("[spec/section-empty]");
	});

	it.each([
		["the rule that reports stubs is off", "rules: { spec/section-empty: 'off' }", ""],
		["it only warns", "rules: { spec/section-empty: warning }", ""],
		[
			"it is waived",
			"",
			"waivers:\n  - { rule: spec/section-empty, handoffs: H-1, owner: Ada, reason: as agreed, expires: 2026-12-31 }\n",
		],
	])("puts no stub where %s", async (_name, settings, waivers) => {
		const { made, rewritten } = world(withoutMission, {
			"/work/handoffs.config.yaml": `archive: handoffs\n${settings}\n`,
			...(waivers && { "/work/handoffs.waivers.yaml": waivers }),
		});
		expect(await run(["check", "--fix", "-f", "compact"], made)).toBe(1);
		expect(made.stderr.text).not.toContain("line 1");
		expect(rewritten.size).toBe(0);
		expect(made.stdout.text).toContain("[spec/section-missing]");
	});
});
