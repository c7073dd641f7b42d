import { describe, expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { fakeWorld, poorSpec } from "./fakes.ts";

const spec = (id: string) => `/work/docs/${id}/${id}_BUILDER_HANDOFF.md`;
const files = {
	[spec("H-1")]: poorSpec,
	[spec("H-2")]: poorSpec.replaceAll("H-1", "H-2"),
	"/work/docs/H-1/log.txt": "1",
	// The example archive of the product is there, and not meant.
	"/product/handoffs/H-1/H-1_BUILDER_HANDOFF.md": poorSpec,
};

async function checked(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
	const world = fakeWorld({ ...files, ...more });
	const code = await run(["check", "--format", "compact", ...words], world);
	const places = new Set(world.stdout.text.split("\n").flatMap((line) => /^[^:]+/.exec(line)?.[0] ?? []));
	const rules = world.stdout.text.match(/(?<=\[)[a-z]+\/[a-z-]+(?=\]$)/gm) ?? [];
	return { code, places: [...places], rules, told: world.stderr.text };
}

describe("handoffs check of documents named by their path", () => {
	it("reports what is found in them, read with the archive around the handoff's own folder", async () => {
		const { code, places, rules } = await checked(["docs/H-1/H-1_BUILDER_HANDOFF.md"]);
		expect({ code, places }).toEqual({ code: 1, places: ["docs/H-1/H-1_BUILDER_HANDOFF.md"] });
		expect(rules).toContain("spec/section-missing");
		expect(rules).not.toContain("layout/flat-file");
	});

	it("takes the archive of the settings where that holds them", async () => {
		const settings = { "/work/handoffs.config.yaml": "archive: docs\nrules: { spec/*: warning }\n" };
		expect(await checked(["docs/H-2/H-2_BUILDER_HANDOFF.md"], settings)).toMatchObject({
			code: 0,
			places: ["docs/H-2/H-2_BUILDER_HANDOFF.md"],
		});
	});

	it.each([
		[["docs/H-1/log.txt"], "docs/H-1/log.txt is no document of the archive"],
		[["docs/H-1/H-1_BUILDER_HANDOFF.md", "--fix"], "--fix and --watch work on whole archives"],
		[["docs/H-2", "docs/H-1/H-1_BUILDER_HANDOFF.md"], "is no document of the archive"],
	])("refuses what it cannot do: %j", async (words, message) => {
		const { code, told } = await checked(words);
		expect(code).toBe(2);
		expect(told).toContain(message);
	});
});

describe("the folders of an archive", () => {
	it("have names: an empty one is no working directory", async () => {
		expect(await checked([""])).toMatchObject({ code: 2, told: expect.stringContaining("is empty") });
	});

	it("count once where one is named twice", async () => {
		const [once, twice] = [await checked(["docs"]), await checked(["docs", "docs/"])];
		expect(twice).toEqual(once);
	});
});
