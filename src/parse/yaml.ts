import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, visit } from "yaml";
import type { core, output as ZodOutput, ZodType } from "zod";
import type { Point, TextProblem } from "#model/source.ts";
import { type Term, term } from "#words/because.ts";
import { lineStartsOf, pointInLines } from "./lines.ts";
import { meant } from "./nearest.ts";
import { placeOf } from "./yaml/errors.ts";
import { conflict, conflictAt, yamlWords } from "./yaml/words.ts";

/** A path into a YAML value, as zod reports it: keys and indices from the outside in. */
export type ValuePath = readonly PropertyKey[];

/** A YAML document that could be read, before anything is known of what it should hold. */
export interface YamlDocument {
	readonly path: string;
	readonly value: unknown;
	/** Where the value at a path stands; with `key`, where its key stands. A missing value is placed at what should hold it. */
	pointOf(path: ValuePath, part?: "key" | "value"): Point;
}

export type YamlResult<Value> =
	| { readonly value: Value; readonly document: YamlDocument }
	| { readonly problems: readonly TextProblem[] };

export interface YamlLimits {
	/** Longer text is refused: hostile YAML costs seconds per megabyte. In UTF-16 code units. */
	readonly maxLength: number;
	/** How often aliases may be followed before the document counts as an attack rather than as a document. */
	readonly maxAliasCount: number;
	/** How many problems of one text are worth telling. */
	readonly maxProblems: number;
}

export const defaultYamlLimits: YamlLimits = { maxLength: 131_072, maxAliasCount: 100, maxProblems: 20 };

/**
 * Reads YAML text and validates it. Never throws: syntax errors, duplicate keys, tabs, alias bombs and everything the
 * schema refuses come back as problems with line and column, unknown keys and words with the nearest known one.
 */
export function parseYaml<Schema extends ZodType>(
	path: string,
	text: string,
	schema: Schema,
): YamlResult<ZodOutput<Schema>> {
	const read = readYaml(path, text);
	if ("problems" in read) return read;
	const checked = validate(read.document, read.document.value, schema);
	return "problems" in checked ? checked : { value: checked.value, document: read.document };
}

/** Reads YAML text without judging what it holds. Never throws. An empty document has the value null. */
export function readYaml(
	path: string,
	text: string,
	limits: YamlLimits = defaultYamlLimits,
): { readonly document: YamlDocument } | { readonly problems: readonly TextProblem[] } {
	const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
	const lines = lineStartsOf(bare);
	const problemAt = ([offset, { term: message, said }]: Flaw): TextProblem => ({
		path,
		...pointInLines(lines, offset),
		message,
		said,
	});
	if (bare.length > limits.maxLength)
		return { problems: [problemAt([0, term("tooLongForYaml", { limit: limits.maxLength })])] };
	try {
		// The library's own search for duplicate keys is quadratic.
		const document = parseDocument(bare, { prettyErrors: false, logLevel: "error", uniqueKeys: false });
		const flaws = [...syntaxFlaws(document, bare), ...duplicateKeys(document)];
		if (flaws.length > 0) return { problems: flaws.slice(0, limits.maxProblems).map(problemAt) };
		const value: unknown = document.toJS({ maxAliasCount: limits.maxAliasCount });
		if (holdsItself(value)) return { problems: [problemAt([0, term("holdsItself")])] };
		const pointOf = (valuePath: ValuePath, part: "key" | "value" = "value") =>
			pointInLines(lines, offsetOf(document, valuePath, part));
		return { document: { path, value, pointOf } };
	} catch (error) {
		return { problems: [problemAt([0, yamlWords(error instanceof Error ? error : new Error(String(error)))])] };
	}
}

/** An offset and what is wrong there. */
type Flaw = readonly [offset: number, message: Term];

