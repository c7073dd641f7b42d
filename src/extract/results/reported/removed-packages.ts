import type { RemovedPackage } from "#model/baselines.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { ResultsReading } from "./results-reading.ts";

/**
 * The packages that a RESULTS document says it removed: in its title, in a list or table under a heading that says so, in a
 * sentence of its notes. What another handoff removed is left out.
 */
export function removedPackages(
	{ outline, section, standard, lexicon }: ResultsReading,
	handoffIn: (text: string) => string | null,
): readonly RemovedPackage[] {
	const found = new Map<string, RemovedPackage>();
	const add = (ids: readonly string[], line: number) => {
		for (const id of ids) if (!found.has(id)) found.set(id, { id, line });
	};
	const told = removalPattern(standard);
	for (const heading of outline) {
		const { title, line, keys, depth } = heading;
		const name = normalise(title);
		if (depth === 1) add(idsIn(title.slice(0, longest), told), line);
		else if (isRemoval(name, lexicon))
			for (const one of listedIn(section(heading), standard.packageId)) add([one.id], one.line);
		else if (lexicon.has("removedWords", name) && keys.length === 0)
			for (const one of listedIn(tablesOfPackages(section(heading)), standard.packageId)) add([one.id], one.line);
		else if (keys.some((key) => noteSections.has(key)))
			for (const said of section(heading).blocks.flatMap(({ statements }) => statements))
				if (
					said.kind !== "row" &&
					said.text.length <= longest &&
					removing.test(said.text) &&
					!lexicon.has("intentions", normalise(said.prose)) &&
					handoffIn(said.text) === null
				)
					add(idsIn(said.text, told), said.line);
	}
	return [...found.values()];
}

// A longer line is a log or a list of everything.
const longest = 1000;

const noteSections: ReadonlySet<string> = new Set(["issuesEncountered", "notesForReviewer"]);

/** The tables of a section that list packages, by the title of their first column. */
function tablesOfPackages({ heading, blocks }: Section): Section {
	const ofPackages = blocks.map((block) => ({
		...block,
		statements: [],
		tables: block.tables.filter(({ header }) => /^packages?(?: id)?$/i.test(header[0]?.prose ?? "")),
	}));
	return { heading, blocks: ofPackages };
}

function isRemoval(name: string, lexicon: Lexicon): boolean {
	return lexicon.is("deletedFiles", name) || (/\bpackages?\b/.test(name) && lexicon.has("removedWords", name));
}

/** What the expression below does not match without; it takes much longer to look. */
const removing = /remov|delet|retir|unin/i;

/** "Removed PKG-A-001 from staging", "PKG-A-001 was deleted": the whole package, not a line or a dependency of it. */
const removalPattern = oncePer(({ packageId }: Standard): RegExp => {
	const ids = `(?:${packageId})(?:(?:,\\s*|\\s+and\\s+|,\\s+and\\s+)(?:${packageId}))*`;
	const from = String.raw`\s+from\s+(?:the\s+)?(?:staging|bootstrap|system|install|archive|tree|repository|repo|build)\b`;
	return new RegExp(
		`(?<![\\p{L}])(?:removed?|deleted?|retired?|uninstall(?:ed)?)\\s+(?:the\\s+)?(?:packages?\\s+)?\`?(${ids})\`?(?=${from}|\\s+(?:and|with)\\s+(?:its|their|all)\\b|\\s*[.,;:()]|\\s*$)|(${ids})\`?\\s+(?:was|were|has been|have been)\\s+(?:removed|deleted|retired|uninstalled)(?!\\s+from\\s+(?:its|their|dependenc|manifest|registr))`,
		"giu",
	);
});

function idsIn(text: string, told: RegExp): string[] {
	return [...text.matchAll(told)].flatMap((match) => (match[1] ?? match[2] ?? "").split(/,\s*(?:and\s+)?|\s+and\s+/));
}

/** What a list or table of removed things opens its entries with: a package's id, its folder or its manifest. */
function listedIn({ blocks }: Section, packageId: string): RemovedPackage[] {
	const whole = patternFrom(`^(?:\\S*/)?(${packageId})(?:/|/manifest\\.\\w+)?$`, "u");
	const named = (text: string, line: number): RemovedPackage[] => {
		const id = whole.exec(
			text
				.trim()
				.split(/[\s,:(]/)[0]
				?.replaceAll("`", "") ?? "",
		)?.[1];
		return id === undefined ? [] : [{ id, line }];
	};
	return blocks.flatMap(({ statements, tables }) => [
		...statements.flatMap(({ kind, text, line }) => (kind === "item" ? named(text, line) : [])),
		...tables.flatMap(({ rows }) => rows.flatMap(([cell]) => (cell ? named(cell.text, cell.line) : []))),
	]);
}
