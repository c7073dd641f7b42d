import type { TextFile, TextProblem } from "#model/source.ts";
import { type Standard, standardSchema } from "#model/standard.ts";
import { didYouMean } from "./nearest.ts";
import { readYaml, validate, type YamlDocument } from "./yaml.ts";

export interface ParsedStandards {
	/** The valid standards, in the order of the given texts. */
	readonly standards: readonly Standard[];
	readonly problems: readonly TextProblem[];
}

interface Mapping {
	readonly id?: unknown;
	readonly extends?: unknown;
	readonly [key: string]: unknown;
}

/**
 * Reads standards written as YAML. `extends: <id>` takes every top-level key that a text does not name itself from the
 * standard with that id. Never throws: each standard that cannot be used is left out and its problems are returned.
 */
export function parseStandards(texts: readonly TextFile[]): ParsedStandards {
	const problems: TextProblem[] = [];
	const documents = new Map<string, YamlDocument>();
	const order: YamlDocument[] = [];
	for (const { path, text } of texts) {
		const read = readYaml(path, text);
		if ("problems" in read) {
			problems.push(...read.problems);
			continue;
		}
		const { document } = read;
		const id = ownId(document);
		const twin = id === null ? undefined : documents.get(id);
		if (twin) problems.push(problemAt(document, "id", `the id "${id}" is taken by ${twin.path}`));
		else {
			if (id !== null) documents.set(id, document);
			order.push(document);
		}
	}
	const standards: Standard[] = [];
	for (const document of order) {
		const completed = complete(document, documents);
		if ("problem" in completed) {
			problems.push(completed.problem);
			continue;
		}
		const checked = validate(document, completed.value, standardSchema);
		if ("value" in checked) standards.push(checked.value);
		else problems.push(...ownProblems(document, checked.problems));
	}
	return { standards, problems };
}

/** The document's mapping with the keys it inherits; "extends" itself is no key of a standard. */
function complete(
	document: YamlDocument,
	documents: ReadonlyMap<string, YamlDocument>,
): { readonly value: unknown } | { readonly problem: TextProblem } {
	let value: unknown = document.value;
	let holder = document;
	const seen = new Set<YamlDocument>([document]);
	while (isMapping(value) && "extends" in value) {
		const { extends: base, ...own } = value;
		const next = typeof base === "string" ? documents.get(base) : undefined;
		if (!next) {
			const known = [...documents.keys()].filter((id) => id !== ownId(holder));
			return {
				problem: problemAt(
					holder,
					"extends",
					`extends "${String(base)}", which is no standard here; ${didYouMean(String(base), known)}`,
				),
			};
		}
		if (seen.has(next)) {
			const chain = [...seen, next].map(ownId).join(" -> ");
			return { problem: problemAt(document, "extends", `extends itself: ${chain}`) };
		}
		seen.add(next);
		holder = next;
		value = isMapping(next.value) ? { ...next.value, ...own } : own;
		if (isMapping(next.value) && !("extends" in next.value)) break;
	}
	return { value };
}

/** Only what the document says itself or leaves out; what it inherits is reported where it stands. */
function ownProblems(
	document: YamlDocument,
	problems: readonly (TextProblem & { valuePath: readonly PropertyKey[] })[],
): TextProblem[] {
	const own = problems.filter(
		({ valuePath: [key] }) => key === undefined || !inherits(document) || names(document, key),
	);
	// Everything wrong is inherited: it is reported there, and here only that this standard falls with it.
	const shown = own.length > 0 ? own : [problemAt(document, "extends", "extends a standard that has errors")];
	return shown.map(({ path, line, column, message }) => ({ path, line, column, message }));
}

function inherits({ value }: YamlDocument): boolean {
	return isMapping(value) && "extends" in value;
}

function names({ value }: YamlDocument, key: PropertyKey): boolean {
	return isMapping(value) && Object.hasOwn(value, key);
}

function ownId({ value }: YamlDocument): string | null {
	return isMapping(value) && typeof value.id === "string" ? value.id : null;
}

function problemAt(document: YamlDocument, key: string, message: string): TextProblem {
	return { path: document.path, ...document.pointOf([key]), message };
}

function isMapping(value: unknown): value is Mapping {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
