import { expect, it } from "vitest";
import { pathEnds } from "#model/path-ends.ts";

it("names a path and what it ends with from each folder on", () => {
	expect(pathEnds("a/b/c.py")).toEqual(["a/b/c.py", "b/c.py", "c.py"]);
	expect(pathEnds("/a/b.py")).toEqual(["/a/b.py", "a/b.py", "b.py"]);
	expect(pathEnds("b.py")).toEqual(["b.py"]);
});

it("names the path and its last folders of one that is deeper than any workspace", () => {
	const deep = `${"a/".repeat(5_000)}b.py`;
	const ends = pathEnds(deep);
	expect(ends.length).toBeLessThan(100);
	expect([ends[0], ends.at(-1)]).toEqual([deep, "b.py"]);
});
