import { type Command, exitCodes } from "../command.ts";
import { buildArchive, buildOptions } from "../site/building.ts";
import { addressOf, serveOptions } from "../site/serving.ts";

/** `handoffs start`: builds the site and serves it. */
export const start: Command = {
	help: {
		summary: "Build the site of an archive, serve it, and print the address.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		examples: ["start docs/handoffs", "start docs/handoffs --report-only --port 8080"],
		options: { ...serveOptions, ...buildOptions },
	},
	run: async (given, effects) => {
		const address = await addressOf(given, effects);
		const { published, exitCode, settings } = await buildArchive(given, effects);
		if (!published) return exitCode;
		const { serveSite } = await effects.site();
		const { url } = await serveSite({ ...address, folder: settings.out, base: settings.base });
		await effects.stdout.write(`Serving at ${url} until you press Ctrl+C.\n`);
		return exitCodes.ok;
	},
};
