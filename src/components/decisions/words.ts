import type { DecisionKind, DecisionLink } from "#model/decisions.ts";

/** What the lists of decisions are called. */
export const kindTitles: Readonly<Record<DecisionKind | "superseded", string>> = {
	decision: "Design decisions",
	note: "Notes for the reviewer",
	deviation: "Deviations",
	principle: "Design principles",
	constraint: "Constraints of the task",
	transfer: "Decisions of transfers",
	superseded: "Superseded or contradicted",
};

/** What one of them is called. */
export const kindWords: Readonly<Record<DecisionKind, string>> = {
	decision: "design decision",
	note: "note for the reviewer",
	deviation: "deviation",
	principle: "design principle",
	constraint: "constraint",
	transfer: "decision of a transfer",
};

/** How a decision stands to another one. */
export const effectWords: Readonly<Record<DecisionLink["effect"], string>> = {
	supersedes: "supersedes",
	"superseded-by": "superseded by",
	contradicts: "contradicts",
	"contradicted-by": "contradicted by",
};
