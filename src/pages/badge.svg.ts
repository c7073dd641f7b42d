import { handoffEntries } from "virtual:handoff-archive/entries";
import { badge } from "virtual:handoff-archive/words";
import { badgeSvg } from "../components/compliance/badge.ts";
import { badgeWords } from "../components/compliance/words.ts";

/** How many handoffs comply, for a README. */
export function GET(): Response {
	const { message, isGood } = badgeWords(handoffEntries().map(({ verdicts }) => verdicts));
	return new Response(badgeSvg(badge.label, message, isGood));
}
