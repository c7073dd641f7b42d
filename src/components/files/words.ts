import type { CheckState, ClaimCheck, FileEvent } from "#model/provenance.ts";
import type { SealState } from "#model/seals.ts";
import { counted, listed } from "../words.ts";

/** How each outcome is shown: a glyph's class and a word. */
export const outcomes = {
	match: { className: "pass", word: "matches" },
	superseded: { className: "na", word: "superseded" },
	drifted: { className: "fail", word: "drifted" },
	missing: { className: "fail", word: "missing" },
	unresolvable: { className: "unknown", word: "unresolvable" },
	"not-stated": { className: "na", word: "no hash stated" },
} as const satisfies Record<CheckState, { className: string; word: string }>;

/** What each action did, as RESULTS tell it. */
export const actions = {
	create: "created",
	modify: "modified",
	delete: "deleted",
	archive: "built",
} as const satisfies Record<FileEvent["action"], string>;

/** How each link of a chain is shown, in a word. */
export const links = {
	first: { className: "na", word: "first" },
	whole: { className: "pass", word: "whole" },
	repeated: { className: "na", word: "said again" },
	broken: { className: "fail", word: "broken" },
	misplaced: { className: "unknown", word: "out of order" },
	unstated: { className: "na", word: "not stated" },
	unclear: { className: "unknown", word: "unclear" },
} as const satisfies Record<FileEvent["link"]["state"], { className: string; word: string }>;

/** What a link of the chain says, beyond its word; empty where the word is enough. */
export function linkReason(link: FileEvent["link"]): string {
	switch (link.state) {
		case "first":
		case "repeated":
		case "broken":
			return "";
		case "whole":
			return `from ${link.from}${link.through ? `, which calls it ${link.through}` : ""}`;
		case "misplaced":
			return `${link.follower} starts from the state that it leaves, so it was built earlier than inferred`;
		case "unstated":
		case "unclear":
			return link.reason;
	}
}

/** Which revision was looked at, in words. */
export function revisionWords({ at }: ClaimCheck): string {
	if (at === "worktree") return "work tree";
	if (at === "HEAD") return "HEAD";
	return at === "" ? "its commit" : `commit ${at.slice(0, 10)}`;
}

/** "2 match, 1 superseded": how claims came out, what is off first. */
export function stateWords(states: Readonly<Partial<Record<CheckState, number>>>): string {
	const order = ["drifted", "missing", "unresolvable", "match", "superseded", "not-stated"] as const;
	return order
		.flatMap((state) =>
			states[state] ? [`${states[state]} ${state === "match" ? "match" : outcomes[state].word}`] : [],
		)
		.join(", ");
}

/** What became of a handoff's validation. */
export function sealWords({ by, at, state, changes, earlier }: SealState): string {
	const before = earlier > 0 ? ` It was validated ${counted(earlier, "time")} before.` : "";
	if (state === "validated") return `Validated by ${by} on ${at}; nothing changed since.${before}`;
	const documents = changes.filter(({ kind }) => kind === "document").map(({ subject, how }) => `${subject} ${how}`);
	const baselines = changes
		.filter(({ kind }) => kind === "baseline")
		.map(({ subject, how }) => `the baseline of ${subject} ${how}`);
	const rules = changes.filter(({ kind }) => kind === "rules").map(({ subject, how }) => `${subject} ${how}`);
	const many =
		rules.length > mostRules ? [...rules.slice(0, mostRules), counted(rules.length - mostRules, "more rule")] : rules;
	return `Was validated by ${by} on ${at}, and changed since: ${listed([...documents, ...baselines, ...many])}.${before}`;
}

const mostRules = 5;
