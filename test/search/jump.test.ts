import { describe, expect, it } from "vitest";
import { jumpsFor, namedHandoffs, spentWords } from "#search/jump.ts";
import { catalog, digest, names } from "./catalog.ts";

describe("jumps", () => {
	const jumps = async (query: string) => (await jumpsFor(query, catalog, names)).shown;
	const targets = async (query: string) => (await jumps(query)).map(({ href }) => href);

	it.each(["H-18B", "h-18b", "18B", "HANDOFF-18B", "Follow-Up #18B", "handoff 18b"])(
		"%s leads to its handoff",
		async (query) => {
			expect(await targets(query)).toEqual(["handoffs/H-18B/"]);
			expect((await jumps(query))[0]?.whole).toBe(true);
		},
	);

	it("a bare number leads to every id that ends in it", async () => {
		expect(await targets("18")).toEqual(["handoffs/H-18/", "handoffs/CLEANUP-18/"]);
	});

	it("lead to packages, documents, files, hashes and rules", async () => {
		expect(await targets("pkg-admin-001")).toEqual(["handoffs/H-18/"]);
		expect(await targets("STANDARD.md")).toEqual(["documents/STANDARD.md/#doc"]);
		expect(await targets("h-18/results")).toEqual([]);
		expect(await targets("H-18/RESULTS.md")).toEqual(["handoffs/H-18/#results"]);
		expect(await targets("main.py")).toEqual(["handoffs/H-18/#results-L9"]);
		expect(await targets("shell/main.py")).toEqual(["handoffs/H-18/#results-L9"]);
		expect(await targets("other/main.py")).toEqual([]);
		expect(await targets("a9f100")).toEqual(["handoffs/H-18/#results-L9"]);
		expect(await targets(`sha256:${digest}`)).toEqual(["handoffs/H-18/#results-L9"]);
		expect(await targets("a9f1")).toEqual([]);
		expect(await targets("spec/section-missing")).toEqual(["rules/spec/section-missing/"]);
	});

	it("are found within a question, but not for its bare words and numbers", async () => {
		expect(await targets("what did 18B change?")).toEqual(["handoffs/H-18B/"]);
		expect((await jumps("what did 18B change"))[0]?.whole).toBe(false);
		expect(await targets("18 tests failed")).toEqual([]);
		expect(await targets("failed tests: 18")).toEqual([]);
		expect(await targets("why does main.py end")).toEqual(["handoffs/H-18/#results-L9"]);
		expect((await jumps("status of handoff 18b")).map(({ asked: name }) => name)).toEqual(["handoff 18b"]);
	});

	it("tell which handoffs a question names, and how plainly", async () => {
		const favoured = async (query: string) => [...namedHandoffs(await jumpsFor(query, catalog, names))];
		const [[, whole] = [], [, named] = [], [, short] = []] = [
			...(await favoured("H-18B")),
			...(await favoured("status of handoff 18b")),
			...(await favoured("status of 18b")),
		];
		expect([whole, named, short].every((favour) => favour !== undefined && favour > 1)).toBe(true);
		expect([whole, named, short]).toEqual([whole, named, short].toSorted((a = 0, b = 0) => b - a));
		expect(await favoured("PKG-ADMIN-001 status")).toEqual([]);
	});

	it("spend the words of a name within a question, not those of a question that is one", async () => {
		const spent = async (query: string) => [...spentWords(await jumpsFor(query, catalog, names))];
		expect(new Set(await spent("status of handoff 18b"))).toEqual(new Set(["handoff18b", "handoff", "18b"]));
		expect(await spent("HANDOFF-18B")).toEqual([]);
		expect(await spent("PKG-ADMIN-001 status")).toEqual([]);
	});
});
