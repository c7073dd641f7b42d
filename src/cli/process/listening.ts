import { createServer } from "node:net";
import { codeOf, reasonOf } from "#files/reason.ts";
import type { Address } from "../site/site.ts";

/** Why nobody can listen at an address, told before the work that it is for; null where it can be done. */
export function whyNotListen({ host = "localhost", port = 0 }: Address): Promise<string | null> {
	const server = createServer();
	return new Promise((resolve) => {
		server.once("error", (error) => resolve(reason(error, { host, port })));
		server.listen(port, host, () => server.close(() => resolve(null)));
	});
}

function reason(error: Error, { host, port }: Required<Address>): string {
	switch (codeOf(error)) {
		case "EADDRINUSE":
			return `port ${port} is in use; name another one with --port, or leave --port out for a free one`;
		case "EACCES":
			return `port ${port} is not open to this user; name one from 1024 with --port`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
		case "EAI_AGAIN":
			return `${host} is no address of this machine; leave --host out to listen on this machine only, or give 0.0.0.0 for all its addresses`;
		default:
			return `nothing can listen on ${host}:${port}: ${reasonOf(error)}`;
	}
}
