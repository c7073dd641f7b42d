import { extractDocument } from "#extract/document.ts";
import { identify } from "#extract/references/identify.ts";
import type { DocumentRecord, Heading } from "#model/documents.ts";
import type { Fact, FactKey } from "#model/facts.ts";
import type { SectionForm, Standard } from "#model/standard.ts";
import type { MarkdownParser, ParsedDocument } from "#parse/markdown.ts";

/** A document's text at one step of its mending, read as a check reads it. */
export interface Reading {
	readonly text: string;
	readonly parsed: ParsedDocument;
	readonly record: DocumentRecord;
	/** The sections that the standard in force asks of this kind of document. */
	readonly sections: readonly SectionForm[];
	/** Reads another version of the text. */
	again(text: string): Reading;
}

/** What a document is read by. */
export interface ReadingContext {
	/** The record of the document as the check made it. */
	readonly record: Pick<DocumentRecord, "path" | "kind" | "handoff" | "standard">;
	readonly standards: readonly Standard[];
	readonly parse: MarkdownParser;
}

const encoder = new TextEncoder();

/** Reads a text under the identity and standard of a checked document. */
export function readingOf(text: string, context: ReadingContext): Reading {
	const { record, standards, parse } = context;
	const { path, kind, handoff } = record;
	const bytes = encoder.encode(text);
	const parsed = parse(path, bytes);
	const identity = { ...identify(path, standards), kind, handoff, standard: record.standard };
	const standard = standards.find(({ id }) => id === record.standard) ?? standards[0];
	return {
		text,
		parsed,
		record: extractDocument(parsed, identity, standards, { bytes: bytes.length, sha256: "" }),
		sections: kind === "other" || !standard ? [] : standard.sections[kind],
		again: (changed) => readingOf(changed, context),
	};
}

/** Whether two readings state the same facts, wherever their lines moved; `except` names those that are meant to change. */
export function sameFacts(before: Reading, after: Reading, except: readonly FactKey[] = []): boolean {
	const [old, now] = [factsOf(before, except), factsOf(after, except)];
	return JSON.stringify([...old]) === JSON.stringify([...now]) && sameBeside(before, after);
}

/** As `sameFacts`, but what nothing was said of may become unclear, or a count of nothing: so an empty section is read. */
export function sameValues(before: Reading, after: Reading): boolean {
	const [old, now] = [factsOf(before, []), factsOf(after, [])];
	const hasValue = (said: Said | undefined) =>
		(said?.state === "stated" || said?.state === "derived") && said.value !== 0;
	const same = [...now].every(([key, said]) => {
		const former = old.get(key);
		return JSON.stringify(former) === JSON.stringify(said) || (former?.state === "not-stated" && !hasValue(said));
	});
	return same && old.size === now.size && sameBeside(before, after);
}

interface Said {
	readonly state: Fact<unknown>["state"];
	readonly value: unknown;
}

function factsOf({ record }: Reading, except: readonly FactKey[]): ReadonlyMap<string, Said> {
	const facts: Readonly<Record<string, Fact<unknown> | undefined>> = record.facts;
	const said = new Map<string, Said>();
	for (const key of Object.keys(facts).sort()) {
		const fact = facts[key];
		if (!fact || except.some((other) => other === key)) continue;
		said.set(key, { state: fact.state, value: "value" in fact ? fact.value : null });
	}
	return said;
}

function sameBeside(before: Reading, after: Reading): boolean {
	const beside = ({ record }: Reading) =>
		JSON.stringify([
			record.title,
			record.selfIds.map(({ id }) => id),
			record.wave?.name,
			record.relations.map(({ type, target }) => `${type} ${target}`).sort(),
		]);
	return beside(before) === beside(after);
}

/** The level on which most of the standard's sections stand; null where the document has none of them. */
export function sectionDepth(outline: readonly Heading[]): Heading["depth"] | null {
	const counts = new Map<Heading["depth"], number>();
	for (const { depth, keys } of outline) if (keys.length > 0) counts.set(depth, (counts.get(depth) ?? 0) + 1);
	let most: Heading["depth"] | null = null;
	for (const [depth, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = depth;
	return most;
}
