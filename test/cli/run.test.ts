import { describe, expect, it } from "vitest";
import { commands } from "#cli/commands.ts";
import { run } from "#cli/run.ts";
import { fakeWorld, poorSpec } from "./fakes.ts";

const archive = { "/work/handoffs/H-1/H-1_BUILDER_HANDOFF.md": poorSpec };

async function runIn(world: ReturnType<typeof fakeWorld>, ...words: string[]) {
	const exitCode = await run(words, world);
	return { exitCode, out: world.stdout.text, err: world.stderr.text };
}

describe("wrong usage ends with exit code 2 and says what was meant", () => {
	it.each([
		[["chek"], 'unknown command "chek"; did you mean "check"?'],
		[["--verson"], 'unknown option "--verson"'],
		[["frobnicate"], `commands: ${Object.keys(commands).join(", ")}, help`],
		[["check", "--fromat", "json"], 'unknown option --fromat; did you mean "--format"?'],
		[["check", "-z"], "unknown option -z"],
		[["check", "--format"], "--format needs a value: --format NAME[:FILE]"],
		[["check", "--config", "--format", "json"], "--config needs a value: --config FILE"],
		[["check", "--format", "jsn"], 'unknown report format "jsn"; did you mean "json"?'],
		[["check", "--format", "json", "--format", "compact"], "only one report can go to stdout"],
		[["check", "nowhere"], "there is no folder nowhere"],
		[["build", "--report-only=yes"], "--report-only takes no value"],
		[["start", "--port", "http"], "--port http is no port"],
		[["schema", "exprot"], 'there is no schema "exprot"; did you mean "export"?'],
		[["schema"], "which schema? One of settings, standard, words, waivers, export"],
		[["schema", "export", "more"], 'unexpected argument "more"'],
		[["help", "chek"], 'did you mean "check"?'],
	])("%j", async (words, message) => {
		const { exitCode, out, err } = await runIn(fakeWorld(archive), ...words);
		expect(err).toContain(message);
		expect(exitCode).toBe(2);
		expect(out).toBe("");
	});

	it("shows the commands on stderr where none is given", async () => {
		const { exitCode, err } = await runIn(fakeWorld({}));
		expect(exitCode).toBe(2);
		for (const name of Object.keys(commands)) expect(err).toContain(`\n  ${name} `);
	});
});

describe("help and version", () => {
	it.each(Object.keys(commands))("explains %s, options included", async (name) => {
		const byWord = await runIn(fakeWorld({}), "help", name);
		const byFlag = await runIn(fakeWorld({}), name, "--help");
		expect(byWord).toEqual(byFlag);
		expect(byWord.exitCode).toBe(0);
		expect(byWord.out).toMatch(new RegExp(`^Usage: handoffs ${name} `));
		expect(byWord.out).toContain("--help");
	});

	it("prints the version of package.json", async () => {
		const { exitCode, out } = await runIn(fakeWorld({}), "--version");
		expect(exitCode).toBe(0);
		expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
	});
});

describe("settings that cannot be used", () => {
	it("end with exit code 2, each problem with file, line and column", async () => {
		const world = fakeWorld({ ...archive, "/work/handoffs.config.yaml": "titel: Ledger\nrules:\n  layout/*: eror\n" });
		const { exitCode, err } = await runIn(world, "check");
		expect(exitCode).toBe(2);
		expect(err).toContain('handoffs.config.yaml:1:1: error: unknown key "titel"; did you mean "title"?');
		expect(err).toContain("handoffs.config.yaml:3:13: error: ");
		expect(err).toContain('did you mean "error"?');
	});

	it("are named where --config points at nothing", async () => {
		const { exitCode, err } = await runIn(fakeWorld(archive), "check", "--config", "other.yaml", "handoffs");
		expect(exitCode).toBe(2);
		expect(err).toContain("other.yaml:1:1: error: cannot be read");
	});

	it("say which file names an archive that does not exist", async () => {
		const world = fakeWorld({ "/work/handoffs.config.yaml": "archive: gone\n" });
		expect((await runIn(world, "check")).err).toContain(
			"no folder gone, which handoffs.config.yaml names as an archive",
		);
	});
});
