import type { Handoff } from "#model/archive.ts";
import { nearest } from "#parse/nearest.ts";

/** The id of the handoff that is called so in another spelling, or null. */
export function sameHandoff(name: string, handoffs: readonly Handoff[]): string | null {
	const spelling = name.toLowerCase();
	const isSame = ({ id, aliases }: Handoff) => [id, ...aliases].some((alias) => alias.toLowerCase() === spelling);
	return handoffs.find(isSame)?.id ?? null;
}

/** The id of the handoff that is called so in another spelling, or that is nearest. */
export function nearestHandoff(name: string, handoffs: readonly Handoff[]): string | null {
	return (
		sameHandoff(name, handoffs) ??
		nearest(
			name,
			handoffs.map(({ id }) => id),
		)
	);
}

/** Whether a name is made of several ids, which are written as a list, or as a range with two dots. */
export function namesSeveral(name: string): boolean {
	return name.split(/[,;\s]+/).filter((part) => /\d/.test(part)).length > 1;
}
