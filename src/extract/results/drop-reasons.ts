import type { DropReason } from "#model/baselines.ts";
import { lineText } from "#parse/source-text.ts";
import { normalise } from "../text.ts";
import type { ResultsReading } from "./results-reading.ts";

const reasonSections = ["baselineSnapshot", "fullRegression", "issuesEncountered", "notesForReviewer"];

/** Lines that say that tests or packages went away, in the sections where a reviewer looks for it. */
export function dropReasons({ parsed, outline, standard, lexicon }: ResultsReading): DropReason[] {
	const packageId = new RegExp(standard.packageId, "u");
	const found: DropReason[] = [];
	const seen = new Set<number>();
	for (const { title, keys, line, endLine } of outline) {
		const named = lexicon.has("dropWords", normalise(title)) && /\bpackages?\b|\btests?\b|PKG/iu.test(title);
		if (!named && !keys.some((key) => reasonSections.includes(key))) continue;
		for (let at = named ? line : line + 1; at <= endLine; at++) {
			const text = lineText(parsed.source, at);
			if (seen.has(at) || text.length < shortest || text.length > longest) continue;
			const words = normalise(text);
			if (!(named && at === line) && (!lexicon.has("dropWords", words) || lexicon.has("intentions", words))) continue;
			if (lexicon.has("failureWords", words)) continue;
			seen.add(at);
			const tests = lexicon.has("tests", words);
			const packages = /\bpackages?\b/.test(words) || packageId.test(text);
			const kinds = [...(packages ? ["packages" as const] : []), ...(tests || packages ? ["tests" as const] : [])];
			if (kinds.length > 0) found.push({ kinds, quote: text.trim(), line: at });
		}
	}
	return found.slice(0, mostReasons);
}

const shortest = 8;
const longest = 2000;
const mostReasons = 12;
