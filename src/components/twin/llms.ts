import type { DocumentEntry, HandoffEntry } from "virtual:handoff-archive/entries";
import { twins as t } from "virtual:handoff-archive/words";
import { say } from "../say.ts";
import { oneLine } from "./document.ts";

interface Told {
	readonly title: string;
	/** In build order. */
	readonly handoffs: readonly HandoffEntry[];
	readonly documents: readonly DocumentEntry[];
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
		`> ${say(t.summary, { handoffs: say(t.handoffCount, { count: handoffs.length }) })}`,
		"",
		say(t.copies, { md: "`.md`", json: "`.json`" }),
		"",
		`## ${t.data}`,
		"",
		link("archive.json", "archive.json", t.archive),
		link("data/index.json", "data/index.json", t.collections),
		link("compliance.json", "compliance.json", t.compliance),
		"",
		`## ${t.handoffs}`,
		"",
		...handoffs.map(({ id, slug, title: name, status, hasResults, verdicts }) =>
			link(
				`${id}: ${name}`,
				`handoffs/${slug}.md`,
				say(t.fails, { status: hasResults ? (status ?? t.noStatus) : t.open, count: verdicts.fail }),
			),
		),
		"",
		...(documents.length > 0
			? [
					`## ${t.optional}`,
					"",
					...documents.map(({ title: name, slug, path }) => link(name, `documents/${slug}.md`, path)),
					"",
				]
			: []),
	].join("\n");
}
