import { archiveEntry, documentEntries, handoffEntries } from "virtual:handoff-archive/entries";
import type { APIContext } from "astro";
import { href } from "../components/links.ts";
import { llmsText } from "../components/twin/llms.ts";

/** What the archive is and where to read on, for programs that read Markdown (llmstxt.org). */
export function GET({ site }: APIContext): Response {
	const { title } = archiveEntry();
	const handoffs = handoffEntries();
	const documents = documentEntries();
	const address = (path: string) => (site ? new URL(href(path), site).href : href(path));
	return new Response(llmsText({ title, handoffs, documents, address }));
}
