import { phasesOf } from "#model/protocol.ts";
import { transferPage } from "#model/site-path.ts";
import type { TransferArchive } from "#model/transfer-archive.ts";
import { historyJsonSchema, transferJsonSchema } from "#model/transfer-schemas.ts";
import type { FindingSlice } from "../../entries/schemas.ts";
import type { FlowSlice, TaskSlice, TransferLink } from "./slices.ts";

/** What the pages about all transfers show. */
export function flowOf(
	all: TransferArchive,
	tasks: readonly TaskSlice[],
	findings: readonly FindingSlice[],
): FlowSlice {
	const { protocol, flow } = all;
	return {
		protocol: {
			title: `${protocol.title} ${protocol.version}`,
			orchestrator: protocol.orchestrator,
			phases: protocol.phases.map(({ name, short }) => ({ name, short: short ?? name })),
			thresholds: protocol.thresholds,
			diagnoses: protocol.diagnoses,
		},
		transfers: all.transfers.length,
		entries: all.history.length,
		modes: flow.modes.map((figures) => {
			const mode = protocol.modes.find(({ slug }) => slug === figures.key);
			const phases = mode ? phasesOf(protocol, mode) : [];
			return { ...figures, role: mode?.role ?? null, phases, href: transferPage(figures.key, "mode") };
		}),
		pairs: flow.pairs,
		phases: flow.phases,
		pingPong: flow.pingPong,
		crossed: flow.crossed,
		until: flow.until,
		tasks,
		blockers: blockersOf(all),
		findings,
		pages: all.transfers.map(({ id }, number) => ({ slug: transferPage(id).split("/")[1] ?? "", number })),
		schemas: { transfer: transferJsonSchema(protocol), history: historyJsonSchema(protocol) },
	};
}

function blockersOf({ flow, transfers }: TransferArchive): FlowSlice["blockers"] {
	const known = new Set(transfers.map(({ id }) => id));
	const linkOf = (id: string | null, transfer: string | null): TransferLink =>
		transfer !== null && known.has(transfer)
			? { text: transfer, href: transferPage(transfer) }
			: { text: id ?? "", href: null };
	return flow.blockers.map(({ text, open, raised }) => ({
		text,
		open,
		raised: raised.map(({ resolvedBy, ...one }) => ({
			...one,
			at: linkOf(one.entry, one.transfer),
			resolved: resolvedBy && linkOf(resolvedBy.entry, resolvedBy.transfer),
		})),
	}));
}
