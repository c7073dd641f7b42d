import type { Heading } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { statusTold } from "../reported/prose-claims.ts";
import { type Block, footerOf, type Section, withQuotation } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { inFrontMatter } from "./front-matter.ts";
import { bareDates, dateFact, headerSections, headerStatements, type Said, titleRemarks } from "./header.ts";

/** The parts of a document that say its date and its status. */
interface OwnParts {
	readonly parsed: ParsedDocument;
	readonly outline: readonly Heading[];
	readonly header: readonly Block[];
	readonly section: (heading: Heading) => Section;
}

/** What a RESULTS document says of its own date and status (BHS, Results File): in the first place that says anything. */
export function ownWords(
	{ parsed, outline, header, section }: OwnParts,
	standard: Standard,
	lexicon: Lexicon,
): { readonly date: readonly Said[]; readonly status: readonly Said[] } {
	const ownSections = (field: string) =>
		headerSections(field, outline, lexicon).map((heading) => withQuotation(section(heading), parsed, lexicon));
	const labelled = (field: string) => [
		...inFrontMatter(field, parsed, lexicon),
		...headerStatements(field, header, outline, ownSections(field), lexicon),
	];
	const footer = () => [footerOf(parsed, lexicon)];
	const labelledBelow = (field: string) => headerStatements(field, footer(), [], [], lexicon);
	const title = titleRemarks(outline);
	const isStatus = ({ text }: Said) => standard.statuses.includes(text.replace(/[^\p{L}]/gu, ""));
	return {
		date: firstThat(
			(said) => dateFact(said).state !== "not-stated",
			() => labelled("date"),
			() => bareDates(header, lexicon),
			() => title,
			() =>
				bareDates(
					ownSections("date").flatMap(({ blocks }) => blocks),
					lexicon,
				),
			() => labelledBelow("date"),
			() => bareDates(footer(), lexicon),
		),
		status: firstThat(
			(said) => said.length > 0,
			() => labelled("status"),
			() => title.filter(isStatus),
			() => toldStatus(header, standard),
			() => labelledBelow("status"),
		),
	};
}

/** What the first place says that says what is looked for; those after it are not read. */
function firstThat(
	isFound: (said: readonly Said[]) => boolean,
	...places: readonly (() => readonly Said[])[]
): readonly Said[] {
	for (const read of places) {
		const said = read();
		if (isFound(said)) return said;
	}
	return [];
}

/** The status that a sentence before the first section gives to the whole handoff. */
function toldStatus(header: readonly Block[], standard: Standard): readonly Said[] {
	return header.flatMap(({ statements }) =>
		statements.flatMap(({ prose, line }) => {
			const text = statusTold(prose, standard);
			return text === null ? [] : [{ text, line }];
		}),
	);
}
