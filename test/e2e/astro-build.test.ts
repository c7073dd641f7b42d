import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import { contentsOf, filesOf } from "./site-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "handoffs-astro-"));
/** What a folder needs to be taken for a former site, whose place another one may take. */
const former = ["archive.schema.json", "index.html", "state.json"];
const published = join(scratch, "public");
/** Where Node keeps what it has compiled. */
const compiled = join(scratch, "compiled");
const frontMatter = "---\ntitle: Plan\ndescription: The plan\n---\n\n";
const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function write(path: string, text: string): void {
	const file = join(scratch, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

function run(...args: readonly string[]) {
	const { NODE_ENV: _, ...env } = process.env;
	return spawnSync(process.execPath, args, {
		cwd: scratch,
		env: { ...env, NO_COLOR: "1", NODE_COMPILE_CACHE: compiled },
		encoding: "utf8",
	});
}

const astroBuild = () => run(join(root, "node_modules/astro/bin/astro.mjs"), "build", "--root", root);
const check = () => run(join(root, "src/cli/main.ts"), "check");
const build = (out: string) => run(join(root, "src/cli/main.ts"), "build", "--out", out);

beforeAll(() => {
	for (const [path, text] of Object.entries(sampleArchive())) write(join("docs", path), text);
	write("docs/AGENT_PROMPT_HANDOFF_2.md", "# Agent prompt: H-2\n\nNothing of an older standard is asked twice.\n");
	write(
		"handoffs.config.yaml",
		"archive: docs\nout: public\nrulesFor: [{ handoffs: H-2, rules: { layout/*: off, prompt/*: off } }]\n",
	);
	for (const name of former) write(`public/${name}`, "as it was");
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it("astro build by itself fails on an archive with errors, prints what check prints, and publishes nothing", () => {
	const spec = join("docs", samplePaths.spec);
	const text = readFileSync(join(scratch, spec), "utf8");
	write(spec, text.replace("## 1. Mission", "## 1. Vision"));
	const checked = check();
	const built = astroBuild();
	expect(checked.status).toBe(1);
	expect(built.status).toBe(1);
	expect(checked.stdout).toContain("error spec/section-missing");
	expect(built.stdout).toContain(checked.stdout);
	expect(built.stdout + built.stderr).toContain("nothing was published");
	expect(filesOf(published)).toEqual(former);
	expect(readFileSync(join(published, "index.html"), "utf8")).toBe("as it was");

	write(spec, text);
	const mended = astroBuild();
	expect(mended.status, mended.stdout + mended.stderr).toBe(0);
	expect(filesOf(published)).toContain("handoffs/H-1/index.html");
	expect(readFileSync(join(published, "index.html"), "utf8")).not.toBe("as it was");
});

it("our build makes the same site of a bundle of its pages, to the byte, the first time and later", () => {
	// A colour that no other test uses, so that the bundle is made here.
	const settings = readFileSync(join(scratch, "handoffs.config.yaml"), "utf8");
	write("handoffs.config.yaml", `${settings}theme: { accentHue: ${Math.floor(Math.random() * 1e6) / 1e4} }\n`);
	const byAstro = astroBuild();
	const builds = ["first", "later"].map((out) => ({ ...build(out), compiled: filesOf(compiled).length }));
	write("handoffs.config.yaml", settings);
	for (const { status, stdout, stderr } of [byAstro, ...builds]) expect(status, stdout + stderr).toBe(0);
	const site = contentsOf(published);
	expect([...site.keys()]).toContain("disk/disk.js");
	for (const out of ["first", "later"]) expect(contentsOf(join(scratch, out))).toEqual(site);
	const [first, later] = builds.map(({ compiled }) => compiled);
	expect(later, "what a later build compiles was compiled before, and is not kept once more").toBe(first);
});

it("a picture on a page of the team is prepared by Astro", () => {
	const settings = readFileSync(join(scratch, "handoffs.config.yaml"), "utf8");
	write("handoffs.config.yaml", `${settings}pages: pages\n`);
	write("pages/plan.mdx", `${frontMatter}![A plan](./plan.png)\n`);
	writeFileSync(join(scratch, "pages/plan.png"), Buffer.from(onePixel, "base64"));
	const built = build("pictured");
	write("handoffs.config.yaml", settings);
	expect(built.status, built.stdout + built.stderr).toBe(0);
	const [, picture] =
		/<img src="\/(_astro\/plan\.[^"]+\.webp)"/.exec(
			readFileSync(join(scratch, "pictured/pages/plan/index.html"), "utf8"),
		) ?? [];
	expect(filesOf(join(scratch, "pictured"))).toContain(picture);
});

it("what a further page imports from elsewhere is as it is now in each build", () => {
	const settings = readFileSync(join(scratch, "handoffs.config.yaml"), "utf8");
	write("handoffs.config.yaml", `${settings}pages: pages\n`);
	write("pages/plan.mdx", `${frontMatter}import { depth } from "../tide.js"\n\nDepth {depth}\n`);
	const shown = ["5 metres", "6 metres"].map((depth) => {
		write("tide.js", `export const depth = ${JSON.stringify(depth)};\n`);
		const built = build("imported");
		expect(built.status, built.stdout + built.stderr).toBe(0);
		return readFileSync(join(scratch, "imported/pages/plan/index.html"), "utf8").includes(`Depth ${depth}`);
	});
	write("handoffs.config.yaml", settings);
	expect(shown).toEqual([true, true]);
});

it.each([
	["front matter", "---\ntitle: Plan\n---\n\nText\n", 'plan.mdx:2:1: error: "description" is missing'],
	["MDX", `${frontMatter}Text {\n`, "plan.mdx:6:6"],
	["code", `${frontMatter}{(() => { throw new Error("no such tide"); })()}\n`, "plan.mdx: no such tide"],
])("a further page whose %s is wrong ends the build, with what is wrong and no more", (_, page, fault) => {
	const settings = readFileSync(join(scratch, "handoffs.config.yaml"), "utf8");
	write("handoffs.config.yaml", `${settings}pages: pages\n`);
	write("pages/plan.mdx", page);
	const built = build("none");
	write("handoffs.config.yaml", settings);
	expect(built.stderr).toContain(fault);
	expect(built.stderr).not.toMatch(/should not have happened|^\s+at /m);
	expect(built.status).toBe(2);
	expect(existsSync(join(scratch, "none"))).toBe(false);
});

it("astro build by itself refuses an output folder that holds something else than a site", () => {
	const settings = readFileSync(join(scratch, "handoffs.config.yaml"), "utf8");
	write("handoffs.config.yaml", settings.replace("out: public", "out: docs"));
	const before = filesOf(join(scratch, "docs"));
	const built = astroBuild();
	write("handoffs.config.yaml", settings);
	expect(built.status).toBe(1);
	expect(built.stdout + built.stderr).toContain("the site is made from it");
	expect(filesOf(join(scratch, "docs"))).toEqual(before);
});
