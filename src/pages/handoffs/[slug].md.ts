import { type CollectionEntry, getCollection } from "astro:content";
import { sourceOf } from "virtual:handoff-archive/bodies";
import type { APIContext } from "astro";
import { handoffTwin } from "../../components/twin/handoff.ts";

type Handoff = CollectionEntry<"handoffs">["data"];

export async function getStaticPaths() {
	return (await getCollection("handoffs")).map(({ data }) => ({
		params: { slug: data.slug },
		props: { handoff: data },
	}));
}

/** A handoff's page as Markdown: what was found out about it, then its documents as they stand in their files. */
export const GET = ({ props: { handoff } }: APIContext<{ handoff: Handoff }>) =>
	new Response(handoffTwin(handoff, sourceOf));
