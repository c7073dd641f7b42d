import { describe, expect, it } from "vitest";
import type { Handoff, Relation } from "#model/archive.ts";
import type { Transfer } from "#model/transfers.ts";
import { decisionsInArchive } from "#relate/decisions.ts";
import { transferDecisions } from "#relate/transfer-decisions.ts";
import { processorTime } from "../processor-time.ts";
import { extracted } from "./extracting.ts";

const spec = `# H-2: Lock

## 2. Critical Constraints

1. **ALL work goes in the staging area.** Nothing outside it.
2. **One owner.** Nobody else opens the port of PKG-PORT-001.

## 10. Design Principles

1. **Late is better than twice.** See below.
   - A retry waits.
2. This supersedes H-1: principle 1 no longer holds.
3. Unlike a cache, this overrides H-1 where both speak.
`;
const results = `# Results: H-1

## Design Decisions

| Decision | Why |
|---|---|
| Write first | A crash must not lose it |

## Notes for Reviewer

Two things:

- The clock is late.

## Deviations from the Spec

The port is 81, not 80.
`;

describe("the decisions of a document", () => {
	it("are the entries of its sections that hold some, in its own words, without the rules of the standard", () => {
		const { decisions } = extracted("H-2/H-2_BUILDER_HANDOFF.md", spec);
		expect(decisions?.map(({ kind, number, words, line }) => [kind, number, words, line])).toEqual([
			["constraint", 2, "One owner. Nobody else opens the port of PKG-PORT-001.", 6],
			["principle", 1, "Late is better than twice. See below.\n– A retry waits.", 10],
			["principle", 2, "This supersedes H-1: principle 1 no longer holds.", 12],
			["principle", 3, "Unlike a cache, this overrides H-1 where both speak.", 13],
		]);
	});

	it("are told apart by the heading's own title, be they items, rows or paragraphs", () => {
		const { decisions } = extracted("H-1/H-1_RESULTS.md", results);
		expect(decisions?.map(({ kind, words, line }) => [kind, words, line])).toEqual([
			["decision", "Write first | A crash must not lose it", 7],
			["note", "The clock is late.", 13],
			["deviation", "The port is 81, not 80.", 17],
		]);
	});

	it("are numbered by the first cell of their row", () => {
		const table =
			"# Results: H-1\n\n## Decisions\n\n| # | What | Why |\n|---|---|---|\n| D2 | No fax | It rang |\n| 7 | 81 | free |\n";
		const { decisions } = extracted("H-1/H-1_RESULTS.md", table);
		expect(decisions?.map(({ number, words }) => [number, words])).toEqual([
			[2, "No fax | It rang"],
			[7, "81 | free"],
		]);
	});

	it("are elsewhere what a label announces as one, and not what is still open", () => {
		const text = `# H-4: Bridge

## 3. Architecture / Design

**Decision D1.** We parse it ourselves.

We looked at rows. Decided against: computing them. **Decision: rows are stored.**
A decision: none. The state is \`decision: x\`. Decision makers were asked.

### Decisions

- Decided: one offer at a time.
- Open: whether carers may answer.

## 4. Implementation Steps

1. Deviation: the sweeper is a function.
`;
		const { decisions } = extracted("H-4/H-4_BUILDER_HANDOFF.md", text);
		expect(decisions?.map(({ kind, number, words, line }) => [kind, number, words, line])).toEqual([
			["decision", 1, "Decision D1. We parse it ourselves.", 5],
			["decision", null, "Decided against: computing them.", 7],
			[
				"decision",
				null,
				"Decision: rows are stored.\nA decision: none. The state is decision: x. Decision makers were asked.",
				7,
			],
			["decision", null, "Decided: one offer at a time.", 12],
			["deviation", null, "Deviation: the sweeper is a function.", 17],
		]);
	});

	it("are set aside one by one where the words say which", () => {
		const earlier = extracted(
			"H-4/H-4_BUILDER_HANDOFF.md",
			"# H-4: Bridge\n\n## Design\n\n**Decision D3.** Theirs wins. *(Superseded by H-6: neither wins.)*\n\n**Decision D4.** Ours is listed.\n",
		);
		const later = extracted(
			"H-6/H-6_BUILDER_HANDOFF.md",
			"# H-6: Bridge again\n\n## Design\n\n**Decision:** neither wins. This replaces D3 of HANDOFF-4.\n",
		);
		expect(earlier.relations).toEqual([]);
		expect(earlier.decisions?.map(({ says }) => says)).toEqual([
			[{ effect: "superseded-by", target: "H-6", number: null, line: 5 }],
			[],
		]);
		expect(later.decisions?.[0]?.says).toEqual([{ effect: "supersedes", target: "H-4", number: 3, line: 5 }]);
		const known = [earlier, later].map(({ handoff }) => ({ id: handoff ?? "", order: 1, packages: [], date: null }));
		const all = decisionsInArchive([earlier, later], known as unknown as readonly Handoff[], []);
		expect(
			all.map(({ words, links }) => [words.slice(0, 12), links.map(({ effect, scope }) => [effect, scope])]),
		).toEqual(
			expect.arrayContaining([
				["Decision D3.", [["superseded-by", "decision"]]],
				["Decision D4.", []],
			]),
		);
	});

	it("say what they supersede and contradict", () => {
		const { decisions } = extracted("H-2/H-2_BUILDER_HANDOFF.md", spec);
		expect(decisions?.flatMap(({ says }) => says)).toEqual([
			{ effect: "supersedes", target: "H-1", number: 1, line: 12 },
			{ effect: "contradicts", target: "H-1", number: null, line: 13 },
		]);
	});
});

