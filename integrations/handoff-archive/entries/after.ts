import type { Handoff } from "#model/archive.ts";
import { compareIds } from "#model/ids.ts";
import { laterTouches } from "#relate/later.ts";
import type { ReadArchive } from "../read/read.ts";
import type { Places } from "./places.ts";
import type { HandoffEntry } from "./schemas.ts";

/** What a page names of each later handoff, and how many of those: the rest is told as a number. */
const most = { handoffs: 12, files: 4 };

/** For each handoff, those that work on its files and packages after it, as its page shows them. */
export function afterSlices({ archive, plan }: ReadArchive, places: Places): (id: string) => HandoffEntry["after"] {
	const touches = laterTouches(archive.handoffs, archive.documents);
	const titles = new Map(archive.handoffs.map(({ id, title }) => [id, title]));
	return (id) => {
		const later = touches.get(id) ?? [];
		return {
			touches: later.slice(0, most.handoffs).map(({ handoff, files, packages }) => ({
				id: handoff,
				title: titles.get(handoff) ?? "",
				href: plan.handoffs.get(handoff) ?? null,
				packages: [...packages],
				files: files
					.slice(0, most.files)
					.map(({ path, action, place }) => ({ path, action, place: places.at(place.path, place.line) })),
				moreFiles: Math.max(0, files.length - most.files),
			})),
			more: Math.max(0, later.length - most.handoffs),
		};
	};
}

/** For each handoff, its neighbours in the family: a component with its follow-ups, or all handoffs of another kind. */
export function kinSlices({ archive, plan }: ReadArchive): (id: string) => HandoffEntry["kin"] {
	const byId = new Map(archive.handoffs.map((handoff) => [handoff.id, handoff]));
	const families = Map.groupBy(archive.handoffs, (handoff) => familyOf(handoff, byId));
	const lines = new Map<string, { readonly line: readonly Handoff[]; readonly at: number; readonly name: string }>();
	for (const [name, members] of families) {
		const line = members.toSorted((a, b) => compareIds(a.id, b.id));
		for (const [at, { id }] of line.entries()) lines.set(id, { line, at, name });
	}
	const neighbour = (handoff: Handoff | undefined) =>
		handoff ? { id: handoff.id, title: handoff.title, href: plan.handoffs.get(handoff.id) ?? "" } : null;
	return (id) => {
		const own = lines.get(id);
		if (!own || own.line.length < 2) return null;
		const { line, at, name } = own;
		return {
			name,
			position: at + 1,
			total: line.length,
			previous: neighbour(line[at - 1]),
			next: neighbour(line[at + 1]),
		};
	};
}

/** The id of the handoff that a family started with, or the kind of those that stand by themselves. */
function familyOf(handoff: Handoff, byId: ReadonlyMap<string, Handoff>): string {
	let root = handoff;
	// An id that follows up itself in a circle ends where it comes round.
	for (let steps = 0; root.parent !== null && steps < mostSteps; steps++) {
		const parent = byId.get(root.parent);
		if (!parent) return root.parent;
		root = parent;
	}
	return root.family === "component" || root.family === "follow-up" ? root.id : root.family;
}

const mostSteps = 50;
