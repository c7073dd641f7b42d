import { describe, expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { fakeWorld, poorSpec } from "./fakes.ts";

const poor = { "/work/handoffs/H-1/H-1_BUILDER_HANDOFF.md": poorSpec };

describe("handoffs check", () => {
	it("reports errors with paths from the working folder and ends with exit code 1", async () => {
		const world = fakeWorld(poor);
		expect(await run(["check", "handoffs", "--format", "compact"], world)).toBe(1);
		const lines = world.stdout.text.trimEnd().split("\n");
		expect(lines.length).toBeGreaterThan(3);
		for (const line of lines)
			expect(line).toMatch(
				/^handoffs\/H-1\/H-1_BUILDER_HANDOFF\.md:\d+:\d+: (error|warning|info) .+ \[[a-z]+\/[a-z-]+\]$/,
			);
		expect(world.stderr.text).toBe("");
	});

	it("ends with exit code 0 where the settings leave no error", async () => {
		const world = fakeWorld({
			...poor,
			"/work/handoffs.config.yaml": "archive: handoffs\nrules: { layout/*: info, spec/*: warning, results/*: 'off' }\n",
		});
		expect(await run(["check"], world)).toBe(0);
		expect(world.stdout.text).toMatch(/ 0 errors, [1-9]\d* warnings/);
	});

	it("takes an archive without documents for an error", async () => {
		const world = fakeWorld({});
		expect(await run(["check", "empty"], world)).toBe(1);
		expect(world.stdout.text).toContain("There are no documents here");
	});

	it("writes each report to its file and prints none of them", async () => {
		const world = fakeWorld(poor);
		const formats = ["--format", "json:out/findings.json", "-f", "compact:findings.txt"];
		expect(await run(["check", ...formats, "handoffs"], world)).toBe(1);
		expect(world.stdout.text).toBe("");
		expect([...world.written.keys()]).toEqual(["/work/out/findings.json", "/work/findings.txt"]);
		expect(JSON.parse(world.written.get("/work/out/findings.json") ?? "")).toMatchObject({ failed: true });
	});

	it("compares with today's standard where that is asked for, and lets the one in force decide", async () => {
		const files = {
			"/work/handoffs/AGENT_PROMPT_HANDOFF_2.md": "# Agent prompt: H-2\n\nRead the spec, then answer.\n",
		};
		const plain = fakeWorld(files);
		const compared = fakeWorld(files);
		const code = await run(["check", "handoffs"], plain);
		const options = [
			"--todays-standard",
			"--format",
			"pretty",
			"--format",
			"json:out.json",
			"--format",
			"markdown:out.md",
		];
		expect(await run(["check", "handoffs", ...options], compared)).toBe(code);
		expect(plain.stdout.text).not.toContain("today");
		expect(compared.stdout.text.startsWith(plain.stdout.text.trimEnd())).toBe(true);
		expect(compared.stdout.text).toMatch(/\n {2}H-2: .*prompt\/contract-version/);
		expect(compared.written.get("/work/out.md")).toMatch(
			/By today's standard, \d+ rules? more would fail in 1 handoff /,
		);
		const { today } = JSON.parse(compared.written.get("/work/out.json") ?? "");
		expect(today).toContainEqual(expect.objectContaining({ rule: "prompt/contract-version", verdict: "fail" }));
	});

	it("prints the same twice", async () => {
		const [first, second] = [fakeWorld(poor), fakeWorld(poor)];
		await run(["check", "handoffs"], first);
		await run(["check", "handoffs"], second);
		expect(first.stdout.text).toBe(second.stdout.text);
	});

	it.each([
		["a pipe", { isTTY: false }, false],
		["a terminal", { isTTY: true }, true],
		["a terminal with NO_COLOR", { isTTY: true, env: { NO_COLOR: "1" } }, false],
		["a pipe with FORCE_COLOR", { isTTY: false, env: { FORCE_COLOR: "1" } }, true],
		["a terminal with FORCE_COLOR=0", { isTTY: true, env: { FORCE_COLOR: "0" } }, false],
		["a dumb terminal", { isTTY: true, env: { TERM: "dumb" } }, false],
	])("colours for %s: %j is %s", async (_name, options, coloured) => {
		const world = fakeWorld(poor, options);
		await run(["check", "handoffs"], world);
		expect(world.stdout.text.includes("\u001B[")).toBe(coloured);
	});

	it("writes the job summary of GitHub behind what is there, with paths from the checked out repository", async () => {
		const env = { GITHUB_STEP_SUMMARY: "/tmp/summary.md", GITHUB_WORKSPACE: "/" };
		const world = fakeWorld({ ...poor, "/tmp/summary.md": "# Before\n" }, { env });
		expect(await run(["check", "handoffs", "-f", "github"], world)).toBe(1);
		expect(world.stdout.text).toMatch(/^::error file=work\/handoffs\/H-1\/H-1_BUILDER_HANDOFF\.md,line=/);
		expect(world.written.get("/tmp/summary.md")).toMatch(/^# Before\n## Handoff Archive: the gate is shut\n/);
		expect(world.written.get("/tmp/summary.md")).toContain("<code>work/handoffs/H-1/");
	});

	it("writes no job summary for other reports", async () => {
		const world = fakeWorld(poor, { env: { GITHUB_STEP_SUMMARY: "/tmp/summary.md" } });
		await run(["check", "handoffs"], world);
		expect(world.written.size).toBe(0);
	});

	it("shows what is excused only when it is asked for", async () => {
		const before = fakeWorld(poor);
		await run(["baseline", "handoffs"], before);
		const content = { ...poor, ...Object.fromEntries(before.written) };
		for (const [words, shown] of [
			[[], false],
			[["--show-excused"], true],
		] as const) {
			const world = fakeWorld(content);
			expect(await run(["check", "handoffs", ...words], world)).toBe(0);
			expect(world.stdout.text.includes("(recorded debt)")).toBe(shown);
		}
	});

	it("prints no file name that the log of a CI service would obey", async () => {
		const world = fakeWorld({
			"/work/::error::x/H-1_BUILDER_HANDOFF.md": poorSpec,
			"/work/handoffs.config.yaml": "archive: .\n",
		});
		for (const format of ["pretty", "compact"]) await run(["check", "-f", format], world);
		expect(world.stdout.text).toContain("./::error::x/");
		expect(world.stdout.text).not.toMatch(/^\s*::/m);
	});
});
