import type { Handoff } from "#model/archive.ts";
import type { DocumentKind, DocumentRecord } from "#model/documents.ts";
import { coversHandoff } from "#model/handoff-range.ts";
import type { Wave, WaveMember, WaveSetting } from "#model/waves.ts";

/** A member that has been found, with its place in the build order. */
interface Found extends WaveMember {
	readonly name: string;
	readonly order: number;
	readonly integrates: boolean;
}

/**
 * The waves of an archive in the order in which they end: as the settings name them, else as the documents state them. An
 * integration handoff integrates its own wave and every earlier one that none has integrated.
 */
export function wavesOf(
	handoffs: readonly Handoff[],
	documents: readonly DocumentRecord[],
	settings: readonly WaveSetting[] = [],
): readonly Wave[] {
	const found = membersOf(handoffs, documents, settings);
	if (found.length === 0) return [];
	const integrations = found.filter(({ integrates }) => integrates);
	const configured = new Map(settings.map((setting) => [keyOf(setting.name), setting]));
	const groups = Map.groupBy(found, ({ name }) => keyOf(name));
	return [...groups]
		.map(([key, members]) => {
			const setting = configured.get(key);
			const end = members.findLast(({ integrates }) => !integrates)?.order ?? 0;
			const integration = setting?.integration
				? configuredMember(setting.integration, handoffs)
				: (members.find(({ integrates }) => integrates) ?? integrations.find(({ order }) => order > end));
			const wave: Wave = {
				name: setting?.name ?? members[0]?.name ?? key,
				members: members.map(plain),
				integration: integration ? plain(integration) : null,
			};
			return { wave, last: members.at(-1)?.order ?? 0 };
		})
		.sort((a, b) => a.last - b.last)
		.map(({ wave }) => wave);
}

function configuredMember(id: string, handoffs: readonly Handoff[]): WaveMember | undefined {
	return handoffs.some((handoff) => handoff.id === id) ? { handoff: id, basis: "configured", place: null } : undefined;
}

/** "W1", "Wave 1" and "1" are one wave. */
function keyOf(name: string): string {
	return name.toLowerCase().replace(/^w(?:ave)?[\s-]*(?=\d)/u, "");
}

function plain({ handoff, basis, place }: WaveMember): WaveMember {
	return { handoff, basis, place };
}

/** Every handoff that is part of a wave, once, in build order. */
function membersOf(
	handoffs: readonly Handoff[],
	documents: readonly DocumentRecord[],
	settings: readonly WaveSetting[],
): readonly Found[] {
	const stating = documents.filter(({ wave }) => wave);
	if (stating.length === 0 && settings.length === 0) return [];
	const byHandoff = Map.groupBy(stating, ({ handoff }) => handoff);
	const closing = new Set(settings.map(({ integration }) => integration));
	return handoffs.flatMap(({ id, order }): Found[] => {
		const setting = settings.find((wave) => coversHandoff(wave.handoffs, id));
		const { wave, path } = byHandoff.get(id)?.toSorted((a, b) => trust(a) - trust(b))[0] ?? {};
		const integrates = closing.has(id) || (wave?.integration ?? null) !== null;
		if (setting) return [{ handoff: id, order, name: setting.name, basis: "configured", place: null, integrates }];
		if (!wave || path === undefined) return [];
		return [{ handoff: id, order, name: wave.name, basis: "stated", place: { path, line: wave.line }, integrates }];
	});
}

/** The spec says what a handoff is part of; other documents repeat it. */
function trust({ kind }: DocumentRecord): number {
	return (["spec", "prompt", "results", "other"] satisfies DocumentKind[]).indexOf(kind);
}
