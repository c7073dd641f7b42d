import type { Severity } from "#model/findings.ts";
import type { Place, Point } from "#model/source.ts";
import type { FurtherKey, TransferProblem, TransferProblemCode, Word } from "#model/transfers.ts";
import { nearest } from "#parse/nearest.ts";
import type { Stretch, YamlEntry, YamlNode } from "#parse/yaml/nodes.ts";
import { dataOf, type Term, term } from "#words/because.ts";

/** Where a block of YAML stands: its file, and where its offsets are in that file. */
export interface BlockPlace {
	readonly path: string;
	pointAt(offset: number): Point;
}

/** Figures, names and words of the product, for a problem's message. */
type Given = Readonly<Record<string, string | number | Term>>;

/** What a value is, or is to be. */
export const list = term("aList");
export const mapping = term("aMapping");
export const empty = term("emptyValue");
const text = term("someText");

/** A problem at a place, with the words that its message is made of. */
export function problemAt(code: TransferProblemCode, place: Place, given: Given, severity?: Severity): TransferProblem {
	return { code, place, ...dataOf(given), ...(severity && { severity }) };
}

/** " in deliverables[2]"; nothing for the handoff itself. */
function partOf(name: string): string | Term {
	return name === "" ? "" : term("inPart", { part: name });
}

export type MapNode = Extract<YamlNode, { readonly kind: "map" }>;

/** Reads the keys of one mapping: what they hold goes to the reader, what is wrong with them to its problems. */
export interface FieldReader {
	readonly problems: TransferProblem[];
	/** The mapping as problems call it: "deliverables[2]"; empty for the handoff itself. */
	readonly name: string;
	has(key: string): boolean;
	/** The value of a key as a word; null where it is absent or empty. `required` reports that. */
	word(key: string, required?: Severity | "off"): Word | null;
	/** The list under a key as words; null where it is absent. */
	words(key: string, required?: Severity | "off"): readonly Word[] | null;
	node(key: string): YamlEntry | undefined;
	placeOf(stretch: Stretch): Place;
	report(code: TransferProblemCode, at: Stretch, data: Given, severity?: Severity): void;
	/** Reports a key that is not there: with the key that was perhaps meant for it. */
	missing(key: string, severity: Severity | "off"): void;
	/** The keys not among those known; they are noted unless the team names them. */
	further(known: readonly string[], accepted: readonly string[]): readonly FurtherKey[];
}

/** A reader of one mapping. `name` is how problems call it; `known` are the keys that a slip may have meant. */
export function fieldReader(
	map: MapNode,
	block: BlockPlace,
	problems: TransferProblem[],
	known: readonly string[],
	name = "",
): FieldReader {
	const entries = new Map(map.entries.map((entry) => [entry.key, entry]));
	const placeOf = (at: Stretch) => placeIn(block, at);
	const report: FieldReader["report"] = (code, at, data, severity) => {
		problems.push(problemAt(code, placeOf(at), data, severity));
	};
	const nameOf = (key: string) => (name === "" ? key : `${name}.${key}`);
	const missing: FieldReader["missing"] = (key, severity) => {
		if (severity === "off") return;
		const strangers = map.entries.map((entry) => entry.key).filter((found) => !known.includes(found));
		const near = nearest(key, strangers);
		const hint = near === null ? "" : term("looksLikeIt", { near });
		const at = (near === null ? undefined : entries.get(near)?.keyAt) ?? startOf(map);
		report("missing", at, { key, where: partOf(name), hint }, severity);
	};
	return {
		problems,
		name,
		has: (key) => entries.has(key),
		node: (key) => entries.get(key),
		placeOf,
		report,
		missing,
		word(key, required = "off") {
			const entry = entries.get(key);
			if (!entry) {
				missing(key, required);
				return null;
			}
			const word = wordOf(entry.value, nameOf(key), { placeOf, report }, entry.keyAt);
			if (word === null && required !== "off")
				report("wrong-type", entry.keyAt, { name: nameOf(key), expected: text, found: empty, hint: "" }, required);
			return word;
		},
		words(key, required = "off") {
			const entry = entries.get(key);
			if (!entry) {
				missing(key, required);
				return null;
			}
			const { value, keyAt } = entry;
			const context = { placeOf, report };
			if (value.kind === "list")
				return value.items.flatMap((item, index) => {
					const named = `${nameOf(key)}[${index}]`;
					const word = wordOf(item, named, context, item);
					if (word === null) report("wrong-type", item, { name: named, expected: text, found: empty, hint: "" });
					return word ?? [];
				});
			const found = describe(value);
			const hint = found === empty ? term("writeEmptyList") : "";
			report("wrong-type", found === empty ? keyAt : value, { name: nameOf(key), expected: list, found, hint });
			if (value.kind !== "scalar") return [];
			const word = wordOf(value, nameOf(key), { placeOf, report: () => {} }, keyAt);
			return word === null ? [] : [word];
		},
		further(own, accepted) {
			return map.entries.flatMap(({ key, keyAt, value }) => {
				if (own.includes(key)) return [];
				if (!accepted.includes(key)) {
					const near = nearest(key, own);
					const hint = near === null ? "" : term("orPerhaps", { near });
					report("unknown-key", keyAt, { key, where: partOf(name), hint }, "info");
				}
				return [{ key: nameOf(key), value: shown(value), place: placeOf(keyAt) }];
			});
		},
	};
}

