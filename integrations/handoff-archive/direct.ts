import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import type { AstroUserConfig } from "astro";
import type { Archive } from "#model/archive.ts";
import { reportFormats, reportOf } from "#report/index.ts";
import { projectRoot, siteConfig } from "./config.ts";
import { inputFromDisk, type SiteInput } from "./input.ts";
import { createSession } from "./session.ts";

/**
 * The configuration for `astro build`, `astro dev` and `astro check` run without our commands. An archive with errors
 * fails the build, after its findings are printed.
 */
export function directConfig(cwd: string): AstroUserConfig {
	const input = inputFromDisk(cwd);
	const parent = join(projectRoot, ".handoffs");
	mkdirSync(parent, { recursive: true });
	const work = mkdtempSync(join(parent, "direct-"));
	process.once("exit", () => rmSync(work, { recursive: true, force: true }));
	const session = createSession({
		input,
		bodies: join(work, "bodies"),
		reportOnly: false,
		onRefused: (archive) => printFindings(archive, input, cwd),
	});
	return { ...siteConfig(session), outDir: input.settings.out, cacheDir: join(work, "astro") };
}

async function printFindings(archive: Archive, { settings }: SiteInput, cwd: string): Promise<void> {
	const reporter = await reportFormats.pretty.load();
	const folder = settings.archive[0] ?? "";
	const report = reportOf(archive, { fileOf: (path) => relative(cwd, join(folder, path)) });
	process.stdout.write(
		reporter(report, { colour: process.stdout.isTTY === true, width: process.stdout.columns ?? 80 }),
	);
}
