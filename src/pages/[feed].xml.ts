import { getCollection, getEntry } from "astro:content";
import { site } from "virtual:handoff-archive/site";
import { href } from "../components/links.ts";
import { atomFeed } from "../components/overview/feed.ts";

/** The feed needs the site's address: addresses within it cannot be relative, nor can its ids. */
export async function getStaticPaths() {
	const overview = (await getEntry("overview", "overview"))?.data;
	return site !== null && overview && overview.changes.length > 0 ? [{ params: { feed: "feed" } }] : [];
}

/** What changed lately, as an Atom feed. */
export async function GET(): Promise<Response> {
	const archive = (await getEntry("archive", "archive"))?.data;
	const overview = (await getEntry("overview", "overview"))?.data;
	const handoffs = new Map((await getCollection("handoffs")).map(({ data }) => [data.id, data]));
	const address = (path: string) => new URL(href(path), site ?? undefined).href;
	return new Response(atomFeed({ title: archive?.title ?? "", changes: overview?.changes ?? [], handoffs, address }));
}
