import { getCollection } from "astro:content";
import { handoffJson } from "virtual:handoff-archive/bodies";
import type { APIContext } from "astro";

export async function getStaticPaths() {
	return (await getCollection("handoffs")).map(({ data: { slug, order } }) => ({ params: { slug }, props: { order } }));
}

/** All that archive.json says of one handoff. */
export const GET = ({ props }: APIContext<{ order: number }>) => new Response(handoffJson(props.order));
