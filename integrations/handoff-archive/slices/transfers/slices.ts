import type { BlockerGroup, Flow, FlowFigures, FlowStep } from "#model/flow.ts";
import type { deliverableStates, TransferArchive } from "#model/transfer-archive.ts";
import type { Transfer } from "#model/transfers.ts";
import type { VerdictWord } from "#model/verdicts.ts";
import type { FindingSlice } from "../../entries/schemas.ts";
import type { BoxSlice } from "../checklist.ts";

/** What the pages about transfers show; every `href` is relative to the site's root. */

/** A link to a page about transfers. */
export interface TransferLink {
	readonly text: string;
	readonly href: string | null;
}

/** A step of a task's chain as lists show it. */
export interface StepSlice extends Omit<FlowStep, "transfer"> {
	readonly id: string | null;
	readonly href: string | null;
	/** Which record holds the page; null for an entry of the log alone. */
	readonly number: number | null;
	readonly task: string | null;
	/** As written: "2026-05-04 09:12 +02:00". */
	readonly when: string | null;
	/** How many of the receiver's checks hold, of how many that apply; null for an entry of the log alone. */
	readonly checks: { readonly held: number; readonly of: number; readonly gravest: VerdictWord } | null;
	/** What it says first: a blocker, a next action, a decision. */
	readonly says: { readonly kind: "blocked" | "next" | "decided"; readonly text: string } | null;
	/** How many deliverables are there, or null where nothing was looked for, and how many are named. */
	readonly files: { readonly there: number | null; readonly of: number } | null;
}

interface ModeSlice extends FlowFigures {
	readonly role: string | null;
	readonly phases: readonly string[];
	readonly href: string;
}

export interface TaskSlice {
	readonly task: string | null;
	readonly href: string | null;
	readonly bounces: number;
	readonly blocks: number;
	readonly isComplete: boolean;
	readonly isBlocked: boolean;
	readonly steps: readonly StepSlice[];
}

interface BlockerSlice extends Pick<BlockerGroup, "text" | "open"> {
	readonly raised: readonly (Omit<BlockerGroup["raised"][number], "resolvedBy"> & {
		readonly at: TransferLink;
		readonly resolved: TransferLink | null;
	})[];
}

/** What the pages about all transfers show. */
export interface FlowSlice extends Pick<Flow, "pairs" | "phases" | "pingPong" | "crossed" | "until"> {
	readonly protocol: {
		readonly title: string;
		readonly orchestrator: string;
		readonly phases: readonly { readonly name: string; readonly short: string }[];
		readonly thresholds: TransferArchive["protocol"]["thresholds"];
		readonly diagnoses: TransferArchive["protocol"]["diagnoses"];
	};
	readonly transfers: number;
	readonly entries: number;
	readonly modes: readonly ModeSlice[];
	readonly tasks: readonly TaskSlice[];
	readonly blockers: readonly BlockerSlice[];
	/** Findings about the log and about handoffs. */
	readonly findings: readonly FindingSlice[];
	readonly pages: readonly { readonly slug: string; readonly number: number }[];
	/** JSON Schemas of a handoff and of the log. */
	readonly schemas: { readonly transfer: object; readonly history: object };
}

/** A line of a handoff: a decision, a blocker, a next action. */
interface SaidSlice {
	readonly text: string;
	readonly line: number | null;
	readonly anchor: string;
}

/** What the page of one handoff shows. */
export interface TransferSlice {
	readonly id: string;
	readonly path: string;
	readonly form: Transfer["form"];
	readonly step: StepSlice | null;
	readonly task: TransferLink | null;
	readonly from: TransferLink | null;
	readonly to: TransferLink | null;
	readonly phase: string | null;
	readonly status: string | null;
	readonly sheet: readonly BoxSlice[];
	readonly deliverables: readonly {
		readonly path: string | null;
		readonly type: string | null;
		readonly state: string | null;
		readonly line: number | null;
		readonly leads: (typeof deliverableStates)[number];
		readonly handoff: TransferLink | null;
	}[];
	readonly decisions: readonly SaidSlice[] | null;
	readonly blockers: readonly SaidSlice[] | null;
	readonly nextActions: readonly SaidSlice[] | null;
	readonly further: readonly { readonly key: string; readonly value: string }[];
	readonly comments: readonly { readonly text: string; readonly line: number }[];
	readonly previous: StepSlice | null;
	readonly next: StepSlice | null;
	readonly entry: { readonly path: string; readonly line: number | null; readonly blockers: readonly string[] } | null;
	readonly findings: readonly FindingSlice[];
}
