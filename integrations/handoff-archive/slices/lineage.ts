import type { Handoff, Relation } from "#model/archive.ts";
import type { WaveMember } from "#model/waves.ts";
import { type Lineage, lineageOf } from "#relate/lineage.ts";
import { placesOf } from "../entries/places.ts";
import type { PlaceSlice } from "../entries/schemas.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";
import type { HandoffLink } from "./packages.ts";

/** A relation as a document states it, from the side of the handoff that says so. */
interface SaidRelation {
	readonly type: Relation["type"];
	readonly state: Relation["state"];
	readonly other: HandoffLink;
	readonly place: PlaceSlice | null;
}

/** A handoff of a wave. */
interface MemberSlice extends Pick<WaveMember, "basis"> {
	readonly handoff: HandoffLink;
	readonly hasResults: boolean;
	readonly place: PlaceSlice | null;
}

interface WaveSlice {
	readonly name: string;
	readonly members: readonly MemberSlice[];
	readonly integration: MemberSlice | null;
}

/** Everything that the page of lineage shows. */
export interface LineageSlice extends Lineage {
	/** What each id of the drawings is. */
	readonly boxes: Readonly<
		Record<string, { readonly title: string; readonly href: string | null; readonly isOpen: boolean }>
	>;
	/** Every handoff that states a relation or whose id implies one, in build order. */
	readonly rows: readonly { readonly handoff: HandoffLink; readonly relations: readonly SaidRelation[] }[];
	readonly waves: readonly WaveSlice[];
}

/** File of the record. */
export const lineageFile = "lineage";

/** Writes how the handoffs hang together as one record. */
export function writeLineage(read: ReadArchive): void {
	const { archive, folder, plan } = read;
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const handoffs = new Map(archive.handoffs.map((handoff) => [handoff.id, handoff]));
	const link = (id: string): HandoffLink => ({
		id,
		title: handoffs.get(id)?.title ?? "",
		href: plan.handoffs.get(id) ?? null,
	});
	const said = Map.groupBy(
		archive.relations.filter(({ type }) => type !== "mentions"),
		({ from }) => from,
	);
	const member = ({ handoff, basis, place }: WaveMember): MemberSlice => ({
		handoff: link(handoff),
		basis,
		hasResults: hasResults(handoffs.get(handoff)),
		place: place && places.at(place.path, place.line),
	});
	const lineage = lineageOf(archive);
	const drawn = new Set(lineage.groups.flatMap(({ ids, outside }) => [...ids, ...outside]));
	const slice: LineageSlice = {
		...lineage,
		boxes: Object.fromEntries(
			[...drawn].map((id) => {
				const { title, href } = link(id);
				return [id, { title, href, isOpen: handoffs.get(id)?.status === "OPEN" }];
			}),
		),
		rows: archive.handoffs.flatMap(({ id }) => {
			const relations = said.get(id) ?? [];
			return relations.length === 0
				? []
				: [
						{
							handoff: link(id),
							relations: relations.map(({ type, state, to, source }) => ({
								type,
								state,
								other: link(to),
								place: source && places.at(source.path, source.line),
							})),
						},
					];
		}),
		waves: archive.waves.map(({ name, members, integration }) => ({
			name,
			members: members.map(member),
			integration: integration && member(integration),
		})),
	};
	writeNumbered(folder, lineageFile, [JSON.stringify(slice)]);
}

function hasResults(handoff: Handoff | undefined): boolean {
	return handoff?.documents.some(({ kind }) => kind === "results") ?? false;
}
