import type { OverviewEntry } from "virtual:handoff-archive/entries";
import { overview } from "virtual:handoff-archive/words";
import { say } from "../say.ts";

type Documents = OverviewEntry["changes"][number]["documents"];

/** More documents than this of one commit are counted, not named. */
const mostNamed = 4;

const kinds = ["added", "changed", "removed"] as const;

/** What was done to documents at one time: "Spec, Results added; Prompt changed". */
export function changeWords(documents: Documents): {
	readonly kind: (typeof kinds)[number];
	readonly parts: readonly { readonly label: string; readonly href: string | null }[];
}[] {
	return kinds.flatMap((kind) => {
		const own = documents.filter((document) => document.kind === kind);
		if (own.length === 0) return [];
		const named = own.slice(0, mostNamed).map(({ label, href }) => ({ label, href }));
		const more = own.length - named.length;
		return [
			{
				kind,
				parts: more > 0 ? [...named, { label: say(overview.changes.more, { count: more }), href: null }] : named,
			},
		];
	});
}
