import { type Fact, type Facts, notStated } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { filesFact } from "./files.ts";
import { filesInFrontMatter } from "./front-matter-files.ts";
import { filesCounted } from "./told-figures.ts";

/**
 * How many files a document says were created and modified: those that its sections list, else those that its front matter names
 * or a labelled line counts.
 * @param told the parts beside the sections of files that may count them
 */
export function fileFacts(
	parsed: ParsedDocument,
	[created, modified]: readonly (Section | undefined)[],
	told: () => readonly Section[],
	standard: Standard,
	lexicon: Lexicon,
): Facts {
	const sections = [created, modified].flatMap((one) => one ?? []);
	const orTold = (key: "filesCreated" | "filesModified", listed: Fact<number>) =>
		firstStated(
			() => listed,
			() => filesInFrontMatter(parsed, key, standard, lexicon),
			() => filesCounted([...told(), ...sections], key, standard),
		);
	return {
		filesCreated: orTold("filesCreated", filesFact(created ?? modified, "create", lexicon)),
		filesModified: orTold("filesModified", filesFact(modified, "modify", lexicon)),
	};
}

/** The first of the readings that finds anything. */
function firstStated(...readings: readonly (() => Fact<number>)[]): Fact<number> {
	for (const read of readings) {
		const fact = read();
		if (fact.state !== "not-stated") return fact;
	}
	return notStated;
}
