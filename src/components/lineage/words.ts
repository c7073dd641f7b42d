import { common, lineage as t } from "virtual:handoff-archive/words";
import { capitalised, listed, say } from "../say.ts";

type Slice = ReturnType<typeof import("virtual:handoff-archive/bodies").lineage>;

/** The sentence that the page opens with. */
export function lineageAnswer({ ties, alone, waves }: Slice, handoffs: number): string {
	const count = (type: Slice["ties"][number]["type"]) => ties.filter((tie) => tie.type === type).length;
	const part = (count: number, words: (typeof t)["followUps" | "supersessions" | "dependencies" | "waveCount"]) =>
		count > 0 ? [say(words, { count })] : [];
	const parts = [
		...part(count("follow-up-of"), t.followUps),
		...part(count("supersedes"), t.supersessions),
		...part(count("depends-on") + count("builds-on"), t.dependencies),
		...part(waves.length, t.waveCount),
	];
	if (parts.length === 0) return t.none;
	const found = { ties: capitalised(listed(parts)), handoffs: say(common.handoffs, { count: handoffs }) };
	if (alone.length === 0 || alone.length === handoffs) return say(t.ties, found);
	return say(t.tiesAndAlone, { ...found, alone: say(t.alone, { count: alone.length }) });
}

/** From which handoff to which a drawing goes. */
export function spanWords({ first, last }: Pick<Slice["groups"][number], "first" | "last">): string {
	return first === last ? first : say(t.span, { first, last });
}

/** What a drawing shows, in words. */
export function drawingLabel(group: Slice["groups"][number]): string {
	const { ids, ties } = group;
	return say(t.drawing, {
		span: spanWords(group),
		handoffs: say(common.handoffs, { count: ids.length }),
		ties: say(t.tieCount, { count: ties.length }),
	});
}

/** How far a wave has come. */
export function waveState({ members, integration }: Slice["waves"][number]): {
	className: "pass" | "na";
	word: string;
} {
	const open = members.filter(({ hasResults }) => !hasResults).length;
	if (open > 0) return { className: "na", word: say(t.openMembers, { count: open }) };
	if (!integration) return { className: "na", word: t.notIntegrated };
	return integration.hasResults ? { className: "pass", word: t.closed } : { className: "na", word: t.integrationOpen };
}