describe("the decisions of an archive", () => {
	const handoff = (id: string, order: number): Handoff => ({
		id,
		aliases: [],
		family: "component",
		parent: null,
		title: id,
		standard: "builder-handoff-standard",
		documents: [],
		status: "PASS",
		packages: ["PKG-OWN-001"],
		order,
		orderBasis: "inferred",
		date: "2026-01-01",
	});
	const first = spec.replaceAll("H-2", "H-1").replace(/\n2\. This[\s\S]*$/u, "\n");
	const documents = [extracted("H-2/H-2_BUILDER_HANDOFF.md", spec), extracted("H-1/H-1_BUILDER_HANDOFF.md", first)];
	const handoffs = [handoff("H-2", 2), handoff("H-1", 1)];

	it("stand in build order, with packages of their own words or their handoff's", () => {
		const all = decisionsInArchive(documents, handoffs, []);
		expect(all.map(({ id }) => id).slice(0, 3)).toEqual([
			"H-1/H-1_BUILDER_HANDOFF.md:6",
			"H-1/H-1_BUILDER_HANDOFF.md:10",
			"H-2/H-2_BUILDER_HANDOFF.md:6",
		]);
		expect(all[0]).toMatchObject({ packages: ["PKG-PORT-001"], packagesFrom: "words", date: "2026-01-01" });
		expect(all[1]).toMatchObject({ packages: ["PKG-OWN-001"], packagesFrom: "handoff" });
	});

	it("show what superseded them, and what they superseded", () => {
		const all = new Map(decisionsInArchive(documents, handoffs, []).map((one) => [one.id, one]));
		expect(all.get("H-1/H-1_BUILDER_HANDOFF.md:10")?.links).toEqual([
			{
				effect: "superseded-by",
				handoff: "H-2",
				decision: "H-2/H-2_BUILDER_HANDOFF.md:12",
				place: { path: "H-2/H-2_BUILDER_HANDOFF.md", line: 12 },
				scope: "decision",
			},
		]);
		expect(all.get("H-2/H-2_BUILDER_HANDOFF.md:12")?.links[0]).toMatchObject({
			effect: "supersedes",
			decision: "H-1/H-1_BUILDER_HANDOFF.md:10",
		});
		expect(all.get("H-2/H-2_BUILDER_HANDOFF.md:13")?.links[0]).toMatchObject({ effect: "contradicts", decision: null });
	});

	it("fall with a handoff that is superseded as a whole", () => {
		const superseded: Relation = {
			from: "H-2",
			to: "H-1",
			type: "supersedes",
			state: "stated",
			source: { path: "H-2/H-2_BUILDER_HANDOFF.md", line: 1 },
		};
		const [one] = decisionsInArchive(documents, handoffs, [superseded]);
		expect(one?.links).toMatchObject([{ effect: "superseded-by", handoff: "H-2", decision: null, scope: "handoff" }]);
	});

	it("take in what transfers decide, with the line and the day", () => {
		const place = (line: number) => ({
			kind: "range" as const,
			path: "transfers/a.yaml",
			range: { start: { line, column: 3 }, end: { line, column: 12 } },
		});
		const transfer = {
			path: "transfers/a.yaml",
			at: { written: "2026-02-02T10:00:00Z", instant: Date.UTC(2026, 1, 2, 10), isZoned: true, place: place(2) },
			decisions: [
				{ value: "Ship it.", place: place(4) },
				{ value: "Today.", place: place(4) },
			],
		} as unknown as Transfer;
		expect(decisionsInArchive([], [], [], transferDecisions([transfer]))).toMatchObject([
			{ id: "transfers/a.yaml:4", kind: "transfer", words: "Ship it.", date: "2026-02-02", handoff: null },
			{ id: "transfers/a.yaml:4:2", words: "Today.", line: 4 },
		]);
		expect(transferDecisions([{ ...transfer, decisions: null }])).toEqual([]);
	});
});

it("reads nothing into a document without such sections", () => {
	expect(extracted("H-1/H-1_RESULTS.md", "# Results: H-1\n\n## Files Created\n\n- a\n").decisions).toBeUndefined();
});

it("reads thousands of sentences below one entry in time that grows with them alone", () => {
	const sentences = Array.from({ length: 15_000 }, (_, index) => `  - Row ${index} of H-5 stays. Nothing else.`);
	const begin = processorTime();
	const { decisions } = extracted(
		"H-1/H-1_RESULTS.md",
		`# Results: H-1\n\n## Notes for Reviewer\n\n- Rows changed.\n${sentences.join("\n")}\n`,
	);
	expect(decisions).toHaveLength(1);
	expect(processorTime() - begin).toBeLessThan(10_000);
});
