import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Effects } from "#cli/command.ts";
import { processEffects } from "#cli/process/effects.ts";
import { run } from "#cli/run.ts";
import { historyJsonSchema, transferJsonSchema } from "#model/transfer-schemas.ts";
import { protocol } from "../transfers/protocol.ts";
import { exampleText, findingsOf } from "../transfers/reading.ts";
import { type FakeWorld, fakeWorld } from "./fakes.ts";

let folder: string;
let world: FakeWorld;
let clock: number;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "handoffs-transfer-"));
	mkdirSync(join(folder, "docs"));
	writeFileSync(join(folder, "docs/requirements.md"), "# Requirements\n");
	clock = Date.parse("2026-03-02T09:00:00Z");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function handoffs(words: string[], more: Partial<Effects> = {}): Promise<number> {
	world = fakeWorld({});
	return run(words, { ...world, cwd: folder, files: processEffects().files, now: () => new Date(clock), ...more });
}

const read = (path: string) => readFileSync(join(folder, path), "utf8");
const newOne = [
	"transfer",
	"new",
	"--from",
	"orchestrator",
	"--to",
	"design",
	"--phase",
	"architecture",
	"--status",
	"ready",
	"--task",
	"store",
	"--deliverable",
	"docs/requirements.md:specification",
];

it("writes a valid handoff, sends it back, and logs both with the time between", async () => {
	expect(await handoffs(newOne)).toBe(0);
	expect(await handoffs(["transfer", "log", "transfers/store/01-orchestrator-design.yaml"])).toBe(0);
	clock += 35 * 60_000 + 20_000;
	expect(
		await handoffs([
			"transfer",
			"bounce",
			"transfers/store/01-orchestrator-design.yaml",
			"--reason",
			'No "interface": yet',
		]),
	).toBe(0);
	expect(await handoffs(["transfer", "log", "transfers/store/02-design-orchestrator.yaml"])).toBe(0);
	const files = Object.fromEntries(
		[
			"transfers/store/01-orchestrator-design.yaml",
			"transfers/store/02-design-orchestrator.yaml",
			"transfers/log.yaml",
		].map((path) => [path, read(path)]),
	);
	expect(findingsOf(files, { "docs/requirements.md": "x" })).toEqual([]);
	expect(read("transfers/log.yaml")).toMatch(/duration_minutes: 0\n[\s\S]*duration_minutes: 35\n/);
	expect(read("transfers/store/02-design-orchestrator.yaml")).toContain('- "No \\"interface\\": yet"');
	expect(readdirSync(join(folder, "transfers")).sort()).toEqual([
		"history.schema.json",
		"log.yaml",
		"store",
		"transfer.schema.json",
	]);
});

it("overwrites nothing", async () => {
	await handoffs(newOne);
	const before = read("transfers/store/01-orchestrator-design.yaml");
	expect(await handoffs([...newOne, "--out", "transfers/store/01-orchestrator-design.yaml"])).toBe(2);
	expect(world.stderr.text).toMatch(/already/);
	expect(await handoffs(newOne)).toBe(0);
	expect(readdirSync(join(folder, "transfers/store"))).toEqual([
		"01-orchestrator-design.yaml",
		"02-orchestrator-design.yaml",
	]);
	expect(read("transfers/store/01-orchestrator-design.yaml")).toBe(before);
});

it("logs a handoff once, and leaves a log alone that it cannot append to", async () => {
	await handoffs(newOne);
	const file = "transfers/store/01-orchestrator-design.yaml";
	expect(await handoffs(["transfer", "log", file])).toBe(0);
	const before = read("transfers/log.yaml");
	expect(await handoffs(["transfer", "log", file])).toBe(2);
	expect(world.stderr.text).toMatch(/in the log already \(line 3\)/);
	expect(read("transfers/log.yaml")).toBe(before);
	writeFileSync(join(folder, "other.yaml"), "handoff_history:\n  - {from: [\n");
	expect(await handoffs(["transfer", "log", file, "--log", "other.yaml"])).toBe(2);
	expect(read("other.yaml")).toBe("handoff_history:\n  - {from: [\n");
});

it("logs after another command that logs at the same moment", async () => {
	await handoffs(newOne);
	await handoffs(["transfer", "bounce", "transfers/store/01-orchestrator-design.yaml", "--reason", "No interface yet"]);
	expect(await handoffs(["transfer", "log", "transfers/store/01-orchestrator-design.yaml"])).toBe(0);
	const { files } = processEffects();
	let others = 2;
	const rewrite: Effects["files"]["rewrite"] = (change) => {
		if (others-- > 0) writeFileSync(change.path, `${read("transfers/log.yaml")}# somebody else\n`);
		return files.rewrite?.(change) ?? null;
	};
	const second = ["transfer", "log", "transfers/store/02-design-orchestrator.yaml"];
	expect(await handoffs(second, { files: { ...files, rewrite } }), world.stderr.text).toBe(0);
	expect(read("transfers/log.yaml").match(/timestamp:/g)).toHaveLength(2);
	expect(read("transfers/log.yaml").match(/somebody else/g)).toHaveLength(2);
});

