import type { MiddlewareHandler } from "astro";
import { compact } from "./compact.ts";

/** Makes each page that is built as short as HTML lets it be. */
export const onRequest: MiddlewareHandler = async (_, next) => {
	const response = await next();
	if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
	return new Response(compact(await response.text()), response);
};
