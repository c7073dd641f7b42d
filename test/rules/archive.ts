import { createHash } from "node:crypto";
import { type CheckOptions, checkArchive, ruleMetadata, type TransferSource } from "#check.ts";
import { loadSecretRules } from "#files/load-secret-rules.ts";
import { readStandardTexts } from "#files/standards-folder.ts";
import type { Archive } from "#model/archive.ts";
import type { Finding } from "#model/findings.ts";
import type { WorkspaceSource } from "#model/provenance.ts";
import type { ReadingProblem } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import { readDebt } from "#parse/debt.ts";
import { readSeals } from "#parse/seals.ts";
import { parseStandards } from "#parse/standard.ts";
import { readWaivers } from "#parse/waivers.ts";
import { readSettings } from "#settings/read.ts";
import { nowhere } from "../settings/nowhere.ts";
import { protocol } from "../transfers/protocol.ts";

const read = parseStandards(readStandardTexts().texts);
if (read.problems.length > 0)
	throw new Error(read.problems.map(({ path, line, message }) => `${path}:${line} ${message}`).join("\n"));

/** The standards that come with the product. */
export const standards: readonly Standard[] = read.standards;

/** What a rule's example holds beside texts: bytes as hexadecimal digits, and what listing the folder reports. */
interface Unwritten {
	readonly bytes?: Readonly<Record<string, string>>;
	readonly problems?: readonly ReadingProblem[];
	readonly workspace?: Readonly<Record<string, string>>;
	/** When documents were first committed. */
	readonly dates?: () => ReadonlyMap<string, string> | null;
}

/** Checks an archive given as texts by path. */
export function checkFiles(
	files: Readonly<Record<string, string>>,
	options: Partial<CheckOptions> = {},
	unwritten: Unwritten = {},
): Archive {
	const encoder = new TextEncoder();
	const all = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const);
	const isTransfer = ([path]: readonly [string, Uint8Array]) => path.startsWith("transfers/");
	const bytes = new Map<string, Uint8Array>(all.filter((file) => !isTransfer(file)));
	const transfers = new Map<string, Uint8Array>(all.filter(isTransfer));
	for (const [path, hex] of Object.entries(unwritten.bytes ?? {})) bytes.set(path, Buffer.from(hex, "hex"));
	return checkArchive(
		{
			entries: [
				...[...bytes].map(([path, { length }]) => ({ kind: "file" as const, path, size: length })),
				...(unwritten.problems ?? []).map((problem) => ({ kind: "problem" as const, path: problem.path, problem })),
			],
			loadSecretRules,
			read: (path) => bytes.get(path) ?? new Uint8Array(),
			sha256,
			...(unwritten.dates && { dates: unwritten.dates }),
			...(unwritten.workspace && { workspace: workspaceOf(unwritten.workspace) }),
			...(transfers.size > 0 && { transfers: transfersOf(transfers) }),
		},
		{
			title: "Test",
			standards,
			protocol,
			...settingsIn(files["handoffs.config.yaml"]),
			...exceptionsIn(files),
			...options,
		},
	);
}

function sha256(content: Uint8Array): string {
	return createHash("sha256").update(content).digest("hex");
}

/** Files of mode-to-mode handoffs in memory, below a folder "transfers". */
function transfersOf(files: ReadonlyMap<string, Uint8Array>): TransferSource {
	return {
		entries: [...files].sort().map(([path, { length }]) => ({ kind: "file" as const, path, size: length })),
		rootDepth: 1,
		idDepth: 1,
		read: (path) => files.get(path) ?? new Uint8Array(),
	};
}

/** A workspace in memory: texts or bytes by path. */
export function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>): WorkspaceSource {
	const encoder = new TextEncoder();
	const bytesOf = (path: string) => {
		const content = files[path];
		return typeof content === "string" ? encoder.encode(content) : content;
	};
	const kind = (path: string) => {
		if (files[path] !== undefined) return "file";
		return Object.keys(files).some((name) => name.startsWith(`${path}/`)) ? "folder" : "missing";
	};
	return {
		kind,
		file: (path) => {
			const bytes = bytesOf(path);
			if (bytes) return { kind: "file", sha256: sha256(bytes), size: bytes.length };
			return { kind: kind(path) === "folder" ? "folder" : "missing" };
		},
		read: (path) => bytesOf(path) ?? { reason: "it is not there" },
		relative: () => null,
	};
}

/** The waivers and the debt that stand beside the documents, on the day of all examples. */
function exceptionsIn(files: Readonly<Record<string, string>>): Pick<CheckOptions, "waivers" | "debt" | "seals"> {
	const seals = files["handoffs.seals.json"];
	const waivers = files["handoffs.waivers.yaml"];
	const recorded = debtIn(files, "handoffs.debt.json");
	const former = debtIn(files, "former/handoffs.debt.json");
	const ruleIds = ruleMetadata.map(({ id }) => id);
	return {
		...(seals !== undefined && { seals: { path: "handoffs.seals.json", recorded: sealsIn(seals) } }),
		...(waivers !== undefined && {
			waivers: { ...readWaivers({ path: "handoffs.waivers.yaml", text: waivers }, ruleIds), today: "2026-06-15" },
		}),
		...(recorded && { debt: { path: "handoffs.debt.json", recorded, ...(former && { former }) } }),
	};
}

/** What the settings beside the documents set of handoffs. */
function settingsIn(text: string | undefined): Partial<CheckOptions> {
	if (text === undefined) return {};
	const read = readSettings({ path: "handoffs.config.yaml", text }, nowhere);
	if ("problems" in read) throw new Error(JSON.stringify(read.problems));
	const { named, predecessors, inForce, waves, rulesFor } = read.settings;
	return { ...(named && { named }), predecessors, inForce, waves, severitiesFor: rulesFor };
}

function sealsIn(text: string) {
	const read = readSeals({ path: "handoffs.seals.json", text });
	if ("problems" in read) throw new Error(JSON.stringify(read.problems));
	return read.seals;
}

function debtIn(files: Readonly<Record<string, string>>, path: string) {
	const text = files[path];
	if (text === undefined) return undefined;
	const read = readDebt({ path, text });
	if ("problems" in read) throw new Error(JSON.stringify(read.problems));
	return read.debt;
}

/** A finding as the rules' examples write it: "path:line:column message", or "path message" for a whole file. */
export function asExample({ place, message }: Finding): string {
	const at = place.kind === "range" ? `:${place.range.start.line}:${place.range.start.column}` : "";
	return `${place.path}${at} ${message}`;
}
