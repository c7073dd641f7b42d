import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { AstroIntegration, AstroUserConfig } from "astro";
import { AstroError } from "astro/errors";
import { whyNotOutput } from "#files/writing/output-folder.ts";
import type { Archive } from "#model/archive.ts";
import { reportFormats, reportOf } from "#report/index.ts";
import { filesBeside } from "#settings/files.ts";
import { siteConfig } from "./astro/config.ts";
import { handoffArchive } from "./index.ts";
import { inputFromDisk, type SiteInput } from "./read/input.ts";
import { createSession } from "./session/session.ts";
import { putInPlace, workFolder } from "./storage/folders.ts";
import { projectRoot } from "./storage/project.ts";

/**
 * The configuration for `astro build`, `astro dev` and `astro check` run without our commands. An archive with errors
 * fails the build, after its findings are printed; a build that fails leaves what was published last as it is.
 */
export function directConfig(cwd: string): AstroUserConfig {
	const input = inputFromDisk(cwd);
	const work = workFolder("direct-");
	process.once("exit", () => rmSync(work, { recursive: true, force: true }));
	// Astro keeps intermediate modules below the working directory; ours is where they find their packages.
	process.chdir(projectRoot);
	const session = createSession({
		input,
		bodies: join(work, "bodies"),
		reportOnly: false,
		onRefused: (archive) => printFindings(archive, input, cwd),
	});
	const { integrations = [], ...config } = siteConfig(input.settings, handoffArchive(session));
	return {
		...config,
		outDir: input.settings.out,
		cacheDir: join(work, "astro"),
		integrations: [
			refusedOutput(input.settings),
			...integrations,
			inPlaceAtTheEnd(join(work, "site"), input.settings.out),
		],
	};
}

/** Ends a build that would take the place of something else than a former site. */
function refusedOutput(settings: SiteInput["settings"]): AstroIntegration {
	return {
		name: "handoff-archive:output-folder",
		hooks: {
			"astro:config:setup": ({ command }) => {
				const refused = command === "build" ? whyNotOutput(settings) : null;
				if (refused !== null)
					throw new AstroError(
						`The site cannot be written to ${settings.out}: ${refused}.`,
						"Name another folder as `out` in handoffs.config.yaml.",
					);
			},
		},
	};
}

/** Lets a build write to a folder of its own, and puts that in place when all other integrations are done. */
function inPlaceAtTheEnd(site: string, out: string): AstroIntegration {
	return {
		name: "handoff-archive:in-place",
		hooks: {
			"astro:config:setup": ({ command, updateConfig }) => {
				if (command === "build") updateConfig({ outDir: pathToFileURL(`${site}/`) });
			},
			"astro:build:done": () => putInPlace(site, out),
		},
	};
}

async function printFindings(
	{ today: _, ...archive }: Archive,
	{ settings, open }: SiteInput,
	cwd: string,
): Promise<void> {
	const reporter = await reportFormats.pretty.load();
	const [folder = ""] = settings.archive;
	const beside = filesBeside(settings);
	const source = open();
	const placeOf = (path: string) => beside.get(path) ?? source.locate?.(path) ?? join(folder, path);
	const report = reportOf(archive, { fileOf: (path) => relative(cwd, placeOf(path)) });
	const { isTTY, columns } = process.stdout;
	process.stdout.write(reporter(report, { colour: isTTY === true, width: columns ?? 80 }));
}
