import { seals, files as t } from "virtual:handoff-archive/words";
import type { CheckState, ClaimCheck, FileEvent } from "#model/provenance.ts";
import { type SealState, unnamedRules } from "#model/seals.ts";
import { listed, say } from "../say.ts";

/** How each outcome is shown: a glyph's class and a word. */
export const outcomes = {
	match: { className: "pass", word: t.outcomes.match },
	superseded: { className: "na", word: t.outcomes.superseded },
	drifted: { className: "fail", word: t.outcomes.drifted },
	missing: { className: "fail", word: t.outcomes.missing },
	unresolvable: { className: "unknown", word: t.outcomes.unresolvable },
	"not-stated": { className: "na", word: t.outcomes["not-stated"] },
} as const satisfies Record<CheckState, { className: string; word: string }>;

/** How each link of a chain is shown, in a word. */
export const links = {
	first: { className: "na", word: t.links.first },
	whole: { className: "pass", word: t.links.whole },
	repeated: { className: "na", word: t.links.repeated },
	broken: { className: "fail", word: t.links.broken },
	misplaced: { className: "unknown", word: t.links.misplaced },
	unstated: { className: "na", word: t.links.unstated },
	unclear: { className: "unknown", word: t.links.unclear },
} as const satisfies Record<FileEvent["link"]["state"], { className: string; word: string }>;

/** What a link of the chain says, beyond its word; empty where the word is enough. */
export function linkReason(link: FileEvent["link"]): string {
	switch (link.state) {
		case "first":
		case "repeated":
		case "broken":
			return "";
		case "whole":
			return link.through
				? say(t.fromThrough, { handoff: link.from, path: link.through })
				: say(t.from, { handoff: link.from });
		case "misplaced":
			return say(t.misplaced, { handoff: link.follower });
		case "unstated":
		case "unclear":
			return link.reason;
	}
}

/** Which revision was looked at, in words. */
export function revisionWords({ at }: ClaimCheck): string {
	if (at === "worktree") return t.worktree;
	if (at === "HEAD") return t.head;
	return at === "" ? t.itsCommit : say(t.commit, { commit: at.slice(0, 10) });
}

/** "2 match, 1 superseded": how claims came out, what is off first. */
export function stateWords(states: Readonly<Partial<Record<CheckState, number>>>): string {
	const order = ["drifted", "missing", "unresolvable", "match", "superseded", "not-stated"] as const;
	return order
		.flatMap((state) => (states[state] ? [say(t.outcomeCounts[state], { count: states[state] })] : []))
		.join(", ");
}

/** What became of a handoff's validation. */
export function sealWords({ by, at, state, changes, earlier }: SealState): string {
	const before = earlier > 0 ? say(seals.before, { count: earlier }) : "";
	if (state === "validated") return say(seals.validated, { by, at }) + before;
	const changed = (kind: (typeof changes)[number]["kind"], words: (typeof seals)["change" | "baseline"]) =>
		changes
			.filter((change) => change.kind === kind)
			.map(({ subject, how }) => say(words[how], { subject: subject === unnamedRules ? seals.rules : subject }));
	const rules = changed("rules", seals.change);
	const more = rules.length > mostRules ? [say(seals.moreRules, { count: rules.length - mostRules })] : [];
	const all = [
		...changed("document", seals.change),
		...changed("baseline", seals.baseline),
		...rules.slice(0, mostRules),
		...more,
	];
	return say(seals.changed, { by, at, changes: listed(all) }) + before;
}

const mostRules = 5;
