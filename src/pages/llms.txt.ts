import { getCollection, getEntry } from "astro:content";
import type { APIContext } from "astro";
import { href } from "../components/links.ts";
import { llmsText } from "../components/twin/llms.ts";

/** What the archive is and where to read on, for programs that read Markdown (llmstxt.org). */
export async function GET({ site }: APIContext): Promise<Response> {
	const archive = (await getEntry("archive", "archive"))?.data;
	const handoffs = (await getCollection("handoffs")).map(({ data }) => data).sort((a, b) => a.order - b.order);
	const documents = (await getCollection("documents")).map(({ data }) => data);
	const address = (path: string) => (site ? new URL(href(path), site).href : href(path));
	return new Response(llmsText({ title: archive?.title ?? "", handoffs, documents, address }));
}
