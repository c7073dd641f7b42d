import { type CollectionEntry, getCollection } from "astro:content";
import { sourceOf } from "virtual:handoff-archive/bodies";
import type { APIContext } from "astro";
import { documentTwin } from "../../components/twin/document.ts";

type Entry = CollectionEntry<"documents">["data"];

export async function getStaticPaths() {
	return (await getCollection("documents")).map(({ data }) => ({
		params: { slug: data.slug },
		props: { entry: data },
	}));
}

/** The page of a document that belongs to no handoff, as Markdown. */
export const GET = ({ props: { entry } }: APIContext<{ entry: Entry }>) => new Response(documentTwin(entry, sourceOf));
