import { describe, expect, it } from "vitest";
import { drawLineage } from "#charts/lineage.ts";
import { lineageOf } from "#relate/lineage.ts";
import { partSpec } from "../relate/part.ts";
import { checkFiles } from "../rules/archive.ts";
import { told } from "../words/english.ts";

const archive = checkFiles({
	...partSpec("H-1"),
	...partSpec("H-1A", "**Builds on:** H-1"),
	...partSpec("H-2", "**Predecessor:** H-1A", "**Wave:** W1"),
	...partSpec("H-3", "**Depends on:** H-1", "**Wave:** W1"),
	...partSpec("H-4", "**Integrates:** W1", "**Supersedes:** H-9"),
	...partSpec("H-5", "**Predecessor:** H-4"),
});
const lineage = lineageOf(archive);
const boxOf = (id: string) => ({
	title: "Part & more",
	href: id === "H-9" ? null : `/handoffs/${id}/`,
	isOpen: id === "H-4",
});

describe("lineageOf", () => {
	it("keeps the closest tie of two handoffs, and no order or mention", () => {
		expect(lineage.ties.map(({ from, to, type }) => `${from} ${type} ${to}`)).toEqual([
			"H-1 follow-up-of H-1A",
			"H-1 depends-on H-3",
			"H-2 integrates H-4",
			"H-3 integrates H-4",
			"H-9 supersedes H-4",
		]);
		expect(lineage.alone).toEqual(["H-5"]);
	});

	it("draws connected handoffs together, in build order", () => {
		expect(lineage.groups.map(({ ids }) => ids)).toEqual([["H-1", "H-1A", "H-2", "H-3", "H-4", "H-9"]]);
		expect(lineage.groups[0]?.waves).toEqual([{ name: "W1", ids: ["H-2", "H-3", "H-4"] }]);
	});

	it("cuts a large graph into stretches that can be read, and loses no tie", () => {
		const handoffs = Array.from({ length: 500 }, (_, index) => ({ id: `H-${index + 1}` }));
		const relations = handoffs.slice(1).map(({ id }, index) => ({
			from: id,
			to: index % 7 === 0 ? "H-1" : `H-${index + 1}`,
			type: "builds-on" as const,
			state: "stated" as const,
			source: null,
		}));
		const large = lineageOf({ handoffs, relations, waves: [] });
		expect(large.groups.every(({ ids, outside }) => ids.length + outside.length <= 40)).toBe(true);
		expect(large.groups.reduce((sum, { ties, left }) => sum + ties.length + left, 0)).toBe(499);
	});
});

describe("drawLineage", () => {
	const [group] = lineage.groups;
	if (!group) throw new Error("no group");
	const svg = drawLineage({ told, group, boxOf, label: "H-1 to H-4", id: "l" });

	it("draws what it drew before", async () => {
		await expect(`${svg.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot("../golden/chart-lineage.svg");
	});

	it("links each handoff of the archive, and says each tie in words", () => {
		expect(svg.match(/<a /g)).toHaveLength(5);
		expect(svg).toContain("<title>H-3 depends on H-1</title>");
		expect(svg).toContain('<g class="box missing"><title>H-9 Part &amp; more</title>');
	});
});
