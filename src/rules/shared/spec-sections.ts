import type { RootContent } from "mdast";
import { type Block, blocksOf } from "#extract/text/blocks.ts";
import type { Heading } from "#model/documents.ts";
import { Derived } from "#parse/derived.ts";
import { because } from "#words/because.ts";
import type { Statement } from "../judging/outcome.ts";
import { nodesOf, sectionOf } from "../judging/places.ts";
import type { DocumentSubject } from "../judging/rule.ts";
import { numberedTitle } from "./sections.ts";

/** A section whose content a rule judges. */
export interface SpecSection {
	readonly heading: Heading;
	/** The section's title in the standard, with its number. */
	readonly title: string;
	/** Its content, headings excluded. */
	readonly nodes: readonly RootContent[];
	readonly blocks: readonly Block[];
}

/** A section of a spec, or why its content is not judged: that it is missing or empty is the section rules' business. */
export function specSection(subject: DocumentSubject, key: string): SpecSection | Statement {
	const sections = read.get(subject.parsed) ?? new Map<string, SpecSection | Statement>();
	read.set(subject.parsed, sections);
	const section = sections.get(key) ?? readSection(subject, key);
	sections.set(key, section);
	return section;
}

/** Several rules judge the same section. */
const read = new Derived<Map<string, SpecSection | Statement>>();

function readSection({ parsed, record, standard }: DocumentSubject, key: string): SpecSection | Statement {
	const form = standard.sections.spec.find((section) => section.key === key);
	const title = form ? numberedTitle(form) : key;
	const heading = sectionOf(record, key);
	if (!heading) return { verdict: "not-applicable", ...because("sectionMissing", { section: title }) };
	const nodes = nodesOf(parsed, heading);
	const content = nodes.filter(({ type }) => type !== "heading" && type !== "thematicBreak" && type !== "definition");
	if (content.every((node) => node.type === "html" && /^<!--[\s\S]*-->\s*$/u.test(node.value)))
		return { verdict: "not-applicable", ...because("sectionEmpty", { section: title }) };
	return { heading, title, nodes: content, blocks: blocksOf(parsed, heading) };
}
