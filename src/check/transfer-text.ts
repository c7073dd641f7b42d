import type { RaisedFinding } from "#model/findings.ts";
import type { Protocol } from "#model/protocol.ts";
import type { WorkspaceSource } from "#model/provenance.ts";
import type { HistoryEntry, Transfer } from "#model/transfers.ts";
import { checkTransfers } from "./transfers.ts";

/** What a single file of transfers holds, and what is wrong with it. */
export interface TransferTextRead {
	readonly transfers: readonly Transfer[];
	readonly history: readonly HistoryEntry[];
	readonly findings: readonly RaisedFinding[];
}

/** Reads and judges the text of one file by itself. Never throws. */
export function readTransferText(
	{ path, text }: { readonly path: string; readonly text: string },
	protocol: Protocol,
	workspace?: WorkspaceSource,
): TransferTextRead {
	const bytes = new TextEncoder().encode(text);
	const checked = checkTransfers(
		{
			transfers: {
				entries: [{ kind: "file", path, size: bytes.length }],
				rootDepth: Number.POSITIVE_INFINITY,
				idDepth: 0,
				read: () => bytes,
			},
			sha256: () => "",
			...(workspace && { workspace }),
		},
		{ protocol, standards: [] },
	);
	if (!checked) return { transfers: [], history: [], findings: [] };
	const { transfers, history } = checked.conclude([]);
	return { transfers, history, findings: checked.findings };
}
