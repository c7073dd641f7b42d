import { expect, test } from "vitest";
import { newCursor, readStretches } from "#files/stretches.ts";
import type { ArchiveEntry } from "#model/source.ts";

const entries: readonly ArchiveEntry[] = Array.from({ length: 100 }, (_, index) => index + 1).flatMap((id) =>
	["SPEC", "RESULTS"].map((kind) => ({ kind: "file", path: `H-${id}/H-${id}_${kind}.md`, size: 1 }) as const),
);
const paths = (part: readonly ArchiveEntry[]) => part.map(({ path }) => path);

test("threads that begin at either end share an archive without gaps and without overlap", () => {
	const cursor = newCursor();
	const others: string[][] = [];
	const own = readStretches(entries, cursor, "first", (part) => {
		if (others.length === 0) others.push(...readStretches(entries, cursor, "last", paths).map(({ made }) => made));
		return paths(part);
	});
	expect(own).toHaveLength(1);
	expect([...own.flatMap(({ made }) => made), ...others.flat()].sort()).toEqual(paths(entries).sort());
});

test("each begins with documents that are named alike", () => {
	const cursor = newCursor();
	const [last = []] = readStretches(entries, cursor, "last", paths).map(({ made }) => made);
	const [first = []] = readStretches(entries, newCursor(), "first", paths).map(({ made }) => made);
	expect(first.every((path) => path.endsWith("_RESULTS.md"))).toBe(true);
	expect(last.every((path) => path.endsWith("_SPEC.md"))).toBe(true);
});
