import { createReadStream, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { siteAddress } from "#model/site-path.ts";

export interface ServeOptions {
	/** Folder of a built site. */
	readonly folder: string;
	/** The base path it was built for, with a slash at both ends. */
	readonly base: string;
	readonly host?: string;
	/** A free one is chosen where none is named. */
	readonly port?: number;
}

export interface RunningServer {
	readonly url: string;
	close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".md": "text/markdown; charset=utf-8",
	".png": "image/png",
	".json": "application/json; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".wasm": "application/wasm",
	".woff2": "font/woff2",
	".xml": "application/xml; charset=utf-8",
};

/**
 * Serves a built site as a static host does: index.html for folders, 404.html for what is not there.
 * @throws where the port is taken.
 */
export async function serveSite({ folder, base, host = "localhost", port = 0 }: ServeOptions): Promise<RunningServer> {
	const server = createServer((request, response) => {
		if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end();
		const path = pathOf(request.url ?? "/", base);
		const found = path === null ? null : fileAt(folder, path);
		if (found === null) send(response, fileAt(folder, "404.html"), 404);
		else if ("redirect" in found) response.writeHead(301, { location: siteAddress(base, `${path}/`) }).end();
		else send(response, found, 200);
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, resolve);
	});
	const address = server.address();
	const taken = typeof address === "object" && address !== null ? address.port : port;
	return {
		url: `http://${host}:${taken}${base}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** The path below the base path, without its leading slash; null for what lies outside. */
function pathOf(url: string, base: string): string | null {
	try {
		const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
		return path.startsWith(base) && !path.includes("\0") ? path.slice(base.length) : null;
	} catch {
		return null;
	}
}

function fileAt(folder: string, path: string): { readonly file: string } | { readonly redirect: true } | null {
	const file = normalize(join(folder, path));
	if (file !== normalize(folder) && !file.startsWith(normalize(folder).replace(/[\\/]?$/, sep))) return null;
	const found = statSync(file, { throwIfNoEntry: false });
	if (found?.isFile()) return { file };
	if (!found?.isDirectory()) return null;
	if (path !== "" && !path.endsWith("/")) return { redirect: true };
	const index = join(file, "index.html");
	return statSync(index, { throwIfNoEntry: false })?.isFile() ? { file: index } : null;
}

function send(response: ServerResponse, found: ReturnType<typeof fileAt>, status: number): void {
	if (found === null || "redirect" in found) return void response.writeHead(404).end("Not found");
	response.writeHead(status, {
		"content-type": types[extname(found.file)] ?? "application/octet-stream",
		"cache-control": "no-cache",
		"x-content-type-options": "nosniff",
	});
	createReadStream(found.file)
		.on("error", () => response.destroy())
		.pipe(response);
}
