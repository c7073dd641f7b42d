import { describe, expect, it } from "vitest";
import { compareIds, fillId, idForms, meaningOf, readExactId, readId } from "#model/ids.ts";
import { standards } from "../rules/archive.ts";

describe("readId", () => {
	it.each([
		["H-32", "H-32"],
		["H-032", "H-32"],
		["h_32", "H-32"],
		["HANDOFF-18", "H-18"],
		["HANDOFF-18B", "H-18B"],
		["FOLLOWUP-18B", "H-18B"],
		["FOLLOWUP_18B", "H-18B"],
		["Follow-Up #18B", "H-18B"],
		["follow up 3c", "H-3C"],
		["Handoff #3", "H-3"],
		["CLEANUP-2", "CLEANUP-2"],
		["cleanup_0", "CLEANUP-0"],
		["Clean-Up #2", "CLEANUP-2"],
		["H-31A-1", "H-31A-1"],
		["HANDOFF_31A_1", "H-31A-1"],
		["H-29.1", "H-29.1"],
		["HANDOFF_29_1", "H-29.1"],
		["H-29.1B", "H-29.1B"],
	])("reads %s as %s", (text, id) => {
		expect(readId(text, standards)?.id).toBe(id);
	});

	it.each(["HO1", "HO2", "H1", "H2 2024", "G0A", "18", "PKG-H-18", "H-", "H-18BB", "archive", ""])(
		"does not take %j for an id",
		(text) => expect(readId(text, standards)).toBeNull(),
	);

	it("knows exact ids from variants", () => {
		expect(readExactId("H-18B", standards)?.id).toBe("H-18B");
		for (const text of ["h-18b", "H_18B", "FOLLOWUP-18B"]) expect(readExactId(text, standards)).toBeNull();
	});
});

describe("meaningOf", () => {
	it("tells family, parent and aliases of a follow-up", () => {
		const meaning = meaningOf("H-18B", standards);
		expect(meaning).toMatchObject({ family: "follow-up", parent: "H-18", conforming: true });
		for (const alias of ["18B", "HANDOFF-18B", "FOLLOWUP-18B", "FOLLOWUP_18B", "Follow-Up #18B"])
			expect(meaning.aliases).toContain(alias);
	});

	it.each([
		["H-18", "component", null, true],
		["CLEANUP-3", "cleanup", null, true],
		["H-31A-1", "follow-up", "H-31A", false],
		["H-29.1B", "follow-up", "H-29.1", false],
		["H-29.1", "follow-up", "H-29", false],
		["BUGFIX-IMPORT-PATH", "other", null, false],
	] as const)("%s is of the family %s", (id, family, parent, conforming) => {
		expect(meaningOf(id, standards)).toMatchObject({ id, family, parent, conforming });
	});
});

describe("fillId", () => {
	it("writes signs only before groups that are there", () => {
		expect(fillId("H-{number}{.minor}{letter}{-part}", { number: "31", letter: "a", part: "1" })).toBe("H-31A-1");
		expect(fillId("H-{number}{.minor}{letter}{-part}", { number: "31" })).toBe("H-31");
		expect(fillId("{name}", { name: "import_path fix" })).toBe("IMPORT-PATH-FIX");
	});
});

it("compareIds counts as people do", () => {
	const ids = ["H-10", "CLEANUP-2", "H-3B", "H-3", "H-3A", "H-29.1", "H-29A", "H-29", "H-2"];
	expect(ids.sort(compareIds)).toEqual(["CLEANUP-2", "H-2", "H-3", "H-3A", "H-3B", "H-10", "H-29", "H-29.1", "H-29A"]);
});

it("idForms names what the standard allows and nothing else", () => {
	const [standard] = standards;
	expect(standard && idForms(standard)).toBe("H-<number><letter>, H-<number>, CLEANUP-<number>");
});
