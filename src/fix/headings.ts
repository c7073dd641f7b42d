import type { Heading as HeadingNode } from "mdast";
import { matchSections, numberedTitle, splitTitle } from "#extract/outline/outline.ts";
import { normalise } from "#extract/text/text.ts";
import type { Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import type { Edit } from "./edits.ts";
import { type Reading, sectionDepth } from "./reading.ts";

/**
 * Words and numbers the headings of the standard's sections as the standard does. A heading is touched only where it is sure
 * which section it opens: its words are the title or an accepted wording of one section, and no other heading
 * names that section. Its depth and a remark behind its name stay. A heading that something links to, or that is
 * spoken of by its number, stays as it is.
 * @param linked the addresses `FILE#anchor` that other documents link to
 */
export function headingEdits(reading: Reading, linked: ReadonlySet<string>): readonly Edit[] {
	const { record, sections, parsed } = reading;
	const depth = sectionDepth(record.outline);
	const nodes = new Map<number, HeadingNode>();
	for (const node of parsed.tree.children)
		if (node.type === "heading" && node.position) nodes.set(node.position.start.line, node);
	return record.outline.flatMap((heading) => {
		const section = sections.find(({ key }) => heading.keys.length === 1 && heading.keys[0] === key);
		const node = nodes.get(heading.line);
		if (!section || !node || heading.depth !== depth || heading.line === record.titleLine) return [];
		if (isNamedElsewhere(heading, section, reading) || isLinked(heading, reading, linked)) return [];
		const edit = rename(node, section, reading);
		return edit && !isSpokenOf(heading, section, reading) ? [edit] : [];
	});
}

function rename({ children }: HeadingNode, section: SectionForm, { text }: Reading): Edit | null {
	const [words] = children;
	const start = words?.position?.start.offset;
	const end = words?.position?.end.offset;
	if (children.length !== 1 || words?.type !== "text" || start === undefined || end === undefined) return null;
	// Where the source spells it otherwise (entities, escapes), what a change would do to it is not certain.
	const written = text.slice(start, end);
	if (written !== words.value) return null;
	const wanted = wantedTitle(written, section);
	if (wanted === null || wanted === written) return null;
	return { kind: "heading", start, end, text: wanted, message: `heading "${written}" is now "${wanted}"` };
}

/** The title in the standard's words with the heading's own remark behind it; null where that is not certain. */
function wantedTitle(written: string, section: SectionForm): string | null {
	const wanted = numberedTitle(section);
	const { numbering, name, remark } = splitTitle(written);
	if (!/^[\p{L}\p{N}§.):\s–—-]*$/u.test(numbering)) return null;
	if (normalise(written.slice(numbering.length)) === normalise(section.title)) return wanted;
	const own = splitTitle(section.title);
	const accepted = [section.title, own.name, ...section.aliases].map(normalise);
	if (!accepted.includes(normalise(name))) return null;
	if (remark.trim() === "") return wanted;
	// A remark that starts as the title's own does is a wording of it ("AFTER this fix"): name only what is sure.
	const isOwnRemark = own.remark !== "" && firstWord(remark) === firstWord(own.remark);
	if (isOwnRemark) return `${section.number === undefined ? "" : `${section.number}. `}${own.name}${remark}`;
	return `${wanted}${remark}`;
}

function firstWord(remark: string): string | undefined {
	return normalise(remark).split(" ")[0];
}

function isNamedElsewhere(heading: Heading, { key }: SectionForm, { record, sections }: Reading): boolean {
	return record.outline.some((other) => other !== heading && matchSections(other.title, sections).has(key));
}

function isLinked({ slug }: Heading, { text, record }: Reading, linked: ReadonlySet<string>): boolean {
	const name = record.path.split("/").at(-1) ?? "";
	return (
		linked.has(`${name}#${slug}`) || linked.has(`${name}#${encodeURIComponent(slug)}`) || mentionsAnchor(text, slug)
	);
}

function mentionsAnchor(text: string, slug: string): boolean {
	const anchors = [`#${slug}`, `#${encodeURIComponent(slug)}`];
	return anchors.some((anchor) => {
		for (let at = text.indexOf(anchor); at !== -1; at = text.indexOf(anchor, at + 1))
			if (!/[\p{L}\p{N}_-]/u.test(text[at + anchor.length] ?? "")) return true;
		return false;
	});
}

/** Whether the text speaks of a section by the number that the heading would lose or take from another. */
function isSpokenOf({ title }: Heading, { number }: SectionForm, { text }: Reading): boolean {
	const old = /\d+/.exec(splitTitle(title).numbering)?.[0];
	if (old === undefined || number === undefined || Number(old) === number) return false;
	return new RegExp(`(?:\\bsections?\\b|§)[^\\S\\n]{0,2}(?:${Number(old)}|${number})(?!\\d)`, "iu").test(text);
}
