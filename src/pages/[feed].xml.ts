import { archiveEntry, handoffEntries, overviewEntry } from "virtual:handoff-archive/entries";
import { site } from "virtual:handoff-archive/site";
import { href } from "../components/links.ts";
import { atomFeed } from "../components/overview/feed.ts";

/** The feed needs the site's address: addresses within it cannot be relative, nor can its ids. */
export function getStaticPaths() {
	return site !== null && overviewEntry().changes.length > 0 ? [{ params: { feed: "feed" } }] : [];
}

/** What changed lately, as an Atom feed. */
export function GET(): Response {
	const { title } = archiveEntry();
	const { changes } = overviewEntry();
	const handoffs = new Map(handoffEntries().map((handoff) => [handoff.id, handoff]));
	const address = (path: string) => new URL(href(path), site ?? undefined).href;
	return new Response(atomFeed({ title, changes, handoffs, address }));
}