it("appends as the log is written: its indent and its line ends", async () => {
	await handoffs(newOne);
	const file = "transfers/store/01-orchestrator-design.yaml";
	const entry = "- timestamp: 2026-03-02T07:00:00Z\r\n  from: orchestrator\r\n  to: design\r\n  status: ready";
	writeFileSync(join(folder, "other.yaml"), `\uFEFFhandoff_history:\r\n${entry}`);
	expect(await handoffs(["transfer", "log", file, "--log", "other.yaml"])).toBe(0);
	const after = read("other.yaml");
	expect(after).toContain(`handoff_history:\r\n${entry}\r\n- timestamp: 2026-`);
	expect(after.replaceAll("\r\n", "")).not.toContain("\n");
});

it.each([
	["handoff_history: []\n", 1],
	["handoff_history:\n", 1],
	[
		"# kept by hand\nhandoff_history:\n    -   timestamp: 2026-03-01T09:00:00Z\n        from: orchestrator\n        to: spec\n        status: ready\n        duration_minutes: 0\n# the end",
		2,
	],
])("appends to a log however it is indented: %j", async (text, entries) => {
	await handoffs(newOne);
	writeFileSync(join(folder, "log.yaml"), text);
	expect(await handoffs(["transfer", "log", "transfers/store/01-orchestrator-design.yaml", "--log", "log.yaml"])).toBe(
		0,
	);
	expect(read("log.yaml").match(/timestamp:/g)).toHaveLength(entries);
	expect(
		findingsOf({ "transfers/log.yaml": read("log.yaml") }).filter((found) =>
			/yaml|schema/.test(found.split(" ")[2] ?? ""),
		),
	).toEqual([]);
});

it("says what is missing or wrong where nobody can be asked", async () => {
	expect(await handoffs(["transfer", "new", "--from", "orchestrator"])).toBe(2);
	expect(world.stderr.text).toMatch(/--to, --phase, --status are missing|--to, --phase, --status/);
	expect(await handoffs([...newOne.slice(0, -1), "docs/nothing.md:specification"])).toBe(2);
	expect(world.stderr.text).toMatch(/docs\/nothing.md is not there in the workspace/);
	expect(await handoffs(["transfer", "new", "--from", "orchestratr"])).toBe(2);
	expect(world.stderr.text).toMatch(/did you mean "orchestrator"/);
	expect(await handoffs(["transfer", "bounce", "docs/requirements.md", "--reason", "x"])).toBe(2);
	expect(world.stderr.text).toMatch(/there is no handoff/);
});

it("asks on a terminal for what is missing", async () => {
	const asked: string[] = [];
	const answers = ["", "spec", "", "", "docs/requirements.md:specification", ""];
	const ask = async (question: string) => {
		asked.push(question);
		return answers.shift() ?? "";
	};
	expect(await handoffs(["transfer", "new"], { ask })).toBe(0);
	expect(asked).toHaveLength(6);
	expect(read("transfers/01-orchestrator-spec.yaml")).toMatch(
		/from: orchestrator\n {2}to: spec\n {2}phase: specification\n {2}status: ready/,
	);
});

it("the schemas beside the example are those that the command prints", async () => {
	expect(JSON.parse(exampleText("transfer.schema.json"))).toEqual(transferJsonSchema(protocol));
	expect(JSON.parse(exampleText("history.schema.json"))).toEqual(historyJsonSchema(protocol));
});

it("asks at a terminal for what is missing, and again for what cannot be", async () => {
	const answers = [
		"",
		"desing",
		"design",
		"",
		"ready",
		"docs/requirements.md",
		"",
		"docs/requirements.md:specification",
		"",
	];
	const questions: string[] = [];
	const ask = async (question: string) => {
		questions.push(question.split(" ")[0] ?? "");
		return answers.shift() ?? "";
	};
	expect(await handoffs(["transfer", "new", "--phase", "architecture"], { ask })).toBe(0);
	const text = read("transfers/01-orchestrator-design.yaml");
	expect(findingsOf({ "transfers/x.yaml": text }, { "docs/requirements.md": "x" })).toEqual([]);
	expect(questions).toEqual([
		"from",
		"to",
		"to",
		"status",
		"deliverables",
		"deliverables",
		"deliverables",
		"deliverables",
		"deliverables",
	]);
	expect(world.stderr.text).toBe(
		'desing is not known; did you mean "design"?\nready says no type: PATH:TYPE or PATH:TYPE:STATE\n' +
			"docs/requirements.md says no type: PATH:TYPE or PATH:TYPE:STATE\nat least one is needed\n",
	);
});
