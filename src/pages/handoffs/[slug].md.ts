import { revisionsAt, sourceOf } from "virtual:handoff-archive/bodies";
import { type HandoffEntry, handoffEntries } from "virtual:handoff-archive/entries";
import type { APIContext } from "astro";
import { handoffTwin } from "../../components/twin/handoff.ts";

export function getStaticPaths() {
	return handoffEntries().map((handoff) => ({ params: { slug: handoff.slug }, props: { handoff } }));
}

/** A handoff's page as Markdown: what was found out about it, then its documents as they stand in their files. */
export const GET = ({ props: { handoff } }: APIContext<{ handoff: HandoffEntry }>) =>
	new Response(handoffTwin(handoff, sourceOf, revisionsAt(handoff.order)));
