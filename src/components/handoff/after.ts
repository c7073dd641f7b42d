import type { HandoffEntry } from "virtual:handoff-archive/entries";
import { handoff } from "virtual:handoff-archive/words";

type Handoff = HandoffEntry;
type Place = Handoff["relations"][number]["place"];

/** One thing that a later handoff does about this one. */
interface LaterDeed {
	readonly words: string;
	/** The files or packages that the words are about. */
	readonly what: readonly string[];
	readonly place: Place;
}

/** A handoff that came after, with all that connects it. */
export interface LaterHandoff {
	readonly id: string;
	readonly title: string | null;
	readonly href: string | null;
	readonly deeds: readonly LaterDeed[];
	/** How many more files it touches. */
	readonly moreFiles: number;
}

/** What came after a handoff: those that say something of it, then those that only work on its files and packages. */
export function cameAfter({ relations, after }: Pick<Handoff, "relations" | "after">): readonly LaterHandoff[] {
	const later = new Map<
		string,
		{ -readonly [Key in keyof LaterHandoff]: LaterHandoff[Key] } & { deeds: LaterDeed[] }
	>();
	const entry = (id: string, title: string | null, href: string | null) => {
		const known = later.get(id) ?? { id, title, href, deeds: [], moreFiles: 0 };
		later.set(id, known);
		return known;
	};
	const said = relations.filter(({ isLater, direction }) => isLater && direction === "in");
	for (const { id, title, href, type, place } of said.toSorted((a, b) => rank(a.type) - rank(b.type)))
		entry(id, title, href).deeds.push({ words: handoff.later[type], what: [], place });
	for (const { id, title, href, packages, files, moreFiles } of after.touches) {
		const known = entry(id, title, href);
		if (packages.length > 0) known.deeds.push({ words: handoff.later.worksOn, what: packages, place: null });
		for (const { path, action, place } of files)
			known.deeds.push({ words: handoff.later[action], what: [path], place });
		known.moreFiles = moreFiles;
	}
	return [...later.values()];
}

/** A bare mention says least. */
function rank(type: Handoff["relations"][number]["type"]): number {
	return type === "supersedes" ? 0 : type === "mentions" ? 2 : 1;
}
