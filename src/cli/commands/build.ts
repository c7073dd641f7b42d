import type { Command } from "../command.ts";
import { buildArchive, buildOptions } from "../site/building.ts";

/** `handoffs build`: the archive as a static site, where the gate lets it pass. */
export const build: Command = {
	help: {
		summary: "Build the site of an archive, if it has no errors.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details:
			"Findings are reported as by check. An archive with errors is not published: the site that was published last stays as it is. " +
			"The output folder is replaced as a whole, and may hold nothing but a former site.",
		examples: ["build docs/handoffs --out public"],
		options: buildOptions,
	},
	run: async (given, effects) => (await buildArchive(given, effects)).exitCode,
};