/** The place of a stretch of a block. */
export function placeIn({ path, pointAt }: BlockPlace, { start, end }: Stretch): Place {
	const from = pointAt(start);
	const to = pointAt(Math.max(start, end));
	// Values of several lines are placed at their first character: what a reader looks for is where they start.
	const isOneLine = to.line === from.line && to.column > from.column;
	const after = { line: from.line, column: from.column + 1 };
	return { kind: "range", path, range: { start: from, end: isOneLine ? to : after } };
}

/** A value as a word; null where it is empty. What is no text is reported and kept as it is written. */
function wordOf(
	node: YamlNode,
	name: string,
	{ placeOf, report }: Pick<FieldReader, "placeOf" | "report">,
	keyAt: Stretch,
): Word | null {
	const found = describe(node);
	if (found === empty) return null;
	if (node.kind !== "scalar") {
		report("wrong-type", node.start === node.end ? keyAt : node, { name, expected: text, found, hint: "" });
		return { value: shown(node), place: placeOf(node) };
	}
	if (typeof node.value !== "string") {
		const hint = term("writeInQuotes");
		report("wrong-type", node, { name, expected: text, found: node.text, hint });
		return { value: node.text, place: placeOf(node) };
	}
	return { value: node.value.trim(), place: placeOf(node) };
}

/** What a value is, in a word or two. */
export function describe(node: YamlNode): string | Term {
	if (node.kind === "list") return list;
	if (node.kind === "map") return mapping;
	if (node.value === null || (typeof node.value === "string" && node.value.trim() === "")) return empty;
	const written = typeof node.value === "string" ? JSON.stringify(node.value) : node.text;
	return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}

/** The nearest of the known words where one is near, else all of them. */
export function hintOf(word: string, known: readonly string[]): Term {
	const near = nearest(word, known);
	return near === null ? term("knownWords", { words: known.join(", ") }) : term("perhapsMeant", { near });
}

const longestShown = 2000;

/** A value as JSON text, long ones cut. */
function shown(node: YamlNode): string {
	const text = node.kind === "scalar" && typeof node.value === "string" ? node.value : JSON.stringify(plain(node));
	return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

function plain(node: YamlNode): unknown {
	switch (node.kind) {
		case "scalar":
			return typeof node.value === "bigint" ? node.text : node.value;
		case "list":
			return node.items.map(plain);
		case "map":
			return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
	}
}

function startOf({ start }: Stretch): Stretch {
	return { start, end: start + 1 };
}
