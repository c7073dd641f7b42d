import { type Effects, type OptionSpec, type ParsedArguments, Unusable } from "../command.ts";
import type { Address } from "./site.ts";

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