function syntaxFlaws(document: Document.Parsed, text: string): Flaw[] {
	const left = document.errors.length > 0 ? conflictAt(text) : -1;
	if (left !== -1) return [[left, conflict]];
	const flaws = document.errors.map((error): Flaw => [placeOf(error, document, text).start, yamlWords(error)]);
	// Where the parser ran out of stack, the rest of its complaints are echoes; so are those about a line after the first.
	const deep = document.errors.findIndex(({ message }) => message.startsWith("Maximum call stack"));
	if (deep !== -1) return flaws.slice(deep, deep + 1);
	const lineOf = ([offset]: Flaw) => text.lastIndexOf("\n", offset - 1);
	return flaws.filter((flaw, index) => flaws.findIndex((other) => lineOf(other) === lineOf(flaw)) === index);
}

function duplicateKeys(document: Document.Parsed): Flaw[] {
	const flaws: Flaw[] = [];
	visit(document, {
		Map(_, { items }) {
			const seen = new Set<unknown>();
			for (const { key } of items as Pair[]) {
				if (!isScalar(key)) continue;
				if (seen.has(key.value)) flaws.push([rangeStart(key) ?? 0, term("keyTwice", { key: shown(key.value) })]);
				seen.add(key.value);
			}
		},
	});
	return flaws;
}

function holdsItself(value: unknown, around: Set<unknown> = new Set(), done: Set<unknown> = new Set()): boolean {
	if (typeof value !== "object" || value === null || done.has(value)) return false;
	if (around.has(value)) return true;
	around.add(value);
	const found = Object.values(value).some((part) => holdsItself(part, around, done));
	around.delete(value);
	done.add(value);
	return found;
}

/**
 * Validates a value with a schema and places each issue in the document. `value` is usually the document's own; a value
 * that was completed from elsewhere is placed as far as the document holds it.
 */
export function validate<Schema extends ZodType>(
	document: YamlDocument,
	value: unknown,
	schema: Schema,
): { readonly value: ZodOutput<Schema> } | { readonly problems: readonly IssueProblem[] } {
	const checked = schema.safeParse(value);
	if (checked.success) return { value: checked.data };
	return { problems: checked.error.issues.flatMap((issue) => problemsOf(document, value, schema, issue)) };
}

/** A problem together with the path of the value it speaks of. */
export interface IssueProblem extends TextProblem {
	readonly valuePath: ValuePath;
}

function problemsOf(document: YamlDocument, root: unknown, schema: ZodType, issue: core.$ZodIssue): IssueProblem[] {
	const problem = (
		valuePath: ValuePath,
		{ term: message, said }: Term,
		part: "key" | "value" = "value",
	): IssueProblem => ({
		path: document.path,
		...document.pointOf(valuePath, part),
		message,
		said,
		valuePath,
	});
	const name = nameOf(issue.path);
	const found = valueAt(root, issue.path);
	if (issue.code === "unrecognized_keys") {
		const known = keysAt(schema, issue.path);
		const where = partOf(name);
		return issue.keys.map((key) =>
			problem([...issue.path, key], term("unknownKey", { key, where, meant: meant(key, known) }), "key"),
		);
	}
	if (found === undefined && issue.path.length > 0 && issue.code !== "custom")
		return [
			problem(issue.path, term("keyMissing", { key: String(issue.path.at(-1)), where: nameOfHolder(issue.path) })),
		];
	const subject = name === "" ? term("theDocument") : name;
	if (issue.code === "invalid_value") {
		const known = issue.values.map(String);
		return [problem(issue.path, term("valueIs", { subject, found: shown(found), meant: meant(String(found), known) }))];
	}
	if (issue.code === "invalid_type")
		return [
			problem(
				issue.path,
				term("valueMustBe", {
					subject,
					expected: kindNames[issue.expected] ?? issue.expected,
					found: shown(found),
					hint: hintFor(issue.expected, found),
				}),
			),
		];
	return [problem(issue.path, term("valueFault", { subject, fault: faults.get(issue.message) ?? issue.message }))];
}

/** What makes a value one of the kind that is expected: quotes make text, and a figure in quotes is text. */
function hintFor(expected: string, found: unknown): string | Term {
	if (expected === "string" && ["number", "boolean", "bigint"].includes(typeof found)) return term("writeInQuotes");
	const isFigure = typeof found === "string" && found.trim() !== "" && Number.isFinite(Number(found));
	return (expected === "number" || expected === "int") && isFigure ? term("takeOffQuotes") : "";
}

