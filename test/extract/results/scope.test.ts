import { describe, expect, it } from "vitest";
import { commandScope, rootInWords } from "#extract/results/runs/scope.ts";
import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { processorTime } from "../../processor-time.ts";
import { standards } from "../../rules/archive.ts";

const [standard] = standards;
if (!standard) throw new Error("no standard comes with the product");
const lexicon = lexiconOf(standard);

describe("what a command covers", () => {
	it.each([
		["python3 -m pytest _staging/ -v", "staged", null, []],
		["pytest -q _staging", "staged", null, []],
		["pytest _staging/. --ignore=_staging/PKG-A-001", "staged", null, ["PKG-A-001"]],
		[
			'pytest _staging/ --ignore "x/_staging/PKG-B-001/" --ignore=PKG-A-001',
			"staged",
			null,
			["PKG-A-001", "PKG-B-001"],
		],
		["Ran pytest _staging/ --ignore=_staging/PKG-A-001: 4 passed", "staged", null, ["PKG-A-001"]],
		["pytest _staging/ --ignore=_staging/BOOT.tar.gz", "staged", null, []],
		["pytest PKG-B-001 _staging/PKG-A-001 -v", "staged", ["PKG-A-001", "PKG-B-001"], []],
		["pytest _staging/PKG-A-001/tests/test_a.py", "package", ["PKG-A-001/tests/test_a.py"], []],
		['PYTHONPATH="$IR/lib" pytest "$IR/HOT/tests/" "$IR/HO1/tests/" -v', "installed", ["HO1/tests", "HOT/tests"], []],
		["pytest $TMPDIR/INSTALL_ROOT", "installed", null, []],
		["pytest -v | tee log.txt _staging/", "unknown", null, []],
		["make test", "unknown", null, []],
		["", "unknown", null, []],
	] as const)("%s", (command, root, roots, ignored) => {
		expect(commandScope(command, standard, lexicon)).toEqual({ root, roots, ignored, selected: [] });
	});

	it("keeps what a command selects by", () => {
		expect(commandScope("pytest _staging/ -k 'fast and not slow' -m unit", standard, lexicon).selected).toEqual([
			"-k fast and not slow",
			"-m unit",
		]);
	});

	it("reads long commands in linear time", () => {
		const begin = processorTime();
		commandScope(`pytest ${"\"' ".repeat(50_000)}`, standard, lexicon);
		commandScope(`pytest ${"--ignore=PKG-A-001 ".repeat(20_000)}`, standard, lexicon);
		expect(processorTime() - begin).toBeLessThan(3000);
	});
});

describe("what words cover", () => {
	it.each([
		["all staged", "staged"],
		["from installed root", "installed"],
		["ALL INSTALLED TESTS", "installed"],
		["6 new packages", "package"],
		["scoped staged regression", "package"],
		["staged and installed", "unknown"],
		["everything", "unknown"],
	] as const)("%s", (words, root) => {
		expect(rootInWords(words, lexicon)).toBe(root);
	});
});
