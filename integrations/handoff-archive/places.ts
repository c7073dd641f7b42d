import type { DocumentRecord } from "#model/documents.ts";
import type { Place } from "#model/source.ts";
import type { PlaceSlice } from "./entries.ts";
import type { SitePlan } from "./plan.ts";

/** Turns places in files into places on the site: the section of the page that the line stands in. */
export interface Places {
	at(path: string, line: number | null): PlaceSlice;
	of(place: Place): PlaceSlice;
}

export function placesOf(
	plan: SitePlan,
	records: ReadonlyMap<string, DocumentRecord>,
	unreadable: ReadonlyMap<string, string>,
): Places {
	const at = (path: string, line: number | null): PlaceSlice => {
		const document = plan.documents.get(path);
		const record = records.get(path);
		if (!document || !record) return { label: path, line, href: unreadable.get(path) ?? null };
		const label = document.handoff === null ? fileName(path) : document.label.toUpperCase().replace("AGENT ", "");
		const slug = line === null ? null : headingAt(record, line);
		return { label, line, href: `${document.page}#${slug === null ? document.key : `${document.key}-${slug}`}` };
	};
	return { at, of: (place) => at(place.path, place.kind === "range" ? place.range.start.line : null) };
}

/** The slug of the last heading at or before a line; headings stand in document order. */
function headingAt({ outline }: DocumentRecord, line: number): string | null {
	let low = -1;
	let high = outline.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((outline[middle]?.line ?? Number.POSITIVE_INFINITY) <= line) low = middle;
		else high = middle - 1;
	}
	return outline[low]?.slug ?? null;
}

export function fileName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}
