import { describe, expect, it } from "vitest";
import { deliveriesOf } from "#relate/delivery.ts";
import { sampleArchive } from "../../src/rules/samples/handoff.ts";
import { checkFiles, standards } from "../rules/archive.ts";

function deliveryIn(files: Readonly<Record<string, string>>) {
	const { handoffs, documents } = checkFiles(files, { packages: true });
	return deliveriesOf(handoffs, documents, standards)[0];
}

describe("deliveriesOf", () => {
	it("puts each planned file beside the one that RESULTS lists, with both places", () => {
		const delivery = deliveryIn(sampleArchive());
		expect(delivery?.files).toMatchObject({ compared: true });
		const files = delivery?.files.compared ? delivery.files.files : [];
		expect(files.map(({ path, planned, delivered }) => [path, planned?.action, delivered?.action])).toEqual([
			["_staging/PKG-GAUGE-001/reader.py", "create", "create"],
			["_staging/PKG-GAUGE-001/tests/test_reader.py", "create", "create"],
			["_staging/PKG-GAUGE-001/manifest.json", "create", "create"],
		]);
		expect(files[0]?.planned).toMatchObject({ path: "H-1/H-1_BUILDER_HANDOFF.md" });
		expect(files[0]?.delivered).toMatchObject({ path: "H-1/H-1_RESULTS.md" });
	});

	it("compares test counts, and names only where RESULTS names at least half of the planned tests", () => {
		const plain = deliveryIn(sampleArchive())?.tests;
		expect([plain?.planned?.count, plain?.delivered?.count, plain?.named]).toEqual([10, 10, []]);
		const naming = (...tests: readonly string[]) =>
			deliveryIn(
				sampleArchive({
					results: [
						["## Files Modified\n", `Ran ${tests.map((name) => `\`${name}\``).join(", ")}.\n\n## Files Modified\n`],
					],
				}),
			)?.tests.named;
		expect(naming("test_close_twice", "test_unheard_of")).toEqual([]);
		const half = [
			"test_latest_before_first_poll",
			"test_latest_after_poll",
			"test_poll_replaces_reading",
			"test_poll_keeps_time",
			"test_close_twice",
		];
		const named = naming(...half, "test_unheard_of");
		expect(named?.filter(({ planned, delivered }) => planned && delivered).map(({ name }) => name)).toEqual(half);
		expect(named?.filter(({ planned }) => !planned).map(({ name }) => name)).toEqual(["test_unheard_of"]);
		expect(named?.filter(({ delivered }) => !delivered)).toHaveLength(5);
	});

	it("says why files cannot be compared", () => {
		const delivery = deliveryIn({
			"H-1/H-1_BUILDER_HANDOFF.md": "# H-1: First\n\n## 1. Mission\n\nBuild PKG-A-001.\n",
			"H-1/H-1_RESULTS.md": "# Results: H-1\n",
		});
		expect(delivery?.files).toEqual({
			compared: false,
			reason: "The spec has no files summary that can be read.",
			said: [{ id: "planListsNoFile", values: {} }],
		});
	});

	it("has nothing to say of a handoff without RESULTS", () => {
		expect(deliveryIn({ "H-1/H-1_BUILDER_HANDOFF.md": "# H-1: First\n" })).toBeUndefined();
	});
});
