import { type Command, exitCodes } from "../command.ts";
import { archiveOptions, prepareSite } from "../settings.ts";
import { addressOf, serveOptions } from "../site/serving.ts";
import type { SiteInput } from "../site/site.ts";

/** `handoffs dev`: the site while the documents are being written; errors are shown and stop nothing. */
export const dev: Command = {
	help: {
		summary: "Serve the site while you write; it follows every change.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details: "Findings are shown on the pages of their documents and never stop the server.",
		examples: ["dev docs/handoffs"],
		options: { ...serveOptions, ...archiveOptions },
	},
	run: async (given, effects) => {
		const address = await addressOf(given, effects);
		const input = (): SiteInput => {
			const { settings, options } = prepareSite(given, effects);
			return { settings, check: options, open: () => effects.files.openArchive(settings), reload: input };
		};
		const first = input();
		const { devSite } = await effects.site();
		const { url } = await devSite({ ...address, ...first });
		await effects.stdout.write(`Serving at ${url} until you press Ctrl+C.\n`);
		return exitCodes.ok;
	},
};