const kindNames: Readonly<Record<string, Term>> = {
	string: term("someText"),
	number: term("aNumber"),
	int: term("wholeNumber"),
	boolean: term("trueOrFalse"),
	array: term("aList"),
	object: term("aMapping"),
	record: term("aMapping"),
};

/** What schemas say of files that a site speaks of, by the English words that stand in them. */
const faults = new Map(([term("notEmpty"), term("aDay"), term("idOrRange")] as const).map((one) => [one.term, one]));

function shown(value: unknown): string | Term {
	if (value === null || value === undefined) return term("emptyValue");
	if (Array.isArray(value)) return term("aList");
	if (typeof value === "object") return term("aMapping");
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function nameOf(path: ValuePath): string {
	return path.reduce<string>((name, key) => {
		if (typeof key === "number") return `${name}[${key}]`;
		return name === "" ? String(key) : `${name}.${String(key)}`;
	}, "");
}

function nameOfHolder(path: ValuePath): string | Term {
	return partOf(nameOf(path.slice(0, -1)));
}

function partOf(name: string): string | Term {
	return name === "" ? "" : term("inPart", { part: name });
}

function valueAt(root: unknown, path: ValuePath): unknown {
	let value = root;
	for (const key of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
		value = (value as Record<PropertyKey, unknown>)[key];
	}
	return value;
}

/** The keys that a schema knows at a path: of the object there, or of all objects there where it is one of several. */
function keysAt(schema: ZodType, path: ValuePath): readonly string[] {
	let schemas: core.$ZodTypes[] = unwrapped(schema as unknown as core.$ZodTypes);
	for (const key of path) schemas = schemas.flatMap((one) => partsAt(one, key)).flatMap(unwrapped);
	return [...new Set(schemas.flatMap(({ _zod: { def } }) => (def.type === "object" ? Object.keys(def.shape) : [])))];
}

function partsAt(schema: core.$ZodTypes, key: PropertyKey): core.$ZodTypes[] {
	const { def } = schema._zod;
	if (def.type === "object") return [def.shape[String(key)]].filter((part) => part !== undefined) as core.$ZodTypes[];
	if (def.type === "array") return [def.element as core.$ZodTypes];
	if (def.type === "record") return [def.valueType as core.$ZodTypes];
	return [];
}

/** The schemas behind the wrappers that change nothing about keys: optional, default, pipe, union and their like. */
function unwrapped(schema: core.$ZodTypes): core.$ZodTypes[] {
	const { def } = schema._zod;
	if (def.type === "union") return (def.options as core.$ZodTypes[]).flatMap(unwrapped);
	if (def.type === "pipe") return unwrapped(def.in as core.$ZodTypes);
	if ("innerType" in def) return unwrapped(def.innerType as core.$ZodTypes);
	return [schema];
}

/** The offset of the value (or key) at a path; of the nearest thing that holds it where it is not there. */
function offsetOf(document: Document.Parsed, path: ValuePath, part: "key" | "value"): number {
	let node: unknown = document.contents;
	let offset = rangeStart(node) ?? 0;
	for (const [index, key] of path.entries()) {
		if (isAlias(node)) node = node.resolve(document);
		const step = entryAt(node, key);
		if (step === null) return offset;
		const keyOnly = part === "key" && index === path.length - 1;
		offset = (keyOnly ? step.keyOffset : (rangeStart(step.value) ?? step.keyOffset)) ?? offset;
		node = step.value;
	}
	return offset;
}

function entryAt(node: unknown, key: PropertyKey): { value: unknown; keyOffset: number | null } | null {
	if (isSeq(node)) {
		const value = node.items[Number(key)];
		return value === undefined ? null : { value, keyOffset: rangeStart(value) };
	}
	if (!isMap(node)) return null;
	const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
	if (!pair) return null;
	// An empty value has a range too, but it points behind the key, where there is nothing to see.
	const empty = isScalar(pair.value) && pair.value.value === null && pair.value.source === "";
	return { value: empty ? pair.key : pair.value, keyOffset: rangeStart(pair.key) };
}

function rangeStart(node: unknown): number | null {
	const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
	return Array.isArray(range) && typeof range[0] === "number" ? range[0] : null;
}
