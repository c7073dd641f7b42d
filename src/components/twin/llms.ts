import type { CollectionEntry } from "astro:content";
import { counted } from "../words.ts";
import { oneLine } from "./document.ts";

interface Told {
	readonly title: string;
	/** In build order. */
	readonly handoffs: readonly CollectionEntry<"handoffs">["data"][];
	readonly documents: readonly CollectionEntry<"documents">["data"][];
	/** The address of a path of the site. */
	readonly address: (path: string) => string;
}

/** The archive in the form of llmstxt.org: a title, a summary, and lists of links with a word on each. */
export function llmsText({ title, handoffs, documents, address }: Told): string {
	const link = (name: string, path: string, words: string) =>
		`- [${oneLine(name).replace(/[[\]]/g, "\\$&")}](${address(path)}): ${oneLine(words)}`;
	return [
		`# ${oneLine(title)}`,
		"",
		`> An archive of engineering handoffs: ${counted(handoffs.length, "handoff")}, each with the specification that a builder was given, the results that the builder reported and the prompt in between, judged rule by rule. Every figure says whether it is stated, derived, verified, unclear or not stated.`,
		"",
		"The pages of handoffs and documents are Markdown under the same address with `.md` in place of the last slash, and JSON with `.json`.",
		"",
		"## Data",
		"",
		link("archive.json", "archive.json", "everything that was read and decided; its schema is archive.schema.json"),
		link("data/index.json", "data/index.json", "each collection by itself, with its schema"),
		link("compliance.json", "compliance.json", "handoffs by rules"),
		"",
		"## Handoffs",
		"",
		...handoffs.map(({ id, slug, title: name, status, hasResults, verdicts }) =>
			link(
				`${id}: ${name}`,
				`handoffs/${slug}.md`,
				`${hasResults ? (status ?? "no status stated") : "open"}, ${verdicts.fail} rules fail`,
			),
		),
		"",
		...(documents.length > 0
			? [
					"## Optional",
					"",
					...documents.map(({ title: name, slug, path }) => link(name, `documents/${slug}.md`, path)),
					"",
				]
			: []),
	].join("\n");
}
