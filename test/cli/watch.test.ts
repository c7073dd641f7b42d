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

const documents = Object.entries(sampleArchive()).map(([path, text]) => [`a/${path}`, text] as const);

/** A folder of its own that holds these files. */
function folderOf(files: Iterable<readonly [path: string, text: string]>): string {
	const folder = mkdtempSync(join(tmpdir(), "watch-"));
	for (const [path, text] of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

/** `check --watch` in a folder, until it is interrupted. */
function startWatching(cwd: string, ...archives: readonly string[]) {
	const real = processEffects();
	const { watching } = real;
	if (!watching) throw new Error("the process can watch");
	const [stdout, stderr] = [fakeOutput(), fakeOutput()];
	const { promise: interrupted, resolve } = Promise.withResolvers<"interrupted">();
	const effects = { ...real, cwd, stdout, stderr, watching: { ...watching, interrupted } };
	const ended = run(["check", ...archives, "-f", "compact", "--watch"], effects);
	const reports = () => stderr.text.split("Watching").length - 1;
	return {
		stdout,
		stderr,
		/** Resolves to the exit code. */
		ended,
		interrupt: () => resolve("interrupted"),
		/** How many reports there have been. */
		reports,
		/** The text of the one report that an action brings. */
		reportAfter: async (act: () => void) => {
			const [before, printed] = [reports(), stdout.text.length];
			act();
			for (let turn = 0; reports() === before && turn < 2400; turn++) await wait(25);
			await wait(150);
			return stdout.text.slice(printed);
		},
	};
}

it("check --watch reports anew after saves of every kind, and ends with the last exit code", async () => {
	const cwd = folderOf(documents);
	const { stdout, stderr, ended, interrupt, reports, reportAfter } = startWatching(cwd, "a");
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
	interrupt();
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
	const { files, workspace } = sampleTransfer();
	const settings = "archive: a\ntransfers: transfers\nworkspace: ws\nrules:\n  provenance/*: off\n";
	const inWorkspace = Object.entries(workspace).map(([path, text]) => [`ws/${path}`, text] as const);
	const cwd = folderOf([...documents, ...inWorkspace, ...Object.entries(files), ["handoffs.config.yaml", settings]]);
	const { stderr, ended, interrupt, reportAfter } = startWatching(cwd);
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
	interrupt();
	expect(await ended).toBe(0);
});
