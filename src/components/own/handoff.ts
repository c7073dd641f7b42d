import { type HandoffEntry, handoffEntries } from "virtual:handoff-archive/entries";

const handoffs = handoffEntries();

type Handoff = HandoffEntry;

/** The handoff that a page of the team names by its id or another name. @throws where there is none, with the names there are. */
export function handoffNamed(component: string, name: unknown): Handoff {
	const found = handoffs.find(({ id, aliases }) => id === name || aliases.some((alias) => alias === name));
	if (found) return found;
	const ids = handoffs.map(({ id }) => id);
	throw new Error(
		`<${component} id=${JSON.stringify(name)}> names no handoff of the archive, which holds ${ids.slice(0, 20).join(", ")}${ids.length > 20 ? " …" : ""}.`,
	);
}

/** The handoffs with all of what is asked for, in build order. */
export function handoffsWith({
	status,
	family,
	package: id,
}: {
	readonly status?: string | undefined;
	readonly family?: string | undefined;
	readonly package?: string | undefined;
}): readonly Handoff[] {
	return handoffs.filter(
		(handoff) =>
			(status === undefined || (handoff.hasResults ? handoff.status : "open") === status) &&
			(family === undefined || handoff.family === family || handoff.parent?.id === family || handoff.id === family) &&
			(id === undefined || handoff.packages.includes(id)),
	);
}
