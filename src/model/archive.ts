import type { HandoffBaseline } from "./baselines.ts";
import type { Decision } from "./decisions.ts";
import type { DocumentRecord, RelationType } from "./documents.ts";
import type { Finding, RuleMetadata } from "./findings.ts";
import type { PackageRecord } from "./packages.ts";
import type { Provenance } from "./provenance.ts";
import type { SealState } from "./seals.ts";
import type { TransferArchive } from "./transfer-archive.ts";
import type { Verdict } from "./verdicts.ts";
import type { Wave } from "./waves.ts";

export const families = ["component", "follow-up", "cleanup", "other"] as const;
export type Family = (typeof families)[number];

/** A relation between two handoffs of the archive, seen from `from`. */
export interface Relation {
	readonly from: string;
	readonly to: string;
	readonly type: RelationType;
	readonly state: "stated" | "derived";
	/** Where it is stated; null where it follows from the id. */
	readonly source: { readonly path: string; readonly line: number } | null;
}

/** Handoffs whose stated order runs in a circle, and the relations that were set aside to order them all the same. */
export interface OrderCycle {
	readonly handoffs: readonly string[];
	readonly setAside: readonly Relation[];
}

/** One handoff: its documents, names and place in the build order. */
export interface Handoff {
	/** Canonical id, e.g. "H-18B". */
	readonly id: string;
	/** Every other name it is called by, as found in file names, titles and prose, plus the forms the standards define. */
	readonly aliases: readonly string[];
	readonly family: Family;
	/** The handoff that a follow-up's id points at, whether or not it exists in the archive. */
	readonly parent: string | null;
	readonly title: string;
	/** The standard in force for it. */
	readonly standard: string;
	/** Paths of its documents by kind, in path order; more than one of a kind is a finding. */
	readonly documents: readonly { readonly kind: DocumentRecord["kind"]; readonly path: string }[];
	/** PASS, FAIL, PARTIAL as stated; "OPEN" where there is no RESULTS; null where RESULTS states none or is unclear. */
	readonly status: string | null;
	readonly packages: readonly string[];
	/** Position in the build order, from 1. */
	readonly order: number;
	/** What the position rests on. */
	readonly orderBasis: "stated" | "inferred";
	readonly date: string | null;
}

/** The whole model of an archive, as exported and as shown on the site. */
export interface Archive {
	readonly title: string;
	readonly documents: readonly DocumentRecord[];
	readonly handoffs: readonly Handoff[];
	readonly relations: readonly Relation[];
	/** Packages by id, with the handoffs that touch them; there where they were asked for. */
	readonly packages?: readonly PackageRecord[];
	/** Waves of multi-package builds, in the order in which they end. */
	readonly waves: readonly Wave[];
	/** One per handoff, in the order of `handoffs`: what it starts from and what it leaves behind. */
	readonly baselines: readonly HandoffBaseline[];
	/** Files and archives that handoffs claim, with the hashes in build order; absent where none is claimed. */
	readonly provenance?: Provenance;
	/** Every decision that the documents state, in build order. */
	readonly decisions?: readonly Decision[];
	/** How the last validation of each validated handoff stands; absent where nothing was ever validated. */
	readonly seals?: readonly SealState[];
	readonly findings: readonly Finding[];
	/** Mode-to-mode handoffs and their log, with the rules about them; absent where the archive has none. */
	readonly transfers?: TransferArchive;
	readonly rules: readonly RuleMetadata[];
	/** One per handoff and rule, in the order of `handoffs` and `rules`. */
	readonly verdicts: readonly Verdict[];
	/** What the first standard would decide about the handoffs that another one judges; there where it was asked for. */
	readonly today?: readonly Verdict[];
	readonly summary: {
		readonly documents: number;
		readonly handoffs: number;
		/** Handoffs between modes and entries of their log; absent where the archive has none of either. */
		readonly transfers?: number;
		readonly logEntries?: number;
		/** Findings that count against the gate, by severity; excused ones are in `waived` and `debt`. */
		readonly errors: number;
		readonly warnings: number;
		readonly infos: number;
		readonly waived: number;
		readonly debt: number;
	};
}
