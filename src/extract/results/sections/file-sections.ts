import { normalise } from "../../text/text.ts";
import { isDivided, listsActions } from "../files/files.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";

const keys = ["filesCreated", "filesModified"] as const;

/**
 * The sections of the files created and of those modified; where nothing opens them, the lines of the header that list them
 * under a label, else the one part of the document (`telling`) whose table has files of both kinds, or whose list says of each what was done.
 */
export function fileSections(
	opened: (key: string) => readonly Section[],
	labelled: readonly Section[],
	telling: () => readonly Section[],
	lexicon: Lexicon,
): readonly (Section | undefined)[] {
	const headed = keys.map((key) => opened(key)[0]);
	if (headed.some(isFound)) return headed;
	const lines = keys.map((key) => labelled.find(({ heading }) => heading.keys.includes(key)));
	if (lines.some(isFound)) return lines;
	const divided = telling().filter(
		(section) => (hasTable(section) && isDivided(section, lexicon)) || isWorkList(section, lexicon),
	);
	const [only] = divided;
	if (!only || divided.length > 1) return headed;
	return keys.map(() => ({ ...only, heading: { ...only.heading, keys } }));
}

function isFound(section: Section | undefined): boolean {
	return section !== undefined;
}

/** A summary lists what matters most, which need not be all. */
function isWorkList(section: Section, lexicon: Lexicon): boolean {
	return !lexicon.is("headerSections", normalise(section.heading.title)) && listsActions(section, lexicon);
}

function hasTable({ blocks }: Section): boolean {
	return blocks.some(({ tables }) => tables.length > 0);
}
