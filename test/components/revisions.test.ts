import { describe, expect, it } from "vitest";
import { drawn } from "../../src/components/compare/drawn.ts";
import { lastChange, linkWords, type RevisedDocument, revisionPairs } from "../../src/components/compare/revisions.ts";
import { compareLines } from "../../src/components/compare/rows.ts";

const state = (commit: string | null, text: string | null, given: object = {}) => ({
	commit,
	time: commit === null ? null : `2026-03-0${commit}T10:00:00Z`,
	formerPath: null,
	state: "text" as const,
	text,
	bytes: null,
	...given,
});
const document = (...revisions: RevisedDocument["revisions"]): RevisedDocument => ({
	key: "spec",
	label: "Spec",
	path: "H-1/H-1_BUILDER_HANDOFF.md",
	revisions,
	older: 0,
	isShallow: false,
});
const asIs = (text: string) => text;

describe("the revisions of a document", () => {
	it("are put side by side two by two, the newest first", () => {
		const pairs = revisionPairs(document(state(null, "a\nc"), state("2", "a\nb"), state("1", "a\nb")), asIs);
		expect(pairs.map(({ id, older, newer, changed, notes }) => [id, older, newer, changed, notes])).toEqual([
			["spec-disk", "2 Mar 2026, 2", "on disk, not committed", 1, []],
			["spec-2", "1 Mar 2026, 1", "2 Mar 2026, 2", 0, ["Their text is the same."]],
		]);
		expect(pairs[1]?.rows).toEqual([]);
	});

	it("say what they are where there is no text, and what they were called", () => {
		const [pair] = revisionPairs(
			document(
				state("3", null, { state: "deleted" }),
				state("2", null, { state: "tooLarge", bytes: 6_000_000, formerPath: "docs/old.md" }),
			),
			asIs,
		);
		expect(pair?.changed).toBeNull();
		expect(pair?.notes).toEqual([
			"3 Mar 2026, 3: the document was deleted.",
			"2 Mar 2026, 2: it has 6,000,000 bytes, which is more than is read of a document.",
			"2 Mar 2026, 2: it was called docs/old.md.",
		]);
	});

	it("are drawn as far as anybody reads, and the same in every build however unlike they are", () => {
		const numbered = (word: string, count: number) =>
			Array.from({ length: count }, (_, at) => `${word} ${at}`).join("\n");
		const [long] = revisionPairs(document(state("2", numbered("b", 900)), state("1", numbered("a", 900))), asIs);
		expect([long?.rows.length, long?.more]).toEqual([800, 100]);
		const [unlike] = revisionPairs(document(state("2", numbered("b", 3000)), state("1", numbered("a", 3000))), asIs);
		expect([unlike?.rows, unlike?.notes]).toEqual([[], ["They are too different to be compared line by line."]]);
	});

	it("are counted where the handoff's page leads to them", () => {
		const spec = { ...document(state("4", "a"), state("2", "b")), older: 3 };
		const results = { ...document(state("3", "a"), state("1", "b")), label: "Results" };
		expect(linkWords([spec, results])).toBe("Revisions: Spec 5, Results 2; last changed 4 Mar 2026");
		expect(lastChange([spec, document(state(null, "a"), state("2", "b"))])).toBe("last change not committed yet");
	});
});

describe("two texts side by side", () => {
	const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}`);
	it("fold up what is equal, but for some lines around each change", () => {
		const left = [...lines(10), "old", ...lines(10)];
		const right = [...lines(10), "new\u202E", ...lines(10)];
		const rows = drawn(compareLines(left, right) ?? []);
		expect(rows.map((row) => (row.kind === "fold" ? `${row.lines.length} folded` : row.line.left.line))).toEqual([
			"7 folded",
			...[8, 9, 10, 11, 12, 13, 14],
			"7 folded",
		]);
		const changed = rows.find((row) => row.kind === "line" && row.line.left.className === "was");
		expect(JSON.stringify(changed)).toContain("newU+202E");
	});
});
