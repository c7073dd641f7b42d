import { expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { fakeWorld, poorSpec } from "./fakes.ts";

it("prints nothing but the model as JSON, with a line end at the end", async () => {
	const world = fakeWorld({ "/work/handoffs/H-1/H-1_BUILDER_HANDOFF.md": poorSpec });
	expect(await run(["export", "handoffs"], world)).toBe(0);
	expect(world.stdout.text.endsWith("}\n")).toBe(true);
	expect(world.stderr.text).toBe("");
	expect(JSON.parse(world.stdout.text)).toMatchObject({
		formatVersion: 1,
		documents: [
			{ path: "H-1/H-1_BUILDER_HANDOFF.md", kind: "spec", handoff: "H-1", sections: [{ key: "mission", line: 3 }] },
		],
	});
});

it("prints the export of an archive without documents, and fails", async () => {
	const world = fakeWorld({});
	expect(await run(["export", "empty"], world)).toBe(1);
	expect(JSON.parse(world.stdout.text)).toMatchObject({ documents: [] });
	expect(world.stderr.text).toContain("no documents");
});
