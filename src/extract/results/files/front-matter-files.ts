import type { Fact } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt } from "#parse/source-text.ts";
import { why } from "#words/because.ts";
import { matchSections } from "../../outline/outline.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** A list or a figure of the front matter under the name of a section of files. */
interface Field {
	readonly key: string;
	readonly value: readonly unknown[] | number;
}

/**
 * How many files the front matter says were created or modified: a list ("key_files: { created: […] }"), else a figure
 * ("files_created: 4"). A field has to speak of files: what was "added" may be anything.
 */
export function filesInFrontMatter(
	{ frontMatter, source }: ParsedDocument,
	section: "filesCreated" | "filesModified",
	standard: Standard,
	lexicon: Lexicon,
): Fact<number> {
	if (!frontMatter) return notStated;
	const fields = fieldsIn(frontMatter, [], 0, lexicon).filter(({ key }) =>
		matchSections(normalise(spaced(key)), standard.sections.results).has(section),
	);
	const listed = fields.find(({ value }) => typeof value !== "number");
	const said = listed ?? fields[0];
	if (!said) return notStated;
	const at = source.text.search(new RegExp(`^[ \\t]*["']?${said.key.replace(/[^\p{L}\p{N}]/gu, ".")}["']?\\s*:`, "im"));
	const line = at < 0 ? 1 : pointAt(source, at).line;
	if (typeof said.value === "number") return { state: "stated", value: said.value, line };
	const count = said.value.length;
	const { reason: from, said: words } = why(count === 1 ? "fileListed" : "filesListed", { count });
	return { state: "derived", value: count, line, from, said: words };
}

const deepest = 2;

function fieldsIn(data: object, path: readonly string[], depth: number, lexicon: Lexicon): Field[] {
	return Object.entries(data).flatMap(([key, value]): Field[] => {
		const names = [...path, key];
		if (value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Date))
			return depth < deepest ? fieldsIn(value, names, depth + 1, lexicon) : [];
		if (!lexicon.has("fileFields", normalise(spaced(names.join(" "))))) return [];
		if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? [{ key, value }] : [];
		return typeof value === "number" && Number.isInteger(value) && value >= 0 ? [{ key, value }] : [];
	});
}

function spaced(key: string): string {
	return key.replace(/[_-]/g, " ");
}
