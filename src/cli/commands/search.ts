import { painter } from "#report/colour.ts";
import { counted, jsonText, printable } from "#report/text.ts";
import { type Found, find, groupsPerPage } from "#search/find.ts";
import type { Group } from "#search/groups.ts";
import { found as english } from "#words/en/index.ts";
import { filled } from "#words/speech.ts";
import { type Command, exitCodes, Unusable } from "../command.ts";
import { foundAsData, type LineOf } from "../lookup/found-as-data.ts";
import {
	countOf,
	filterOptions,
	filtersOf,
	lookOptions,
	prepareLook,
	sortOf,
	withoutRules,
} from "../lookup/looking.ts";
import { indexArchive } from "../lookup/search-index.ts";
import { readArchive } from "../read-archive.ts";
import { styleOf } from "../reports.ts";

/** `handoffs search`: the site's search in a terminal, with files and lines for addresses. */
export const search: Command = {
	help: {
		summary: "Search every document, or look up an id, a package, a file, a hash or a rule.",
		positionals: "WORD…",
		most: Number.POSITIVE_INFINITY,
		details: "Words in quotation marks are found as they stand: handoffs search '\"quality gate\" failed'.",
		examples: [
			"search when was the passthrough fixed --archive docs/handoffs",
			"search PKG-LEDGER-001 --kind results --status PARTIAL",
		],
		options: {
			...lookOptions,
			kind: {
				type: "string",
				value: "KIND",
				multiple: true,
				help: "Only such documents: spec, results, prompt, other.",
			},
			...filterOptions,
			limit: { type: "string", short: "n", value: "COUNT", help: "How many handoffs to show. Default: 10." },
		},
	},
	run: async (given, effects) => {
		const query = given.positionals.join(" ").trim();
		if (query === "") throw new Unusable("what to search for? handoffs search WORD…");
		const limit = countOf(given, "limit", groupsPerPage);
		const sort = sortOf(given, "relevance");
		const ready = withoutRules(prepareLook(given, effects));
		const { archive, source } = await readArchive(ready, effects);
		const { catalog, index, lineOf } = indexArchive(archive, source);
		const filters = filtersOf(given, catalog, ready.options.standards);
		const found = await find({ query, filters, sort }, index, Math.ceil(limit / groupsPerPage));
		const groups = found.groups.slice(0, limit);
		if (given.flag("json"))
			await effects.stdout.write(`${jsonText(foundAsData(query, found, groups, lineOf), "  ")}\n`);
		else {
			const { files, cwd } = effects;
			const held = new Set(archive.documents.map(({ path }) => path));
			// What is no document, such as a rule, has a name of its own.
			const placeOf = (place: string) => {
				const [, path = place, line = ""] = /^(.*?)(:\d+)?$/.exec(place) ?? [];
				return held.has(path) ? `${files.relative(cwd, source.locate(path))}${line}` : place;
			};
			const { colour } = styleOf(effects.stdout, effects.env);
			await effects.stdout.write(textOf(found, groups, { lineOf, placeOf, colour }));
		}
		return exitCodes.ok;
	},
};

interface TextStyle {
	readonly lineOf: LineOf;
	/** How to call a place of the archive where the command runs, so that it can be opened from the terminal. */
	readonly placeOf: (place: string) => string;
	readonly colour: boolean;
}

function textOf(
	{ corrected, missing, jumps, documents, groupCount }: Found,
	groups: readonly Group[],
	{ lineOf, placeOf, colour }: TextStyle,
): string {
	const paint = painter(colour);
	const lines: string[] = [];
	for (const { from, to } of corrected) lines.push(`No document holds "${printable(from)}"; shown for "${to}".`);
	// The name of a handoff or a rule is found, though no text may spell it so.
	if (missing.length > 0 && jumps.shown.length === 0)
		lines.push(`In no document: ${missing.map(({ text }) => printable(text)).join(", ")}.`);
	for (const { name, title, href, because, asked } of jumps.shown)
		lines.push(
			`${paint("bold", printable(name))} ${printable(title)} ${paint("dim", `(${printable(filled(english.because[because], { asked }))})`)} ${printable(placeOf(href))}`,
		);
	if (jumps.more > 0) lines.push(`and ${jumps.more} more of that name`);
	if (lines.length > 0) lines.push("");
	for (const { handoff, documents: own, sections } of groups) {
		const named = handoff
			? `${paint("bold", handoff.id)} ${printable(handoff.title)}`
			: paint("bold", printable(own[0]?.title ?? own[0]?.path ?? ""));
		const facts = handoff
			? [handoff.facets.status?.[0], handoff.date].filter(Boolean).join(", ")
			: "belongs to no handoff";
		lines.push(`${named} ${paint("dim", `(${printable(facts)})`)}`);
		for (const section of sections) {
			lines.push(
				`  ${paint("blue", `${printable(placeOf(section.document.path))}:${lineOf(section)}`)} ${printable(section.title)}`,
			);
			const words = section.excerpt.map(({ text, marked }) =>
				marked ? paint("yellow", printable(text)) : printable(text),
			);
			if (words.length > 0) lines.push(`    ${words.join("")}`);
		}
	}
	const rest = groupCount - groups.length;
	lines.push(
		documents === 0
			? "Nothing found."
			: rest > 0
				? `${counted(rest, "more handoff")}; --limit ${groupCount} shows all.`
				: "",
	);
	return `${lines.join("\n").trimEnd()}\n`;
}
