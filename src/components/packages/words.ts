import type { PackageChange } from "#model/packages.ts";
import { capitalised, counted, listed } from "../words.ts";

type Slice = ReturnType<typeof import("virtual:handoff-archive/bodies").packageAt>;
type Item = ReturnType<typeof import("virtual:handoff-archive/bodies").packageList>[number];

/** What RESULTS reports of a package. */
export const deliveredWords = {
	create: "created",
	modify: "modified",
	remove: "removed",
	pack: "archive built",
	unspecified: "named",
} as const satisfies Record<PackageChange, string>;

/** What a spec plans for a package. */
export const plannedWords = {
	create: "create",
	modify: "modify",
	remove: "remove",
	pack: "build the archive",
	unspecified: "planned",
} as const satisfies Record<PackageChange, string>;

/** Longer lists of ids are no sentence any more. */
const mostNamed = 6;

/** The sentence that a package's page opens with: which handoffs touched it, and how. */
export function packageAnswer({ touches, mentions, moreMentions }: Slice): string {
	const delivered = (change: PackageChange) => touches.filter((touch) => touch.delivered?.change === change);
	const by = (change: PackageChange) => {
		const ids = delivered(change).map(({ handoff }) => handoff.id);
		if (ids.length === 0) return [];
		const named = ids.length > mostNamed ? counted(ids.length, "handoff") : listed(ids);
		return [`${change === "pack" ? "packed again" : deliveredWords[change]} by ${named}`];
	};
	const work = [...by("create"), ...by("modify"), ...by("remove"), ...by("pack")];
	const planned = touches.filter((touch) => !touch.delivered).map(({ handoff }) => handoff.id);
	const open =
		planned.length > 0
			? [
					`planned by ${planned.length > mostNamed ? counted(planned.length, "handoff") : listed(planned)} without a report of it`,
				]
			: [];
	const others = mentions.length + moreMentions;
	const aside =
		others > 0
			? ` ${capitalised(counted(others, "other handoff only mentions it", "other handoffs only mention it"))}.`
			: "";
	if (touches.length === 0) return `No handoff plans it or reports work on it.${aside}`;
	return `${capitalised(listed([...work, ...open]))}.${aside}`;
}

/** The sentence that the list of packages opens with. */
export function packagesAnswer(items: readonly Item[]): string {
	const removed = items.filter(({ last }) => last?.change === "remove" && !last.isPlan).length;
	const untouched = items.filter(({ touches }) => touches === 0).length;
	const parts = [
		...(removed > 0 ? [`${counted(removed, "was removed", "were removed")}`] : []),
		...(untouched > 0 ? [`${counted(untouched, "is only mentioned", "are only mentioned")}`] : []),
	];
	return `${capitalised(counted(items.length, "package"))}${parts.length > 0 ? `, of which ${listed(parts)}` : ""}.`;
}
