import { sourceOf } from "virtual:handoff-archive/bodies";
import { type DocumentEntry, documentEntries } from "virtual:handoff-archive/entries";
import type { APIContext } from "astro";
import { documentTwin } from "../../components/twin/document.ts";

export function getStaticPaths() {
	return documentEntries().map((entry) => ({ params: { slug: entry.slug }, props: { entry } }));
}

/** The page of a document that belongs to no handoff, as Markdown. */
export const GET = ({ props: { entry } }: APIContext<{ entry: DocumentEntry }>) =>
	new Response(documentTwin(entry, sourceOf));
