import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { processEffects } from "#cli/process/effects.ts";
import { run } from "#cli/run.ts";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { sampleTransfer } from "#rules/samples/transfers.ts";
import { fakeOutput } from "./fakes.ts";

it("check --watch reports anew after saves of every kind, and ends with the last exit code", async () => {
	const cwd = mkdtempSync(join(tmpdir(), "watch-"));
	for (const [path, text] of Object.entries(sampleArchive())) {
		mkdirSync(dirname(join(cwd, "a", path)), { recursive: true });
		writeFileSync(join(cwd, "a", path), text);
	}
	const real = processEffects();
	const [stdout, stderr] = [fakeOutput(), fakeOutput()];
	let interrupt: (value: "interrupted") => void = () => {};
	const interrupted = new Promise<"interrupted">((resolve) => {
		interrupt = resolve;
	});
	const { watching } = real;
	if (!watching) throw new Error("the process can watch");
	const effects = { ...real, cwd, stdout, stderr, watching: { ...watching, interrupted } };
	const ended = run(["check", "a", "-f", "compact", "--watch"], effects);
	const reports = () => stderr.text.split("Watching").length - 1;
	/** The text of the one report that an action brings. */
	const reportAfter = async (act: () => void) => {
		const [before, printed] = [reports(), stdout.text.length];
		act();
		for (let turn = 0; reports() === before && turn < 2400; turn++) await wait(25);
		await wait(150);
		return stdout.text.slice(printed);
	};
	const spec = join(cwd, "a/H-1/H-1_BUILDER_HANDOFF.md");
	const good = readFileSync(spec, "utf8");
	const bad = good.replace("## 1. Mission", "## Aim");
	expect(await reportAfter(() => {})).toBe("");
	await wait(400);
	const save = (path: string, text: string) => () => {
		writeFileSync(`${path}~`, text);
		renameSync(`${path}~`, path);
	};
	for (let again = 0; again < 3; again++) {
		expect(await reportAfter(save(spec, bad))).toContain("[spec/section-missing]");
		expect(await reportAfter(save(spec, good))).toBe("");
	}
	expect(await reportAfter(() => writeFileSync(spec, bad))).toContain("[spec/section-missing]");
	expect(await reportAfter(() => renameSync(join(cwd, "a/H-1"), join(cwd, "a/H-2")))).toContain("a/H-2/");
	expect(await reportAfter(() => renameSync(join(cwd, "a/H-2"), join(cwd, "a/H-1")))).not.toContain("a/H-2/");
	const before = reports();
	writeFileSync(join(cwd, "a/H-1/notes.txt~"), "");
	writeFileSync(spec, readFileSync(spec));
	await wait(400);
	expect(reports() - before).toBeLessThanOrEqual(1);
	expect(await reportAfter(() => rmSync(join(cwd, "a/H-1"), { recursive: true }))).toContain("layout/no-documents");
	interrupt("interrupted");
	expect(await ended).toBe(1);
	const { pattern, background } = problemMatcher();
	for (const line of stdout.text.trimEnd().split("\n")) expect(line).toMatch(new RegExp(pattern.regexp));
	expect(/^a\/H-1\/.*spec\/section-missing/.exec(stdout.text)).not.toBeNull();
	const told = stderr.text.trimEnd().split("\n");
	const lines = (text: string) => told.filter((line) => new RegExp(text).test(line)).length;
	expect(lines(background.endsPattern)).toBe(reports());
	expect(lines(background.beginsPattern)).toBe(reports() - 1);
});

/** What README.md gives an editor to read reports with. */
function problemMatcher() {
	const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
	const [, task = ""] = /```json\n(\{[^`]*"problemMatcher"[^`]*)```/.exec(readme) ?? [];
	return JSON.parse(task).tasks[0].problemMatcher;
}

it("check --watch follows the workspace, the waivers and the settings, too", async () => {
	const cwd = mkdtempSync(join(tmpdir(), "watch-"));
	const { files, workspace } = sampleTransfer();
	const settings = "archive: a\ntransfers: transfers\nworkspace: ws\nrules:\n  provenance/*: off\n";
	const inWorkspace = Object.entries(workspace).map(([path, text]) => [`ws/${path}`, text]);
	const documents = Object.entries(sampleArchive()).map(([path, text]) => [`a/${path}`, text]);
	const all = Object.fromEntries([...documents, ...inWorkspace, ...Object.entries(files)]);
	for (const [path, text] of Object.entries<string>({ ...all, "handoffs.config.yaml": settings })) {
		mkdirSync(dirname(join(cwd, path)), { recursive: true });
		writeFileSync(join(cwd, path), text);
	}
	const real = processEffects();
	const [stdout, stderr] = [fakeOutput(), fakeOutput()];
	let interrupt: (value: "interrupted") => void = () => {};
	const interrupted = new Promise<"interrupted">((resolve) => {
		interrupt = resolve;
	});
	if (!real.watching) throw new Error("the process can watch");
	const effects = { ...real, cwd, stdout, stderr, watching: { ...real.watching, interrupted } };
	const ended = run(["check", "-f", "compact", "--watch"], effects);
	const reports = () => stderr.text.split("Watching").length - 1;
	const reportAfter = async (act: () => void) => {
		const [before, printed] = [reports(), stdout.text.length];
		act();
		for (let turn = 0; reports() === before && turn < 2400; turn++) await wait(25);
		await wait(150);
		return stdout.text.slice(printed);
	};
	const inCwd = (path: string) => join(cwd, path);
	const deliverable = inCwd(Object.keys(workspace).map((path) => `ws/${path}`)[0] ?? "");
	expect(await reportAfter(() => {})).toBe("");
	await wait(400);
	expect(await reportAfter(() => renameSync(deliverable, `${deliverable}.gone`))).toContain("deliverable-exists");
	expect(await reportAfter(() => renameSync(`${deliverable}.gone`, deliverable))).toBe("");
	const folder = dirname(deliverable);
	expect(await reportAfter(() => renameSync(folder, `${folder}.gone`))).toContain("deliverable-exists");
	expect(await reportAfter(() => renameSync(`${folder}.gone`, folder))).toBe("");
	const waivers = inCwd("handoffs.waivers.yaml");
	expect(await reportAfter(() => writeFileSync(waivers, "waivers: ["))).toContain("[waiver/malformed]");
	expect(await reportAfter(() => rmSync(waivers))).toBe("");
	expect(await reportAfter(() => writeFileSync(inCwd("handoffs.config.yaml"), "archiv: a\n"))).toBe("");
	expect(stderr.text).toContain('unknown key "archiv"');
	const moved = "transfers: transfers\nworkspace: a\nrules:\n  provenance/*: off\n";
	expect(await reportAfter(() => writeFileSync(inCwd("handoffs.config.yaml"), moved))).toContain("deliverable-exists");
	expect(await reportAfter(() => writeFileSync(inCwd("handoffs.config.yaml"), settings))).toBe("");
	interrupt("interrupted");
	expect(await ended).toBe(0);
});
