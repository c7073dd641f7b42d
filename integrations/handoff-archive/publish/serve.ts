import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize, relative, sep } from "node:path";
import { pipeline } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
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
		if (found !== null && "redirect" in found)
			response.writeHead(301, { location: siteAddress(base, `${path}/`) }).end();
		else send(request, response, { folder, found: found ?? fileAt(folder, "404.html"), status: found ? 200 : 404 });
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

interface Answer {
	readonly folder: string;
	readonly found: ReturnType<typeof fileAt>;
	readonly status: number;
}

/** Text is compressed as static hosts do; what carries its digest in its name never changes, and is kept. */
function send({ headers }: IncomingMessage, response: ServerResponse, { folder, found, status }: Answer): void {
	if (found === null || "redirect" in found) return void response.writeHead(404).end("Not found");
	const type = types[extname(found.file)] ?? "application/octet-stream";
	const isHashed = relative(folder, found.file).startsWith(`_astro${sep}`);
	const compressed = /^text|json|xml|javascript|wasm/.test(type) ? compressionFor(headers["accept-encoding"]) : null;
	response.writeHead(status, {
		"content-type": type,
		"cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
		"x-content-type-options": "nosniff",
		vary: "accept-encoding",
		...(compressed && { "content-encoding": compressed.name }),
	});
	const gone = () => response.destroy();
	const file = createReadStream(found.file);
	if (compressed) pipeline(file, compressed.stream(), response, (error) => error && gone());
	else pipeline(file, response, (error) => error && gone());
}

/** Brotli before gzip, as light as suits one reader at a time. */
function compressionFor(accepted: string | string[] | undefined) {
	const names = String(accepted ?? "").split(/\s*,\s*/);
	if (names.includes("br"))
		return {
			name: "br",
			stream: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
		} as const;
	return names.includes("gzip") ? ({ name: "gzip", stream: () => createGzip({ level: 6 }) } as const) : null;
}
