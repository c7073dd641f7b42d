import type { MiddlewareHandler } from "astro";
import { compact } from "./compact.ts";

/** Makes each page of a handoff as short as HTML lets it be: they are the longest of a site, and most of it. */
export const onRequest: MiddlewareHandler = async ({ routePattern }, next) => {
	const response = await next();
	if (routePattern !== "/handoffs/[slug]") return response;
	return new Response(compact(await response.text()), response);
};
