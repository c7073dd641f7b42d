import type { SourceLine } from "#model/baselines.ts";
import type { FileComparison, HandoffDelivery, TestComparison } from "#model/delivery.ts";
import type { PackageTouch, PackageWork } from "#model/packages.ts";
import { packagePage } from "#model/site-path.ts";
import { deliveriesOf } from "#relate/delivery.ts";
import { reasonIn, type Telling } from "#words/reason.ts";
import { placesOf } from "../entries/places.ts";
import type { PlaceSlice } from "../entries/schemas.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";
import type { WorkSlice } from "./packages.ts";

/** One side of a comparison: what is said, and where; null where the document does not speak of it. */
type SideSlice = { readonly words: string; readonly place: PlaceSlice } | null;

/** A file or test of the plan, of the report, or of both. */
export interface ComparedSlice {
	readonly name: string;
	readonly planned: SideSlice;
	readonly delivered: SideSlice;
}

/** What a handoff's page shows of its plan beside its delivery. */
export interface DeliverySlice {
	readonly packages: readonly {
		readonly id: string;
		readonly href: string;
		readonly planned: WorkSlice | null;
		readonly delivered: WorkSlice | null;
	}[];
	/** Why files cannot be compared; null where they are. */
	readonly notCompared: string | null;
	readonly files: readonly ComparedSlice[];
	readonly tests: {
		readonly planned: { readonly count: number; readonly place: PlaceSlice } | null;
		readonly delivered: { readonly count: number; readonly place: PlaceSlice } | null;
		readonly named: readonly ComparedSlice[];
	};
}

/** File of the records, which are numbered by the handoff's position in the build order. */
export const deliveryFile = "deliveries";

/** Writes for each handoff with a spec and RESULTS what is planned beside what is reported; "null" for all others. */
export function writeDeliveries(read: ReadArchive): void {
	const { archive, folder, standards, telling, words } = read;
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const deliveries = new Map(
		deliveriesOf(archive.handoffs, archive.documents, standards).map((one) => [one.handoff, one]),
	);
	const touches = touchesByHandoff(read);
	const at = ({ path, line }: SourceLine) => places.at(path, line);
	const lists: string[] = [];
	for (const { id, order } of archive.handoffs) {
		const delivery = deliveries.get(id);
		lists[order] = delivery
			? JSON.stringify(sliceOf(delivery, touches.get(id) ?? [], at, telling, words.delivery.actions))
			: "null";
	}
	writeNumbered(folder, deliveryFile, lists);
}

type Touches = readonly { readonly id: string; readonly touch: PackageTouch }[];

function touchesByHandoff({ archive }: ReadArchive): ReadonlyMap<string, Touches> {
	const all = (archive.packages ?? []).flatMap(({ id, touches }) => touches.map((touch) => ({ id, touch })));
	return Map.groupBy(all, ({ touch }) => touch.handoff);
}

function sliceOf(
	delivery: HandoffDelivery,
	touches: Touches,
	at: (place: SourceLine) => PlaceSlice,
	telling: Telling | null,
	actions: Readonly<Record<string, string>>,
): DeliverySlice {
	const work = (one: PackageWork | null): WorkSlice | null => one && { ...one, place: at(one.place) };
	const action = (side: { readonly action: string | null } | null) => actions[side?.action ?? ""] ?? side?.action ?? "";
	const side = (place: SourceLine | null, words: string): SideSlice => place && { words, place: at(place) };
	const file = ({ path, planned, delivered }: FileComparison): ComparedSlice => ({
		name: path,
		planned: side(planned, action(planned)),
		delivered: side(delivered, action(delivered)),
	});
	const test = ({ name, planned, delivered }: TestComparison): ComparedSlice => ({
		name,
		planned: side(planned, ""),
		delivered: side(delivered, ""),
	});
	const count = (one: HandoffDelivery["tests"]["planned"]) => one && { count: one.count, place: at(one) };
	const { files, tests } = delivery;
	return {
		packages: touches.map(({ id, touch }) => ({
			id,
			href: packagePage(id),
			planned: work(touch.planned),
			delivered: work(touch.delivered),
		})),
		notCompared: files.compared ? null : reasonIn(files, telling),
		files: files.compared ? files.files.map(file) : [],
		tests: { planned: count(tests.planned), delivered: count(tests.delivered), named: tests.named.map(test) },
	};
}
