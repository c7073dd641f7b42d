import type { Finding } from "#model/findings.ts";
import type { Waiver } from "#model/waivers.ts";

/** The parts of an id that a range compares: what stands before its number, and the number. */
const idParts = /^(.*?)(\d+)(.*)$/;

/**
 * Whether a waiver's `handoffs` names a handoff: by id, or by a range of ids with one prefix. `H-13..H-17` holds the
 * follow-ups of each, `H-17B` included.
 */
export function coversHandoff(handoffs: Waiver["handoffs"], id: string): boolean {
	return (typeof handoffs === "string" ? [handoffs] : handoffs).some((item) => {
		const [first = "", last] = item.split("..").map((part) => part.trim());
		if (last === undefined) return first === id;
		const [from, to, own] = [first, last, id].map((text) => idParts.exec(text));
		if (!from || !to || !own || from[1] !== to[1] || own[1] !== from[1]) return false;
		const number = Number(own[2]);
		return number >= Number(from[2]) && number <= Number(to[2]);
	});
}

/** The waiver that holds for a finding on a day (ISO date), if any. An expired waiver holds for nothing. */
function waiverFor({ rule, handoff }: Finding, waivers: readonly Waiver[], today: string): Waiver | undefined {
	if (handoff === null) return undefined;
	return waivers.find(
		(waiver) => waiver.rule === rule && waiver.expires >= today && coversHandoff(waiver.handoffs, handoff),
	);
}

/** The findings, each excused where a waiver holds for it on that day (ISO date). */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], today: string): Finding[] {
	return findings.map((finding) => {
		const waiver = waiverFor(finding, waivers, today);
		if (!waiver) return finding;
		const { owner, reason, expires } = waiver;
		return { ...finding, excused: { by: "waiver", owner, reason, expires } };
	});
}
