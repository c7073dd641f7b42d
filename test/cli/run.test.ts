import { describe, expect, it } from "vitest";
import { commands } from "#cli/commands/index.ts";
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
		[["check", "-z"], "unknown option -z; handoffs help check lists the options"],
		[["check", "-docs"], "a name that starts with a dash is written ./-docs"],
		[["check", "--no-color"], "colour is switched off by NO_COLOR=1"],
		[["review", "H-1", "--format", "json"], 'unknown option --format; did you mean "--json"?'],
		[["show", "H-1", "handoffs"], 'unexpected argument "handoffs"; a folder is named with --archive handoffs'],
		[["review", "H-9", "../docs"], '"../docs" is no id of a handoff; a folder is named with --archive ../docs'],
		[["compare", "H-1", "./docs"], '"./docs" is no id of a handoff; a folder is named with --archive ./docs'],
		[
			["list", "handoffs/H-1/H-1_BUILDER_HANDOFF.md"],
			"H-1_BUILDER_HANDOFF.md is a file; name the folder that holds it",
		],
		[["transfer", "foo"], 'there is no "transfer foo"; there are new, bounce, log'],
		[["version"], 'did you mean "--version"?'],
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

describe("the folder of the documents", () => {
	it.each([
		["check", "--format", "compact", "handoffs"],
		["check", "--format", "compact", "--archive", "handoffs"],
		["list", "handoffs"],
		["list", "-a", "handoffs"],
	])("is an argument or an option alike: %j %j %j %j", async (...words) => {
		const { out, err } = await runIn(fakeWorld(archive), ...words.filter((word) => word !== undefined));
		expect(out).toMatch(/H-1/);
		expect(err).toBe("");
	});

	it("is said to be that of the example where none is named, and where something would be written it must be", async () => {
		const example = { archive: "/srv/product/content/handoffs", workspace: "/srv/product/content/workspace" };
		const far = () => {
			const world = fakeWorld({ "/srv/product/content/handoffs/H-1/H-1_BUILDER_HANDOFF.md": poorSpec });
			return { ...world, files: { ...world.files, example } };
		};
		expect((await runIn(far(), "list")).err).toBe(
			"No archive is named, so this is the example archive of the product; name a folder, or set `archive` in handoffs.config.yaml.\n",
		);
		expect((await runIn({ ...far(), cwd: "/srv/product/src" }, "list")).err).toBe("");
		for (const words of [["baseline"], ["validate", "H-1", "--by", "Ann"], ["migrate"], ["check", "--fix"]]) {
			const world = far();
			const { exitCode, err } = await runIn(world, ...words);
			expect(err).toBe("handoffs: which archive? Name a folder, or set `archive` in handoffs.config.yaml\n");
			expect(exitCode).toBe(2);
			expect(world.written.size).toBe(0);
		}
	});
});

it("prints JSON with --json wherever it prints any", async () => {
	for (const words of [["check"], ["list"], ["search", "ledger"], ["show", "H-1"], ["review", "H-1"]]) {
		const { out } = await runIn(fakeWorld(archive), ...words, "--json", "--archive", "handoffs");
		expect(() => JSON.parse(out), words.join(" ")).not.toThrow();
	}
});

describe("filters", () => {
	it.each([
		["--status", "FAIL"],
		["--status", "open"],
		["--family", "cleanup"],
		["--period", "2031-01"],
		["--verdict", "waived"],
	])("that no handoff passes find nothing: %s %s", async (name, value) => {
		const { exitCode, err } = await runIn(fakeWorld(archive), "list", "handoffs", name, value);
		expect(err).toBe("");
		expect(exitCode).toBe(0);
	});

	it.each([
		["--status", "foo"],
		["--period", "2031"],
		["--package", "PKG-X-001"],
	])("that no handoff can pass are wrong usage: %s %s", async (name, value) => {
		expect((await runIn(fakeWorld(archive), "list", "handoffs", name, value)).exitCode).toBe(2);
	});
});

describe("settings that cannot be used", () => {
	it.each([
		[{ "/work/handoffs.config.yml": "" }, "handoffs.config.yml is not read: rename it to handoffs.config.yaml"],
		[
			{ "/work/handoffs.config.yml": "", "/work/handoffs.config.yaml": "" },
			"handoffs.config.yml is not read, because settings stand in handoffs.config.yaml: remove one of the two",
		],
		[{ "/handoffs.config.json": "{}" }, "../handoffs.config.json is not read"],
	])("are told where a file of another name would be passed over: %j", async (files, message) => {
		const { exitCode, err } = await runIn(fakeWorld({ ...archive, ...files }), "check", "handoffs");
		expect(err).toContain(message);
		expect(exitCode).toBe(2);
	});

	it("name every place that is not there, at its value", async () => {
		const settings =
			"archive:\n  - handoffs\n  - handofs\nworkspace: handoffs/H-1/H-1_BUILDER_HANDOFF.md\nwords: de.yaml\nwaivers: w.yaml\n";
		const { err } = await runIn(fakeWorld({ ...archive, "/work/handoffs.config.yaml": settings }), "check");
		expect(err).toBe(
			[
				"handoffs: the settings cannot be used.",
				"handoffs.config.yaml:3:5: error: archive: there is no folder handofs",
				"handoffs.config.yaml:4:12: error: workspace: handoffs/H-1/H-1_BUILDER_HANDOFF.md is a file, not a folder",
				"handoffs.config.yaml:5:8: error: words: there is no file de.yaml",
				"handoffs.config.yaml:6:10: error: waivers: there is no file w.yaml",
				"",
			].join("\n"),
		);
	});

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

	it("say which standards there are where one is neither a file nor one of the product's", async () => {
		const settings = "archive: handoffs\nstandards: [bilder-handoff-standard]\n";
		const { err } = await runIn(fakeWorld({ ...archive, "/work/handoffs.config.yaml": settings }), "check");
		expect(err).toContain(
			"handoffs.config.yaml:2:13: error: standards: there is no file or folder bilder-handoff-standard, and no standard of the " +
				'product has this id; did you mean "builder-handoff-standard"?',
		);
	});

	it("say which file names an archive that does not exist", async () => {
		const world = fakeWorld({ "/work/handoffs.config.yaml": "archive: gone\n" });
		expect((await runIn(world, "check")).err).toContain(
			"handoffs.config.yaml:1:10: error: archive: there is no folder gone",
		);
	});
});
