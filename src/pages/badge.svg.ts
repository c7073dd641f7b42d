import { getCollection } from "astro:content";
import { badge } from "virtual:handoff-archive/words";
import { badgeSvg } from "../components/compliance/badge.ts";
import { badgeWords } from "../components/compliance/words.ts";

/** How many handoffs comply, for a README. */
export async function GET(): Promise<Response> {
	const { message, isGood } = badgeWords((await getCollection("handoffs")).map(({ data }) => data.verdicts));
	return new Response(badgeSvg(badge.label, message, isGood));
}
