import { describe, expect, it } from "vitest";
import type { FileHistory } from "#model/provenance.ts";
import { claiming, listed } from "#rules/samples/claims.ts";
import { because } from "#words/because.ts";
import { processorTime } from "../processor-time.ts";
import { checkFiles } from "../rules/archive.ts";

const hash = (digit: string) => `sha256:${digit.repeat(64)}`;
const [a, b, c, d] = ["a", "b", "c", "d"].map(hash) as [string, string, string, string];
const reader = "_staging/PKG-GAUGE-001/HOT/reader.py";

function filesOf(...documents: readonly Record<string, string>[]): readonly FileHistory[] {
	return checkFiles(Object.assign({}, ...documents)).provenance?.files ?? [];
}

/** Each claim about a file: handoff and link. */
function chainOf(path: string, ...documents: readonly Record<string, string>[]): string[] {
	const file = filesOf(...documents).find((one) => one.path === path);
	return (file?.events ?? []).map(({ handoff, link }) => `${handoff} ${link.state}`);
}

const created = (id: string, path: string, after: string) => claiming(id, { "Files Created": [listed(path, after)] });
const changed = (id: string, path: string, before: string, after: string) =>
	claiming(id, { "Files Modified": [listed(path, before, after)] });

describe("which file a path means", () => {
	const pathsOf = (...written: readonly string[]) =>
		filesOf(claiming("H-1", { "Files Created": written.map((path) => listed(path, a)) })).map(
			({ path, basis, events }) => `${path} ${basis} ${events.length}`,
		);

	it("takes spellings of one staging root together, and says so", () => {
		expect(
			pathsOf(`plant/${reader}`, reader, "PKG-GAUGE-001/HOT/reader.py", "./_staging//PKG-GAUGE-001/HOT/reader.py"),
		).toEqual([`${reader} derived 4`]);
	});

	it("takes nothing for a path that is longer than systems allow", () => {
		const [file] = filesOf(
			claiming("H-1", { "Files Created": [listed(`${"a/".repeat(2_000)}_staging/PKG-A-001/a.py`, a)] }),
		);
		expect(file).toMatchObject({ basis: "derived" });
		const [longer] = filesOf(
			claiming("H-1", { "Files Created": [listed(`${"a/".repeat(20_000)}_staging/PKG-A-001/a.py`, a)] }),
		);
		expect(longer).toMatchObject({ basis: "unclear", ...because("longPath") });
	});

	it("reads thousands of staging roots in time that grows with them alone", () => {
		const paths = Array.from({ length: 10_000 }, (_, index) => listed(`plant${index}/_staging/a.py`, a));
		const begin = processorTime();
		expect(filesOf(claiming("H-1", { "Files Created": paths }))).toHaveLength(10_000);
		expect(processorTime() - begin).toBeLessThan(10_000);
	});

	it("keeps apart what may be two files: two staging roots, and what leaves the root out beside them", () => {
		expect(pathsOf("north/_staging/a.py", "south/_staging/a.py", "_staging/a.py")).toEqual([
			"_staging/a.py written 1",
			"north/_staging/a.py written 1",
			"south/_staging/a.py written 1",
		]);
	});

	it("does not know which file a bare name or a path inside an unnamed package is", () => {
		expect(pathsOf(reader, "manifest.json", "HOT/reader.py")).toEqual([
			"HOT/reader.py unclear 1",
			`${reader} written 1`,
			"manifest.json unclear 1",
		]);
	});

	it("knows an archive by its package's name", () => {
		expect(pathsOf(reader, "PKG-GAUGE-001.tar.gz")).toEqual([
			"_staging/PKG-GAUGE-001.tar.gz derived 1",
			`${reader} written 1`,
		]);
	});

	it("takes an absolute path for what it names, from the staging root on", () => {
		expect(pathsOf("/srv/plant/_staging/a.py", "/etc/hosts.txt")).toEqual([
			"/etc/hosts.txt written 1",
			"_staging/a.py derived 1",
		]);
	});
});

describe("a chain", () => {
	it("is whole where each handoff starts from what the last one left", () => {
		expect(
			chainOf(reader, created("H-1", reader, a), changed("H-2", reader, a, b), changed("H-3", reader, b, c)),
		).toEqual(["H-1 first", "H-2 whole", "H-3 whole"]);
	});

	it("is broken where something else changed the file, and names both ends of the interval", () => {
		const files = filesOf(created("H-1", reader, a), changed("H-4", reader, b, c));
		expect(files[0]?.events[1]?.link).toEqual({
			state: "broken",
			from: "H-1",
			expected: a,
			place: { path: "H-1/H-1_RESULTS.md", line: 4 },
			holds: null,
		});
	});

	it("is broken under another spelling of the path, too", () => {
		expect(chainOf(reader, created("H-1", reader, a), changed("H-2", "PKG-GAUGE-001/HOT/reader.py", b, c))).toEqual([
			"H-1 first",
			"H-2 broken",
		]);
	});

	it("says whose state a handoff started from, where that is not the last", () => {
		const files = filesOf(created("H-1", reader, a), changed("H-2", reader, a, b), changed("H-3", reader, a, c));
		expect(files[0]?.events[2]?.link).toMatchObject({ state: "broken", from: "H-2", expected: b, holds: "H-1" });
	});

	it("is not broken by a hash without its prefix, in capitals, or cut short", () => {
		const bare = a.slice(7);
		expect(
			chainOf(
				reader,
				created("H-1", reader, a),
				changed("H-2", reader, bare, `sha256:${"1a".repeat(6)}...`),
				changed("H-3", reader, `sha256:${"1a".repeat(32)}`, d),
			),
		).toEqual(["H-1 first", "H-2 whole", "H-3 whole"]);
	});

	it("is not stated where a handoff in between lists the file without a hash", () => {
		const between = claiming("H-2", { "Files Modified": [reader] });
		expect(chainOf(reader, created("H-1", reader, a), between, changed("H-3", reader, b, c))).toEqual([
			"H-1 first",
			"H-2 unstated",
			"H-3 unstated",
		]);
	});

	it("goes on through a path that may mean the same file, where the hashes prove it", () => {
		const documents = [created("H-1", reader, a), changed("H-2", "HOT/reader.py", a, b)];
		const file = filesOf(...documents, changed("H-3", reader, b, c)).find(({ path }) => path === reader);
		expect(file?.events[1]?.link).toEqual({ state: "whole", from: "H-2", through: "HOT/reader.py" });
		expect(chainOf(reader, ...documents, changed("H-3", reader, c, d))).toEqual(["H-1 first", "H-3 unclear"]);
	});

	it("never says that a file of an unclear path is broken", () => {
		expect(chainOf("manifest.json", created("H-1", "manifest.json", a), changed("H-2", "manifest.json", b, c))).toEqual(
			["H-1 first", "H-2 unclear"],
		);
	});

	it("takes a handoff whose inferred place is too late for an earlier one", () => {
		expect(
			chainOf(reader, created("H-1", reader, a), changed("H-2", reader, c, d), changed("H-3", reader, a, c)),
		).toEqual(["H-1 first", "H-2 unclear", "H-3 misplaced"]);
	});

	it("starts anew after a deletion, and knows of none that was forgotten", () => {
		const deleted = claiming("H-2", { "Files Deleted": [listed(reader, a)] });
		expect(chainOf(reader, created("H-1", reader, a), deleted, created("H-3", reader, b))).toEqual([
			"H-1 first",
			"H-2 whole",
			"H-3 first",
		]);
	});
});
