import type { Found } from "#search/find.ts";
import type { FoundSection, Group } from "#search/groups.ts";
import { found as english } from "#words/en/index.ts";
import { filled } from "#words/speech.ts";

/** Which line of its file a section that was found is shown by. */
export type LineOf = (section: FoundSection) => number;

/** What a search found, as `search --json` prints it and builder agents get it. */
export function foundAsData(query: string, found: Found, groups: readonly Group[], lineOf: LineOf) {
	const section = (one: FoundSection) => ({
		path: one.document.path,
		line: lineOf(one),
		kind: one.document.kind,
		section: one.title,
		words: one.excerpt.map(({ text }) => text).join(""),
	});
	return {
		query,
		corrected: found.corrected,
		missing: found.missing.map(({ text }) => text),
		jumps: found.jumps.shown.map(({ kind, name, title, href, because, asked }) => ({
			kind,
			name,
			title,
			place: href,
			because: filled(english.because[because], { asked }),
		})),
		documents: found.documents,
		found: groups.map(({ handoff, documents, sections, more }) => ({
			handoff: handoff
				? { id: handoff.id, title: handoff.title, status: handoff.facets.status?.[0] ?? null, date: handoff.date }
				: null,
			documents: documents.map(({ path }) => path),
			sections: [...sections, ...more].map(section),
		})),
	};
}
