import { placedTimeline, stretchOfTimeline, type Timeline, timelineOf } from "#relate/timeline.ts";
import { speechOf } from "#words/speech.ts";
import { placesOf } from "../entries/places.ts";
import type { PlaceSlice } from "../entries/schemas.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";
import { scopeWords } from "../words/scope-words.ts";

/** A timeline with the pages of its handoffs. */
export interface TimelineSlice {
	readonly timeline: Timeline<PlaceSlice>;
	/** Page and title of each handoff, by id. */
	readonly pages: Readonly<Record<string, { readonly href: string | null; readonly title: string }>>;
}

/** Files of the records: the whole build order, and for each handoff the stretch around it. */
export const timelineFiles = { whole: "timeline", around: "timelines" } as const;

/** How many handoffs before and after one its own chart shows. */
const neighbours = 3;

/** Writes the figures of the build order as records, as a whole and around each handoff. */
export function writeTimelines(read: ReadArchive, language: string): void {
	const { archive, folder, plan, words } = read;
	const speech = speechOf(language, words.speech.and);
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const timeline = placedTimeline(
		timelineOf(archive, (scope) => scopeWords(scope, words.scopes, speech)),
		({ path, line }) => places.at(path, line),
	);
	const titles = new Map(archive.handoffs.map(({ id, title }) => [id, title]));
	const slice = (part: Timeline<PlaceSlice>): string => {
		const pages = part.steps.map(
			({ id }) => [id, { href: plan.handoffs.get(id) ?? null, title: titles.get(id) ?? "" }] as const,
		);
		return JSON.stringify({ timeline: part, pages: Object.fromEntries(pages) } satisfies TimelineSlice);
	};
	writeNumbered(folder, timelineFiles.whole, [slice(timeline)]);
	const around: string[] = [];
	for (const [index, { order }] of timeline.steps.entries())
		around[order] = slice(stretchOfTimeline(timeline, Math.max(0, index - neighbours), index + neighbours + 1));
	writeNumbered(folder, timelineFiles.around, around);
}
