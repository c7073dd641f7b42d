import { z } from "zod";
import type { RuleMetadata } from "./findings.ts";
import { flowSchema } from "./flow.ts";
import type { Protocol } from "./protocol.ts";
import { historyEntrySchema, transferFileSchema, transferSchema } from "./transfers.ts";
import type { Verdict } from "./verdicts.ts";

/** What a deliverable's path leads to in the workspace; "unknown" where there is none to look into. */
export const deliverableStates = ["file", "folder", "missing", "outside", "unreadable", "unknown"] as const;

/** A file of transfers without what was read out of it, which stands beside it. */
const fileSchema = transferFileSchema.omit({ transfers: true, history: true });

/** Handoffs and log as exported. */
export const transfersExportSchema = z.strictObject({
	protocol: z.strictObject({ id: z.string(), title: z.string(), version: z.string() }),
	files: z.array(fileSchema).readonly(),
	transfers: z.array(transferSchema).readonly(),
	history: z.array(historyEntrySchema).readonly(),
	/** Which entry records which handoff. */
	pairs: z.array(z.strictObject({ transfer: z.string(), entry: z.string() })).readonly(),
	/** What each handoff's deliverables lead to, in their order, by the handoff's id. */
	deliverables: z.record(z.string(), z.array(z.enum(deliverableStates)).readonly()),
	flow: flowSchema,
});

/** The mode-to-mode handoffs of an archive, their log, and what was decided about them. */
export interface TransferArchive extends Omit<z.output<typeof transfersExportSchema>, "protocol"> {
	readonly protocol: Protocol;
	/** One per handoff and rule about handoffs, in the order of `transfers` and `rules`; `handoff` is the handoff's id. */
	readonly verdicts: readonly Verdict[];
	/** Those about handoffs and those about the log. */
	readonly rules: readonly RuleMetadata[];
}

/** The part of it that is exported. */
export function exportTransfers({ protocol, ...rest }: TransferArchive) {
	const { id, title, version } = protocol;
	return { protocol: { id, title, version }, ...rest };
}
