import type { RelationType } from "#model/documents.ts";
import { capitalised, counted, listed } from "../words.ts";

type Slice = ReturnType<typeof import("virtual:handoff-archive/bodies").lineage>;

/** What a handoff is to the one that it names. */
export const relationWords = {
	"follow-up-of": "follows up",
	predecessor: "comes after",
	"builds-on": "builds on",
	"depends-on": "depends on",
	supersedes: "supersedes",
	"superseded-by": "is superseded by",
	"independent-of": "is independent of",
	mentions: "mentions",
} as const satisfies Record<RelationType, string>;

/** The sentence that the page opens with. */
export function lineageAnswer({ ties, alone, waves }: Slice, handoffs: number): string {
	const count = (type: Slice["ties"][number]["type"]) => ties.filter((tie) => tie.type === type).length;
	const parts = [
		...(count("follow-up-of") > 0 ? [counted(count("follow-up-of"), "follow-up")] : []),
		...(count("supersedes") > 0 ? [counted(count("supersedes"), "supersession")] : []),
		...(count("depends-on") + count("builds-on") > 0
			? [counted(count("depends-on") + count("builds-on"), "dependency", "dependencies")]
			: []),
		...(waves.length > 0 ? [counted(waves.length, "wave")] : []),
	];
	const lone =
		alone.length === handoffs ? "" : `; ${counted(alone.length, "handoff has", "handoffs have")} no such tie`;
	if (parts.length === 0) return "The documents state no follow-up, supersession, dependency or wave.";
	return `${capitalised(listed(parts))} among ${counted(handoffs, "handoff")}${alone.length > 0 ? lone : ""}.`;
}

/** What a drawing shows, in words. */
export function drawingLabel({ first, last, ids, ties }: Slice["groups"][number]): string {
	const span = first === last ? first : `${first} to ${last}`;
	return `${span}: ${counted(ids.length, "handoff")}, ${counted(ties.length, "tie")}, from left to right as they were built`;
}

/** How far a wave has come. */
export function waveState({ members, integration }: Slice["waves"][number]): {
	className: "pass" | "na";
	word: string;
} {
	const open = members.filter(({ hasResults }) => !hasResults).length;
	if (open > 0) return { className: "na", word: `${counted(open, "handoff")} open` };
	if (!integration) return { className: "na", word: "not integrated" };
	return integration.hasResults ? { className: "pass", word: "closed" } : { className: "na", word: "integration open" };
}
