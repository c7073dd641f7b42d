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
