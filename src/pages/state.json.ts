import { getCollection } from "astro:content";
import { markOf, type SeenHandoffs } from "../components/overview/visit-words.ts";

/** A mark of each handoff, by which a browser tells what changed since its last visit. */
export async function GET(): Promise<Response> {
	const handoffs = (await getCollection("handoffs")).map(({ data }) => data).sort((a, b) => a.order - b.order);
	const seen: SeenHandoffs = Object.fromEntries(
		handoffs.map(({ id, slug, documents, marks, status, hasResults, verdicts }) => {
			const mark = markOf([...documents.map(({ sha256 }) => sha256), marks]);
			return [id, [slug, mark, hasResults ? (status ?? "not stated") : "open", verdicts.fail]] as const;
		}),
	);
	return new Response(JSON.stringify(seen));
}
