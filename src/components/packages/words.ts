import { common, packages as t } from "virtual:handoff-archive/words";
import type { PackageChange } from "#model/packages.ts";
import { capitalised, listed, say } from "../say.ts";

type Slice = ReturnType<typeof import("virtual:handoff-archive/bodies").packageAt>;
type Item = ReturnType<typeof import("virtual:handoff-archive/bodies").packageList>[number];

/** Longer lists of ids are no sentence any more. */
const mostNamed = 6;

/** The sentence that a package's page opens with: which handoffs touched it, and how. */
export function packageAnswer({ touches, mentions, moreMentions }: Slice): string {
	const named = (ids: readonly string[]) =>
		ids.length > mostNamed ? say(common.handoffs, { count: ids.length }) : listed(ids);
	const by = (change: Exclude<PackageChange, "unspecified">) => {
		const ids = touches.filter((touch) => touch.delivered?.change === change).map(({ handoff }) => handoff.id);
		return ids.length === 0 ? [] : [say(t.by[change], { handoffs: named(ids) })];
	};
	const work = [...by("create"), ...by("modify"), ...by("remove"), ...by("pack")];
	const planned = touches.filter((touch) => !touch.delivered).map(({ handoff }) => handoff.id);
	const open = planned.length > 0 ? [say(t.by.planned, { handoffs: named(planned) })] : [];
	const others = mentions.length + moreMentions;
	const aside = others > 0 ? say(t.aside, { mentions: capitalised(say(t.others, { count: others })) }) : "";
	if (touches.length === 0) return t.noWork + aside;
	return say(t.work, { work: capitalised(listed([...work, ...open])) }) + aside;
}

/** The sentence that the list of packages opens with. */
export function packagesAnswer(items: readonly Item[]): string {
	const removed = items.filter(({ last }) => last?.change === "remove" && !last.isPlan).length;
	const untouched = items.filter(({ touches }) => touches === 0).length;
	const parts = [
		...(removed > 0 ? [say(t.removed, { count: removed })] : []),
		...(untouched > 0 ? [say(t.untouched, { count: untouched })] : []),
	];
	const packages = capitalised(say(common.packages, { count: items.length }));
	return parts.length > 0 ? say(t.answerOfWhich, { packages, parts: listed(parts) }) : say(t.answer, { packages });
}
