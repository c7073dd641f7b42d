import { buildArchive, buildOptions } from "./build.ts";
import { type Command, exitCodes, type OptionSpec, type ParsedArguments, Unusable } from "./command.ts";
import type { Address } from "./site.ts";

/** Options of every command that serves a site. */
export const serveOptions = {
	host: { type: "string", value: "HOST", help: "Host name or address to listen on. Default: this machine only." },
	port: { type: "string", short: "p", value: "PORT", help: "Port to listen on. Default: a free one." },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Where to listen, from the command line. @throws Unusable for a port that is none. */
export function addressOf(given: ParsedArguments): Address {
	const host = given.value("host");
	const text = given.value("port");
	const port = Number(text);
	if (text !== undefined && !(/^\d+$/.test(text) && port <= 65_535))
		throw new Unusable(`--port ${text} is no port: 0 to 65535`);
	return { ...(host === undefined ? {} : { host }), ...(text === undefined ? {} : { port }) };
}

/** `handoffs start`: builds the site and serves it. */
export const start: Command = {
	help: {
		summary: "Build the site of an archive, serve it, and print the address.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		options: { ...serveOptions, ...buildOptions },
	},
	run: async (given, effects) => {
		const address = addressOf(given);
		const { published, exitCode, settings } = await buildArchive(given, effects);
		if (!published) return exitCode;
		const { serveSite } = await effects.site();
		const { url } = await serveSite({ ...address, folder: settings.out, base: settings.base });
		await effects.stdout.write(`Serving at ${url} until you press Ctrl+C.\n`);
		return exitCodes.ok;
	},
};
