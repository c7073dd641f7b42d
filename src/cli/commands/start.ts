import { type Command, type Effects, exitCodes, type OptionSpec, type ParsedArguments, Unusable } from "../command.ts";
import type { Address } from "../site.ts";
import { buildArchive, buildOptions } from "./build.ts";

/** Options of every command that serves a site. */
export const serveOptions = {
	host: { type: "string", value: "HOST", help: "Host name or address to listen on. Default: this machine only." },
	port: { type: "string", short: "p", value: "PORT", help: "Port to listen on. Default: a free one." },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Where to listen, from the command line. @throws Unusable for a port that is none, and where nobody can listen. */
export async function addressOf(given: ParsedArguments, { whyNotListen }: Effects): Promise<Address> {
	const host = given.value("host");
	const text = given.value("port");
	const port = Number(text);
	if (text !== undefined && !(/^\d+$/.test(text) && port <= 65_535))
		throw new Unusable(`--port ${text} is no port: 0 to 65535`);
	const address = { ...(host === undefined ? {} : { host }), ...(text === undefined ? {} : { port }) };
	const refused = (await whyNotListen?.(address)) ?? null;
	if (refused !== null) throw new Unusable(refused);
	return address;
}

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
