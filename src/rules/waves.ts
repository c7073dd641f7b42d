import type { Handoff } from "#model/archive.ts";
import type { DocumentRecord, DocumentWave } from "#model/documents.ts";
import type { ArchiveSubject } from "./rule.ts";

/** A handoff that is part of a wave, with the document that says so. */
export interface WaveMember {
	readonly handoff: Handoff;
	readonly document: DocumentRecord;
	readonly wave: DocumentWave;
	readonly results: readonly DocumentRecord[];
}

/** Handoffs that state the same wave, in build order. */
export interface Wave {
	readonly name: string;
	readonly members: readonly WaveMember[];
	/** The handoff that integrates it, which may be labelled with a later wave. */
	readonly integration: WaveMember | null;
}

/**
 * The waves of an archive (BHS, Multi-Package Builds) in the order in which they end. An integration handoff integrates its
 * own wave and every earlier one that none has integrated.
 */
export function wavesOf({ documents, handoffs }: ArchiveSubject): readonly Wave[] {
	const byHandoff = Map.groupBy(documents, ({ handoff }) => handoff);
	const members = handoffs.flatMap((handoff): WaveMember[] => {
		const own = byHandoff.get(handoff.id) ?? [];
		const order = ["spec", "prompt", "results", "other"];
		const document = own.filter(({ wave }) => wave).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
		if (!document?.wave) return [];
		return [{ handoff, document, wave: document.wave, results: own.filter(({ kind }) => kind === "results") }];
	});
	const byName = Map.groupBy(members, ({ wave }) => wave.name.toLowerCase().replace(/^w(?=\d)/u, ""));
	const integrations = members.filter(({ wave }) => wave.integration);
	return [...byName.values()]
		.flatMap((group): Wave[] => {
			const [first] = group;
			const own = group.filter(({ wave }) => !wave.integration);
			const end = own.at(-1)?.handoff.order ?? 0;
			const integration =
				group.find(({ wave }) => wave.integration) ?? integrations.find(({ handoff }) => handoff.order > end) ?? null;
			return first ? [{ name: first.wave.name, members: group, integration }] : [];
		})
		.sort((a, b) => endOf(a) - endOf(b));
}

function endOf({ members }: Wave): number {
	return members.at(-1)?.handoff.order ?? 0;
}

/** Sentences for the handoffs that no wave rule speaks of. */
export function* withoutWave({ handoffs }: ArchiveSubject, waves: readonly Wave[]) {
	const spoken = new Set(waves.flatMap(({ members }) => members.map(({ handoff }) => handoff.id)));
	for (const { id } of handoffs)
		if (!spoken.has(id)) yield { verdict: "not-applicable", reason: `${id} states no wave.`, handoff: id } as const;
}
