import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { claiming, listed } from "#rules/samples/claims.ts";
import { workspaceOf } from "../rules/archive.ts";
import { type FakeWorld, fakeWorld } from "./fakes.ts";

const path = "_staging/PKG-GAUGE-001/reader.py";
const bytes = "def latest(): ...\n";
const hash = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const other = `sha256:${"e".repeat(64)}`;

function world(documents: Readonly<Record<string, string>>, workspace: Readonly<Record<string, string>>): FakeWorld {
	const fake = fakeWorld({
		...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`/work/handoffs/${name}`, text])),
		...Object.fromEntries(Object.entries(workspace).map(([name, text]) => [`/work/plant/${name}`, text])),
	});
	return { ...fake, files: { ...fake.files, openWorkspace: () => workspaceOf(workspace) } };
}

it("tells of every claim what the bytes say, and ends well where they agree", async () => {
	const documents = {
		...claiming("H-1", { "Files Created": [listed(path, other)] }),
		...claiming("H-1A", { "Files Modified": [listed(path, other, hash)] }),
	};
	const fine = world(documents, { [path]: bytes });
	expect(await run(["verify", "handoffs", "--workspace", "plant"], fine)).toBe(0);
	expect(fine.stdout.text).toBe(
		[
			path,
			" superseded    H-1  H-1/H-1_RESULTS.md:4 by H-1A",
			" match         H-1A H-1A/H-1A_RESULTS.md:4",
			"",
			"2 claims in the work tree: 1 match, 1 superseded.",
			"",
		].join("\n"),
	);
	expect(fine.stderr.text).toBe("");
});

it("fails where a file drifted, is missing, or a manifest is wrong", async () => {
	const manifest = "_staging/PKG-GAUGE-001/manifest.json";
	const documents = claiming("H-1", {
		"Files Created": [listed(path, other), listed("_staging/PKG-GAUGE-001/gone.py", hash), listed(manifest, other)],
	});
	const off = world(documents, { [path]: bytes, [manifest]: "{}" });
	expect(await run(["verify", "handoffs", "-w", "plant"], off)).toBe(1);
	expect(off.stdout.text).toContain(" drifted       H-1 H-1/H-1_RESULTS.md:4\n");
	expect(off.stdout.text).toContain(" missing       H-1 H-1/H-1_RESULTS.md:5\n");
	expect(off.stdout.text).toContain("  fault spec_id is not stated\n");
	expect(off.stdout.text).toContain("1 manifest: 1 with faults.\n");
});

it("prints JSON with a claim in each line", async () => {
	const documents = claiming("H-1", { "Files Created": [listed(path, hash), listed("../../etc/passwd", hash)] });
	const fine = world(documents, { [path]: bytes });
	expect(await run(["verify", "handoffs", "-w", "plant", "-f", "json"], fine)).toBe(0);
	const { claims, summary } = JSON.parse(fine.stdout.text);
	expect(claims).toMatchObject([
		{ file: "../../etc/passwd", handoff: "H-1", checks: [{ state: "unresolvable", path: null, found: null }] },
		{
			file: path,
			handoff: "H-1",
			after: { value: hash, state: "verified" },
			checks: [{ state: "match", at: "worktree" }],
		},
	]);
	expect(summary.worktree).toMatchObject({ match: 1, unresolvable: 1, drifted: 0 });
	expect(fine.stdout.text.split("\n").filter((line) => line.startsWith('{"file"'))).toHaveLength(2);
});

it("prints valid JSON of an archive that lists no file", async () => {
	const empty = world({ "H-1/H-1_RESULTS.md": "# Results: H-1\n" }, { "a.txt": "a" });
	expect(await run(["verify", "handoffs", "-w", "plant", "-f", "json"], empty)).toBe(0);
	expect(JSON.parse(empty.stdout.text)).toMatchObject({ claims: [], manifests: [] });
});

it("needs a workspace that is there, and a format that it knows", async () => {
	for (const [words, message] of [
		[["verify", "handoffs"], "which workspace?"],
		[["verify", "handoffs", "-w", "nowhere"], "there is no folder nowhere"],
		[["verify", "handoffs", "-w", "plant", "-f", "yaml"], 'unknown format "yaml"'],
	] as const) {
		const fake = world(claiming("H-1", {}), { "a.txt": "a" });
		expect(await run(words, fake)).toBe(2);
		expect(fake.stderr.text).toContain(message);
	}
});
