import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { checkArchive } from "#check.ts";
import { whyNotListen } from "#cli/process/listening.ts";
import { run } from "#cli/run.ts";
import type { Site } from "#cli/site/site.ts";
import { fakeWorld, poorSpec } from "./fakes.ts";

const poor = { "/work/handoffs/H-1/H-1_BUILDER_HANDOFF.md": poorSpec };

function fakeSite() {
	const calls: string[] = [];
	const site: Site = {
		buildSite: async ({ settings, check, open, reportOnly }) => {
			const archive = checkArchive(open(), check);
			calls.push(`build ${settings.out}`);
			return { archive, published: reportOnly || archive.summary.errors === 0 };
		},
		devSite: async ({ settings, port }) => {
			calls.push(`dev ${settings.archive.join()} ${port}`);
			return { url: "http://localhost:4321/" };
		},
		serveSite: async ({ folder, base, host, port }) => {
			calls.push(`serve ${folder} ${base} ${host} ${port}`);
			return { url: `http://localhost:${port ?? 1234}${base}` };
		},
	};
	return { site, calls };
}

describe("build", () => {
	it("publishes no archive with errors, reports them and ends with exit code 1", async () => {
		const { site } = fakeSite();
		const world = fakeWorld(poor, { site });
		expect(await run(["build", "handoffs", "--out", "public"], world)).toBe(1);
		expect(world.stdout.text).toContain("spec/section-missing");
		expect(world.stderr.text).toBe(
			"Nothing was published; public is as it was. To publish all the same: --report-only.\n",
		);
	});

	it("publishes with --report-only, reports, and ends with exit code 0", async () => {
		const { site, calls } = fakeSite();
		const world = fakeWorld(poor, { site });
		expect(await run(["build", "--report-only", "handoffs", "--out", "public"], world)).toBe(0);
		expect(world.stdout.text).toContain("spec/section-missing");
		expect(world.stderr.text).toBe("The site is in public.\n");
		expect(calls).toEqual(["build /work/public"]);
	});
});

const unusable = "the settings cannot be used.\nhandoffs.config.yaml:";

describe("what settings name for the site", () => {
	it.each([
		["build", "pages: nope", `${unusable}2:8: error: pages: there is no folder nope`],
		["dev", "pages: nope", `${unusable}2:8: error: pages: there is no folder nope`],
		["build", "theme: {logo: nope.svg}", `${unusable}2:15: error: theme.logo: there is no file nope.svg`],
		[
			"build",
			"words: {layout: {skip: 3}}",
			"the settings cannot be used.\nhandoffs.config.yaml:2:24: error: layout.skip: must be text",
		],
		[
			"build",
			"language: no such",
			'the settings cannot be used.\nhandoffs.config.yaml:2:11: error: language: must be a language tag such as "en" or "de-AT"',
		],
	])("%s ends with exit code 2 for %s", async (command, setting, words) => {
		const { site, calls } = fakeSite();
		const world = fakeWorld({ ...poor, "/work/handoffs.config.yaml": `archive: handoffs\n${setting}\n` }, { site });
		expect(await run([command], world)).toBe(2);
		expect(world.stderr.text).toBe(`handoffs: ${words}\n`);
		expect(calls).toEqual([]);
	});
});

describe("what would be lost or cannot be done", () => {
	it("build refuses an output folder before anything is read, and names the remedy", async () => {
		const { site, calls } = fakeSite();
		const world = fakeWorld(poor, { site });
		const files = { ...world.files, whyNotOutput: () => "the site is made from it" };
		expect(await run(["build", "handoffs", "--out", "handoffs"], { ...world, files })).toBe(2);
		expect(world.stderr.text).toBe(
			"handoffs: the site cannot be written to handoffs: the site is made from it. Name another folder with --out\n",
		);
		expect(calls).toEqual([]);
	});

	it.each(["start", "dev"])("%s tells of a port in use before the work", async (command) => {
		const { site, calls } = fakeSite();
		const world = { ...fakeWorld(poor, { site }), whyNotListen };
		const taken = createServer();
		await new Promise<void>((resolve) => taken.listen(0, "localhost", resolve));
		const address = taken.address();
		const port = typeof address === "object" ? String(address?.port) : "";
		expect(await run([command, "handoffs", "--port", port], world)).toBe(2);
		expect(await run([command, "handoffs", "--host", "no.such.host.invalid"], world)).toBe(2);
		taken.close();
		expect(world.stderr.text).toContain(`handoffs: port ${port} is in use; name another one with --port`);
		expect(world.stderr.text).toContain("handoffs: no.such.host.invalid is no address of this machine");
		expect(calls).toEqual([]);
	});

	it("what the system refuses is no fault of the program", async () => {
		const { site } = fakeSite();
		const refusal = Object.assign(new Error("ENOSPC: no space left on device, write"), {
			code: "ENOSPC",
			syscall: "write",
		});
		const world = fakeWorld(poor, { site: { ...site, buildSite: () => Promise.reject(refusal) } });
		expect(await run(["build", "handoffs"], world)).toBe(2);
		expect(world.stderr.text).toBe("handoffs: ENOSPC: no space left on device, write\n");
	});
});

describe("start and dev", () => {
	it("serve what was built and print the address", async () => {
		const { site, calls } = fakeSite();
		const world = fakeWorld({ ...poor, "/work/handoffs.config.yaml": "archive: handoffs\nbase: /docs\n" }, { site });
		expect(await run(["start", "--report-only", "--port", "8080", "--host", "0.0.0.0"], world)).toBe(0);
		expect(calls).toEqual(["build /work/dist", "serve /work/dist /docs/ 0.0.0.0 8080"]);
		expect(world.stdout.text).toContain("Serving at http://localhost:8080/docs/ until");
	});

	it("serve nothing where nothing was published", async () => {
		const { site, calls } = fakeSite();
		expect(await run(["start", "handoffs"], fakeWorld(poor, { site }))).toBe(1);
		expect(calls).toEqual(["build /work/dist"]);
	});

	it("follow the documents while they are written, whatever the gate says", async () => {
		const { site, calls } = fakeSite();
		const world = fakeWorld(poor, { site });
		expect(await run(["dev", "handoffs"], world)).toBe(0);
		expect(calls).toEqual(["dev /work/handoffs undefined"]);
		expect(world.stdout.text).toContain("http://localhost:4321/");
	});
});
