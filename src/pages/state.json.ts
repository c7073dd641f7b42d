import { handoffEntries } from "virtual:handoff-archive/entries";
import { markOf, type SeenHandoffs } from "../components/overview/visit-words.ts";

/** A mark of each handoff, by which a browser tells what changed since its last visit. */
export function GET(): Response {
	const handoffs = handoffEntries();
	const seen: SeenHandoffs = Object.fromEntries(
		handoffs.map(({ id, slug, documents, marks, status, hasResults, verdicts }) => {
			const mark = markOf([...documents.map(({ sha256 }) => sha256), marks]);
			return [id, [slug, mark, hasResults ? (status ?? "not stated") : "open", verdicts.fail]] as const;
		}),
	);
	return new Response(JSON.stringify(seen));
}
