import { visit as t } from "virtual:handoff-archive/words";
import { say } from "../say.ts";

/** What a browser keeps of each handoff by its id: its page, a mark of its content, its status and how many rules fail. */
export type SeenHandoffs = Readonly<
	Record<string, readonly [slug: string, mark: string, status: string, fails: number]>
>;

/** A handoff that is not as it was. */
export interface VisitChange {
	readonly id: string;
	/** Null where it is gone. */
	readonly slug: string | null;
	readonly before: readonly [status: string, fails: number] | null;
	readonly after: readonly [status: string, fails: number] | null;
}

/** What is new, different or gone, in the order of the newer state. */
export function difference(before: SeenHandoffs, after: SeenHandoffs): VisitChange[] {
	const changes: VisitChange[] = [];
	for (const [id, [slug, mark, status, fails]] of Object.entries(after)) {
		const old = Object.hasOwn(before, id) ? before[id] : undefined;
		if (old?.[1] === mark) continue;
		changes.push({ id, slug, before: old ? [old[2], old[3]] : null, after: [status, fails] });
	}
	for (const [id, [, , status, fails]] of Object.entries(before))
		if (!Object.hasOwn(after, id)) changes.push({ id, slug: null, before: [status, fails], after: null });
	return changes;
}

/** What happened to it, in few words. */
export function visitWords({ before, after }: VisitChange): string {
	if (!after) return t.gone;
	if (!before) return say(t.new, { status: after[0] });
	if (before[0] !== after[0]) return say(t.status, { before: before[0], after: after[0] });
	if (before[1] !== after[1]) return say(t.fails, { before: before[1], count: after[1] });
	return t.edited;
}

/** A short mark that differs where any of the texts does (FNV-1a, 32 bits). */
export function markOf(texts: readonly string[]): string {
	let hash = 0x811c9dc5;
	for (const text of texts)
		for (let index = 0; index <= text.length; index++)
			hash = Math.imul(hash ^ (index < text.length ? text.charCodeAt(index) : 0), 0x01000193);
	return (hash >>> 0).toString(36);
}
