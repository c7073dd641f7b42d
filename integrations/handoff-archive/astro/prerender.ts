import type { AstroPrerenderer } from "astro";
import { type FileSink, fileSink } from "../storage/file-sink.ts";
import { pathBelow } from "./addresses.ts";

export interface PrerenderOptions {
	/** What must be done before the first page is made. */
	readonly before: () => Promise<void>;
	/** Where the site is built, for pages that are written here and not by Astro; null where Astro is to write them all. */
	readonly folder: string | null;
	/** The base path of the site. */
	readonly base: string;
}

/**
 * Astro's own prerenderer with something to be done before; bundling is over by then. It may write pages by itself: Astro makes
 * three requests of the system for each, one after the other, and each takes this thread as long as writing a file does.
 */
export function sitePrerenderer(
	astros: AstroPrerenderer,
	{ before, folder, base }: PrerenderOptions,
): AstroPrerenderer {
	const write = folder === null ? null : pageWriter(fileSink(folder), base);
	return {
		...astros,
		setup: async () => {
			await before();
			await astros.setup?.();
		},
		render: async (request, options) => {
			const rendered = await astros.render(request, options);
			const response = rendered instanceof Response ? rendered : rendered.response;
			if (response.status !== 200) return rendered;
			if (!(await write?.(new URL(request.url).pathname, options.routeData.type, response))) return rendered;
			// Without a body Astro has nothing left to write.
			const written = new Response(null);
			return rendered instanceof Response ? written : { ...rendered, response: written };
		},
	};
}

/** Writes a page that was made; false for one whose file is for Astro to name. */
export type PageWriter = (pathname: string, type: string, response: Response) => Promise<boolean>;

/** @param base the base path of the site */
export function pageWriter(sink: FileSink, base: string): PageWriter {
	return async (pathname, type, response) => {
		const path = outputPath(pathname, base, type);
		if (path === null) return false;
		sink(path, new Uint8Array(await response.arrayBuffer()));
		return true;
	};
}

/** What addresses of the site are made of; where one is not, Astro says how its file is called. */
const plain = /^[\p{L}\p{N}\p{M}._~/-]*$/u;

/**
 * The file of an address below the site's root, as Astro calls it; null where that is for Astro to say.
 * @param pathname percent-encoded, the base path before it
 */
export function outputPath(pathname: string, base: string, type: string): string | null {
	const path = pathBelow(base, pathname);
	if (path === null || !plain.test(path)) return null;
	// Astro asks for a file whose ending is a parameter as if it were a folder.
	if (type === "endpoint") return path.replace(/\/$/, "");
	if (type !== "page" || (path !== "" && !path.endsWith("/"))) return null;
	return path === "404/" ? "404.html" : `${path}index.html`;
}
