import { describe, expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { fakeWorld } from "./fakes.ts";

const files = {
	"/work/handoffs/H-1/H-1_BUILDER_HANDOFF.md":
		"# H-1: Ledger\n\n## 1. Mission\n\nBuild the ledger of PKG-LEDGER-001, so that nobody can write twice.\n\n## 2. Critical Constraints\n\n1. Never delete an entry.\n",
	"/work/handoffs/H-1/H-1_RESULTS.md":
		"# Results: H-1\n\nStatus: PARTIAL\nDate: 2026-03-04\n\n## Files Created\n\n- `ledger/store.py` (sha256:" +
		`${"ab12".repeat(16)})\n\n## Notes for Reviewer\n\nThe clock of the gateway is late.\n`,
	"/work/handoffs/H-1A/H-1A_BUILDER_HANDOFF.md":
		"# H-1A: Ledger locks\n\n## 1. Mission\n\nBuild the lock of PKG-LEDGER-001 for writing.\n\n## Notes\n\nKey for writing:\n" +
		`-----BEGIN RSA ${"PRIVATE"} KEY-----\nconcealed writing\n-----END RSA ${"PRIVATE"} KEY-----\n`,
};
const asked = async (...words: string[]) => {
	const world = fakeWorld(files);
	const code = await run([...words, "--archive", "handoffs"], world);
	return { code, out: world.stdout.text, error: world.stderr.text };
};
const json = async (...words: string[]) => JSON.parse((await asked(...words, "--json")).out);

describe("handoffs search", () => {
	it("names file and line of what answers", async () => {
		const { code, out } = await asked("search", "late", "clock");
		expect(code).toBe(0);
		expect(out).toContain("H-1 Ledger (PARTIAL, 2026-03-04)");
		expect(out).toContain("H-1/H-1_RESULTS.md:12 Notes for Reviewer");
		expect(out).toContain("The clock of the gateway is late.");
	});

	it("gives the same as JSON", async () => {
		const { found, corrected } = await json("search", "gtaeway clock");
		expect(corrected).toEqual([{ from: "gtaeway", to: "gateway" }]);
		expect(found[0]).toMatchObject({
			handoff: { id: "H-1", status: "PARTIAL" },
			sections: [{ path: "H-1/H-1_RESULTS.md", line: 12, section: "Notes for Reviewer" }],
		});
	});

	it("looks names up before words: ids, packages, files and beginnings of hashes", async () => {
		const places = async (name: string) =>
			(await json("search", name)).jumps.map(({ kind, place }: Record<string, string>) => `${kind} ${place}`);
		expect(await places("1A")).toEqual(["handoff H-1A/H-1A_BUILDER_HANDOFF.md"]);
		expect(await places("PKG-LEDGER-001")).toEqual([
			"package H-1A/H-1A_BUILDER_HANDOFF.md",
			"package H-1/H-1_BUILDER_HANDOFF.md",
		]);
		expect(await places("store.py")).toEqual(["file H-1/H-1_RESULTS.md:8"]);
		expect(await places("ab12ab12")).toEqual(["hash H-1/H-1_RESULTS.md:8"]);
		expect(await places("results/status")).toEqual(["rule results/status"]);
	});

	it("narrows by kind and status, and says what values there are", async () => {
		const { found } = await json("search", "ledger", "--kind", "spec", "--status", "open");
		expect(found.map(({ handoff }: { handoff: { id: string } }) => handoff.id)).toEqual(["H-1A"]);
		const { code, error } = await asked("search", "ledger", "--status", "PARTAIL");
		expect(code).toBe(2);
		expect(error).toContain('did you mean "PARTIAL"?');
	});

	it("shows no credentials", async () => {
		expect((await asked("search", "concealed writing")).out).not.toContain("concealed writing");
	});

	it("wants words, and a count that is one", async () => {
		expect((await asked("search")).code).toBe(2);
		expect((await asked("search", "ledger", "--limit", "none")).error).toContain("--limit none is no count");
		expect((await asked("search", "ledger", "--sort", "up")).error).toContain("relevance, newest, oldest, order");
	});

	it("says that nothing is found", async () => {
		expect((await asked("search", "zebra")).out).toContain("Nothing found.");
	});
});

describe("handoffs show", () => {
	it("shows a handoff by any of its names", async () => {
		for (const name of ["H-1", "h-1", "HANDOFF-1"]) {
			const { code, out } = await asked("show", name);
			expect(code).toBe(0);
			expect(out).toContain("H-1 Ledger\n");
			expect(out).toContain("spec     handoffs/H-1/H-1_BUILDER_HANDOFF.md");
			expect(out).toMatch(/results\/\S+/);
		}
		expect((await json("show", "1A")).handoff.id).toBe("H-1A");
	});

	it("names a near one where there is none", async () => {
		const { code, error } = await asked("show", "H-1AA");
		expect(code).toBe(2);
		expect(error).toContain("H-1A");
		expect((await asked("show")).code).toBe(2);
		expect((await asked("show", "pkg-ledger-001")).error).toContain("handoffs list --package PKG-LEDGER-001");
	});

	it("says who speaks of one that the archive does not hold", async () => {
		const world = (notes: string) =>
			fakeWorld({ ...files, "/work/handoffs/H-2/H-2_BUILDER_HANDOFF.md": `# H-2: Locks\n\n## Notes\n\n${notes}\n` });
		const told = async (notes: string) => {
			const inWorld = world(notes);
			expect(await run(["show", "HANDOFF-7", "--archive", "handoffs"], inWorld)).toBe(2);
			return inWorld.stderr.text;
		};
		expect(await told("HANDOFF-7 mends this.")).toContain("H-2/H-2_BUILDER_HANDOFF.md:5 speaks of it");
		expect(await told("There is no HANDOFF-7.")).toContain("H-2/H-2_BUILDER_HANDOFF.md:5 says that it was not written");
		expect(await told("Nothing else.")).toContain("handoffs list names them all");
	});
});

describe("handoffs list", () => {
	it("lists all in build order, or those asked for", async () => {
		expect((await json("list")).map(({ id }: { id: string }) => id)).toEqual(["H-1", "H-1A"]);
		expect((await json("list", "--status", "partial")).map(({ id }: { id: string }) => id)).toEqual(["H-1"]);
		expect((await json("list", "--sort", "newest")).map(({ id }: { id: string }) => id)).toEqual(["H-1", "H-1A"]);
		expect((await json("list", "--package", "PKG-LEDGER-001", "--status", "OPEN"))[0].id).toBe("H-1A");
		expect((await asked("list", "--status", "PARTIAL")).out).toBe("H-1  PARTIAL     2026-03-04  Ledger\n");
	});

	it("knows verdicts", async () => {
		expect((await json("list", "--verdict", "fail")).length).toBe(2);
	});
});
