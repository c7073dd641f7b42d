import type { Handoff } from "./archive.ts";

/** Handoffs in the order in which they were built. */
export function inBuildOrder<Ordered extends Pick<Handoff, "order">>(handoffs: readonly Ordered[]): readonly Ordered[] {
	return [...handoffs].sort((a, b) => a.order - b.order);
}

/** The ids of the handoffs built right before and right after one; null where there is none. */
export function builtBesides(
	{ id }: Pick<Handoff, "id">,
	handoffs: readonly Pick<Handoff, "id" | "order">[],
): { readonly previous: string | null; readonly next: string | null } {
	const inOrder = inBuildOrder(handoffs);
	const at = inOrder.findIndex((other) => other.id === id);
	return { previous: inOrder[at - 1]?.id ?? null, next: at < 0 ? null : (inOrder[at + 1]?.id ?? null) };
}
