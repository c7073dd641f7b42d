import type { Standard } from "#model/standard.ts";
import type { StandardEntry } from "./schemas.ts";

/** A standard as its page shows it. */
export function standardEntryOf(standard: Standard): StandardEntry {
	const sections = (kind: "spec" | "results" | "prompt") =>
		standard.sections[kind].map(({ number, title, required, requires, aliases }) => ({
			number: number ?? null,
			title,
			required,
			requires,
			aliases: [...aliases],
		}));
	const { id, title, version, abbreviation, layout, summary, statuses } = standard;
	return {
		id,
		title,
		version,
		abbreviation,
		layout,
		summary,
		ids: standard.ids.map(({ family, conforming, canonical, parent, aliases }) => ({
			family,
			conforming,
			canonical,
			parent: parent ?? null,
			aliases: [...aliases],
		})),
		documents: standard.documents.map(({ kind, example }) => ({ kind, example })),
		sections: { spec: sections("spec"), results: sections("results"), prompt: sections("prompt") },
		statuses: [...statuses],
	};
}
