import { describe, expect, it } from "vitest";
import { factsOf, valuesOf } from "./documents.ts";

describe("clean room", () => {
	const cleanRoom = (body: string) => valuesOf(`# R\n\n## Clean-Room Verification\n\n${body}\n`, "cleanRoom.");

	it.each<[string, unknown]>([
		["- Packages installed: 21 receipts", 21],
		["- **13 packages installed** across 4 layers", 13],
		["- All 23 packages installed successfully (23 receipts)", 23],
		["- Archive package count check: 17\n- Install result: 17 total packages (2 + 15), 17 receipts", 17],
		["- Install result: PASS (23 packages, 23 receipts)", 23],
		["| Check | Result |\n|---|---|\n| Packages installed | 13 across 4 layers |", 13],
		["```\nPackages: 20 total (20 receipts)\nGates: 8 passed\n```", 20],
		["1. `./install.sh` → 23/23 packages installed", 23],
		["1. `./install.sh` → 22/23 packages installed", undefined],
		["```bash\n# Result: 21 packages installed\n```", undefined],
		["- Packages in the bundle: 23", undefined],
		["> Packages installed: 23", undefined],
		["Attempt 1 stopped: 6 packages installed.\n\nAttempt 2, elsewhere:\n- Packages installed: 9", 9],
		["First attempt: 6 packages installed, then the disk was full.\n\nSecond attempt: 9 packages installed.", 9],
		["**Round 1** — 8 packages installed, 2 orphans.\n\n**Round 2** — 9 packages installed.", 9],
		["- 8 packages installed\n- Round trip: 9 packages installed", "unclear"],
		["All tests passed after each of the 12 installs.", 12],
		["installed 16 of 16 packages in dependency order", 16],
		["- Packages installed: 26 of 27 (PKG-A-001 was rejected)", 26],
		["25 packages, 25 receipts, 8/8 gates PASS.", 25],
		["`install.sh` on an empty root: 25 packages, 25 receipts", 25],
		["- Install: 25 packages, 8/8 gates PASS", 25],
		["Repeated with the new bundle. Packages installed: 25. All gates pass: YES.", 25],
		["Reinstalled from scratch: 25 packages, gates 8/8.", 25],
		["| Host | Packages installed | Gates |\n|---|---|---|\n| a | 25 | 8/8 |\n| b | 25 | 8/8 |", 25],
		["| Host | Packages installed | Gates |\n|---|---|---|\n| a | 25 | 8/8 |\n| b | 24 | 7/8 |", undefined],
		["| Layer | Packages | Gates |\n|---|---|---|\n| 0 | 4 | 8/8 |\n| 1 | 4 | 8/8 |", undefined],
		["- Bootstrap archive: 25 packages, 3 documents", undefined],
		["- Install order: PKG-A-001 → 24 more packages", undefined],
		["| Packages installed | Install order | All gates pass |\n|---|---|---|\n| 25 | auto (sorted) | YES |", 25],
		["installed 14 of 16 packages, then it stopped", undefined],
		["- Expected: 24 packages\n- Observed: 23 packages (PKG-A-001 was rejected)", 23],
		["Whoever rebuilds it must show 22 packages installed.", undefined],
		["- Skipped. Documents only, nothing changed (24 packages since H-33).", undefined],
		["NOT DONE. No network. The one of H-33 (23 packages installed, all tests pass) is older.", undefined],
		["Step 1 — extract: `tar x` → 28 members\nStep 2 — install: `install.sh` → 24 packages", 24],
		["```\n[1/3] extract ... OK\n[2/3] install ... 24 packages, 24 receipts\n```", 24],
		["- Installed: 24", 24],
		["- Installed: 2026-03-01", undefined],
		["1. Extract\n2. bootstrap.sh → 24 packages, 24 receipts", 24],
		["1. Install layer 0 → 3 packages\n2. Install layer 1 → 20 packages", undefined],
	])("reads the packages of %j", (body, expected) => {
		expect(cleanRoom(body).packagesInstalled).toEqual(expected);
	});

	it.each<[string, unknown]>([
		["- Install order: PKG-A-001 → PKG-B-001 -> PKG-C-001", ["PKG-A-001", "PKG-B-001", "PKG-C-001"]],
		["- Install order: `PKG-A-001` (seed) → `PKG-B-001` (needs PKG-Z-001)", ["PKG-A-001", "PKG-B-001"]],
		["- Install order: PKG-A-001 → (auto-resolved 1): PKG-B-001 → 19 more packages", ["PKG-A-001", "PKG-B-001"]],
		["- Install order: PKG-A-001, PKG-B-001", ["PKG-A-001", "PKG-B-001"]],
		[
			"- Install order: PKG-A-001 →\n  PKG-B-001 (needs\n  the seed) → PKG-C-001",
			["PKG-A-001", "PKG-B-001", "PKG-C-001"],
		],
		["- Install order: PKG-A-001 >\n  PKG-B-001 > PKG-C-001", ["PKG-A-001", "PKG-B-001", "PKG-C-001"]],
		["- Install order: 1) PKG-A-001, 2)\n  PKG-B-001, 3) PKG-C-001", ["PKG-A-001", "PKG-B-001", "PKG-C-001"]],
		["Install order: PKG-A-001\n→ PKG-B-001\nLeft out: PKG-C-001", ["PKG-A-001", "PKG-B-001"]],
		["- Install order: as before, PKG-B-001 right after PKG-A-001", undefined],
		["- Install order: unchanged (PKG-A-001 → PKG-B-001)", undefined],
		["- Install order: unchanged: PKG-A-001 → PKG-B-001", ["PKG-A-001", "PKG-B-001"]],
		["- Install order: `core` → `net`", ["core", "net"]],
		["Installed 2 packages into /x. Order: PKG-A-001 > PKG-B-001. All tests pass.", ["PKG-A-001", "PKG-B-001"]],
		["- Install order:\n  1. PKG-A-001\n  2. PKG-B-001", ["PKG-A-001", "PKG-B-001"]],
		[
			"- Install order:\n- base (installs 14 packages with PKG-Z-001)\n- `PKG-A-001`\n- `PKG-B-001`\n- Gates: PKG-X-001",
			["PKG-A-001", "PKG-B-001"],
		],
		["### Install Order\n\n1. PKG-A-001\n2. PKG-B-001", ["PKG-A-001", "PKG-B-001"]],
		[
			"### Install Order\n\n| # | Package |\n|---|---|\n| 1 | PKG-A-001 |\n| 2 | PKG-B-001 |",
			["PKG-A-001", "PKG-B-001"],
		],
		["Install order:\n\n```\nPKG-A-001\nPKG-B-001\n```", ["PKG-A-001", "PKG-B-001"]],
		[
			"Installed 5 packages in dependency order:\nPKG-A-001 ->\nPKG-B-001 (the others later).",
			["PKG-A-001", "PKG-B-001"],
		],
		["1. PKG-A-001\n2. PKG-B-001 — 4 passed\n\nTwo packages.", ["PKG-A-001", "PKG-B-001"]],
		[
			"| Step | Package | Tests |\n|---|---|---|\n| 1 | PKG-A-001 | PASS |\n| 2 | PKG-B-001 | PASS |",
			["PKG-A-001", "PKG-B-001"],
		],
		["- Install order: PKG-LEDGER → PKG-HO1-V2", ["PKG-LEDGER", "PKG-HO1-V2"]],
		["- PKG-A-001: PASS\n- PKG-B-001: PASS", undefined],
		["- Install order: auto-resolved by `resolve_order.py`", undefined],
		["- Installed package IDs: PKG-A-001, PKG-B-001", undefined],
	])("reads the order of %j", (body, expected) => {
		expect(cleanRoom(body).installOrder).toEqual(expected);
	});

	it.each<[string, unknown]>([
		["- All tests pass after each install: YES", true],
		["- **All tests pass after each install:** ✅ YES", true],
		["- All tests pass after each install: NO", false],
		["- Tests after each install: all but the 4 known failures pass", false],
		["- Tests after each install: all but the 3 skipped ones", undefined],
		["- Tests OK after each: yes", true],
		["Tests after install: PKG-A-001 12/12, PKG-B-001 7/8", undefined],
		["Tests after install: PKG-A-001 12/12, PKG-B-001 8/8", true],
		["Every package's tests passed right after it was installed.", true],
		["- All tests pass after each install: YES (except 2 flaky ones)", false],
		["- All tests pass after each install: YES\n- Installed tests: 443 passed, 24 failed (pre-existing)", false],
		["- Self test: Gates 8/8, Imports 10/10, Tests 426/450", false],
		["- Installed tests:\n  - `pytest -q`\n  - Result: `1 failed, 844 passed in 12.17s`", false],
		["- Full tests (installed): **660 passed, 0 failed**", true],
		["- Full regression: 637 passed, 0 failed from installed root", true],
		["- Full regression in clean-room: PASS", true],
		["Everything is installed. All 450 tests pass.", true],
		["| All tests pass after each install | NO (2 failures) |\n|---|---|", false],
		["### Install 1\n- All tests pass: YES\n### Install 2\n- All tests pass: NO", false],
		["```\n$ ./install.sh\ninstalled 9 packages\nTests: 618 passed, 2 failed\n```", false],
		["```\nTests: 620 passed, 0 failed\nGates: 7 passed, 1 failed\n```", undefined],
		["```\nTests: 618 passed, 2 failed\n```\n\nIt was mended.\n\n```\nTests: 620 passed, 0 failed\n```", undefined],
		["All gates pass. All tests green.", true],
		["`git clone x && make test` in a fresh container: all tests pass.", true],
		["Tests after build: NO (see above)", false],
		["Tests after each install: all pass, except `test_clock` (old)", false],
		["3 packages installed, all tests pass", true],
		["Step 3: all tests pass", undefined],
		["| Host | Gates | Tests |\n|---|---|---|\n| a | 8/8 | 915 passed |\n| b | 8/8 | 914 passed, 1 failed |", false],
		["| Host | Gates | Tests |\n|---|---|---|\n| a | 8/8 | 15 passed, 0 failed |", true],
		[
			"| Run | Gates | Tests |\n|---|---|---|\n| 1 | 7/8 | 14 passed, 1 failed |\n| 2 | 8/8 | 15 passed, 0 failed |",
			true,
		],
		["Repeated with the new bundle. Packages installed: 25. All tests pass: YES.", true],
		["- All gates pass after install: YES (8/8)", undefined],
		["- Import smoke test: PASS\n- E2E smoke: 5/5 pass", undefined],
		["- All tests pass after each install: YES/NO", undefined],
		["- All tests pass after each install: N/A", undefined],
		["Attempt 1:\n- All tests pass: NO\n\nAttempt 2:\n- All tests pass: YES", true],
	])("reads whether all tests pass of %j", (body, expected) => {
		expect(cleanRoom(body).allTestsPass).toEqual(expected);
	});

	it.each<[string, unknown]>([
		["[1/2] PKG-BASE-001 ... ok\n[2/2] PKG-WIRE-001 ... ok", ["PKG-BASE-001", "PKG-WIRE-001"]],
		["installing PKG-BASE-001 ... done\ninstalling PKG-WIRE-001 ... done", ["PKG-BASE-001", "PKG-WIRE-001"]],
		["checking PKG-BASE-001\nchecking PKG-WIRE-001", undefined],
		["[1/2] PKG-BASE-001 ... ok\n[2/2] PKG-WIRE-001 ... failed", undefined],
		["[1/2] PKG-BASE-001\n[2/2] PKG-BASE-001", undefined],
	])("reads the order that an installer printed: %j", (output, order) => {
		expect(cleanRoom(`\`\`\`\n$ ./install.sh\n${output}\n\`\`\``).installOrder).toEqual(order);
	});

	it("takes tests after the last install for those after each", () => {
		expect(cleanRoom("When everything was installed we ran all tests, and they passed.").allTestsPass).toBe(true);
		expect(cleanRoom("When everything was installed we ran all tests, and two failed.").allTestsPass).not.toBe(true);
	});

	it("reads what the heading says", () => {
		const facts = factsOf("# R\n\n## Clean-room: 23 packages installed, all tests passed\n");
		expect(facts["cleanRoom.packagesInstalled"]).toMatchObject({ value: 23, line: 3 });
		expect(facts["cleanRoom.allTestsPass"]).toMatchObject({ value: true, line: 3 });
		expect(valuesOf("# R\n\n## Clean-Room Verification (35 packages, PASS)\n\nDone.\n", "cleanRoom.")).toEqual({
			packagesInstalled: 35,
		});
		expect(valuesOf("# R\n\n## Baseline Snapshot (35 packages, 1417 tests)\n\nDone.\n", "baseline.")).toEqual({
			packagesInstalled: 35,
			totalTests: 1417,
		});
	});

	it("keeps the words around a figure as they are written", () => {
		const facts = factsOf("# R\n\n## Clean-Room Verification\n\n- 17 packages installed in `/tmp/x/y`\n");
		expect(facts["cleanRoom.packagesInstalled"]).toMatchObject({ scope: "17 packages installed in /tmp/x/y" });
	});

	it("takes nothing from other sections", () => {
		expect(valuesOf("## Baseline\n- Packages installed: 3\n- All tests pass: YES\n", "cleanRoom.")).toEqual({});
	});
});
