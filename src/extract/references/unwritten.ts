import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { alternatives } from "../text/patterns.ts";
import type { FoundId } from "./prose-ids.ts";

interface UnwrittenWords {
	readonly before: RegExp;
	readonly behind: RegExp;
}

const wordsFor = oncePer((standards: readonly Standard[]): UnwrittenWords => {
	const any = (name: string) =>
		alternatives([...new Set(standards.flatMap(({ vocabulary }) => vocabulary[name] ?? []))]);
	return {
		before: new RegExp(`(?<![\\p{L}\\p{N}])(?:${any("unwrittenLeads")})\\s+$`, "iu"),
		behind: new RegExp(
			`^[\\s*_\`]*(?:\\([^()]{0,80}\\)\\s*)?[,:—–-]?\\s*(?:${any("unwrittenVerbs")})(?![\\p{L}\\p{N}])`,
			"iu",
		),
	};
});

/** The ids of which a text says that no such handoff was written: "there is no H-7A", "H-4 and H-5 were skipped". */
export function unwrittenIn(text: string, ids: readonly FoundId[], standards: readonly Standard[]): readonly FoundId[] {
	const words = wordsFor(standards);
	const isLead = ({ start }: FoundId) => words.before.test(text.slice(Math.max(0, start - 60), start));
	const isSubject = ({ end }: FoundId) => words.behind.test(text.slice(end, end + 160));
	const isJoined = (left: FoundId, right: FoundId) =>
		/^[\s`*]*(?:,|&|and|or|to|through|–|-|,\s*and)[\s`*]*$/iu.test(text.slice(left.end, right.start));
	// What is said behind the last of a list is said of all of it.
	const subjects = ids.map(isSubject);
	for (let at = ids.length - 2; at >= 0; at--) {
		const [left, right] = [ids[at], ids[at + 1]];
		if (left && right && subjects[at + 1] && isJoined(left, right)) subjects[at] = true;
	}
	return ids.filter((id, at) => subjects[at] || isLead(id));
}
