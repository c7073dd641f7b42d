import type { Handoff } from "#model/archive.ts";
import type { DocumentRecord, DocumentWave } from "#model/documents.ts";
import type { Place } from "#model/source.ts";
import { because } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import type { ArchiveSubject } from "../judging/rule.ts";
import { lineStart, pathOf } from "./archive-facts.ts";

/** A handoff that is part of a wave, with what the wave's rules ask about. */
export interface WaveMember {
	readonly handoff: Handoff;
	/** Where it is said to be part of the wave; its first document where the settings say so. */
	readonly place: Place;
	readonly results: readonly DocumentRecord[];
	/** Of an integration handoff: the first lines that speak of what it must do; null where no document calls it one. */
	readonly steps: DocumentWave["integration"];
}

/** Handoffs of one wave, in build order. */
export interface Wave {
	readonly name: string;
	readonly members: readonly WaveMember[];
	/** The handoff that integrates it, which may be labelled with a later wave. */
	readonly integration: WaveMember | null;
}

/** The waves of an archive in the order in which they end, with the documents of their handoffs. */
export function wavesOf({ documents, handoffs, waves }: ArchiveSubject): readonly Wave[] {
	if (waves.length === 0) return [];
	const byId = new Map(handoffs.map((handoff) => [handoff.id, handoff]));
	const byHandoff = Map.groupBy(documents, ({ handoff }) => handoff);
	const memberOf = ({ handoff: id, place }: ArchiveSubject["waves"][number]["members"][number]): WaveMember[] => {
		const handoff = byId.get(id);
		if (!handoff) return [];
		const own = byHandoff.get(id) ?? [];
		const path = pathOf(handoff, ["spec", "results", "prompt", "other"]) ?? id;
		return [
			{
				handoff,
				place: place ? lineStart(place.path, place.line) : filePlace(path),
				results: own.filter(({ kind }) => kind === "results"),
				steps: own.find(({ wave }) => wave?.integration)?.wave?.integration ?? null,
			},
		];
	};
	return waves.map(({ name, members, integration }) => ({
		name,
		members: members.flatMap(memberOf),
		integration: integration ? (memberOf(integration)[0] ?? null) : null,
	}));
}

/** Sentences for the handoffs that no wave rule speaks of. */
export function* withoutWave({ handoffs }: ArchiveSubject, waves: readonly Wave[]) {
	const spoken = new Set(waves.flatMap(({ members }) => members.map(({ handoff }) => handoff.id)));
	for (const { id } of handoffs)
		if (!spoken.has(id))
			yield { verdict: "not-applicable", ...because("noWave", { handoff: id }), handoff: id } as const;
}
