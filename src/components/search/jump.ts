import type { Catalog, CatalogHandoff } from "./catalog.ts";

/** A place that a name stands for. */
export interface Jump {
	readonly kind: "handoff" | "document" | "package" | "rule";
	readonly name: string;
	readonly title: string;
	readonly href: string;
	/** What the name is there: "12A is its alias". */
	readonly because: string;
	/** Whether the name is the whole query: then Enter goes there. */
	readonly whole: boolean;
	readonly path: string | null;
}

/** Names that are the whole query are all offered; of those within a question, a few. */
const mostJumps = { whole: 8, partial: 3 } as const;

/** The handoffs, documents, packages and rules that a query names, whole or in one of its words. */
export function jumpsFor(query: string, catalog: Catalog): readonly Jump[] {
	const words = query.trim().split(/\s+/u).filter(Boolean);
	const whole = named(words.join(" "), catalog, true);
	if (whole.length > 0 || words.length < 2) return whole.slice(0, mostJumps.whole);
	const partial = words.flatMap((word, index) => [
		...named(`${word} ${words[index + 1] ?? ""}`.trim(), catalog, false),
		// A bare number or word in a sentence is not meant as a name.
		...(/\d/u.test(word) && /\p{L}/u.test(word) ? named(word, catalog, false) : []),
	]);
	return [...new Map(partial.map((jump) => [jump.href, jump])).values()].slice(0, mostJumps.partial);
}

function named(text: string, catalog: Catalog, whole: boolean): Jump[] {
	const name = simplified(text);
	if (name === "") return [];
	const exact = catalog.handoffs.filter(({ id }) => simplified(id) === name);
	const aliased = catalog.handoffs.filter(
		({ id, names }) => simplified(id) !== name && names.some((alias) => simplified(alias) === name),
	);
	const short = catalog.handoffs.filter(({ id }) => simplified(id) !== name && shortName(id) === name);
	const known = aliased.length > 0 ? aliased : short;
	const handoffs = [
		...exact.map((handoff) => jumpTo(handoff, "its id", whole)),
		...(exact.length > 0 ? [] : known.map((handoff) => jumpTo(handoff, `also called ${text}`, whole))),
	];
	if (handoffs.length > 0) return handoffs;
	return [
		...documentJumps(text, catalog, whole),
		...packageJumps(name, catalog, whole),
		...ruleJumps(text, catalog, whole),
	];
}

function jumpTo({ id, title, href }: CatalogHandoff, because: string, whole: boolean): Jump {
	return { kind: "handoff", name: id, title, href, because, whole, path: null };
}

function documentJumps(text: string, { documents }: Catalog, whole: boolean): Jump[] {
	const wanted = text.toLowerCase();
	return documents
		.filter(({ path }) => {
			const full = path.toLowerCase();
			const file = full.slice(full.lastIndexOf("/") + 1);
			return full === wanted || file === wanted || file.replace(/\.md$/, "") === wanted;
		})
		.map(({ path, title, href }) => ({
			kind: "document",
			name: path,
			title: title ?? "",
			href,
			because: "a document",
			whole,
			path,
		}));
}

function packageJumps(name: string, { handoffs }: Catalog, whole: boolean): Jump[] {
	return handoffs.flatMap((handoff) => {
		const found = handoff.packages.find((known) => simplified(known) === name);
		return found === undefined ? [] : [{ ...jumpTo(handoff, `plans ${found}`, whole), kind: "package" as const }];
	});
}

function ruleJumps(text: string, { rules }: Catalog, whole: boolean): Jump[] {
	return rules
		.filter(({ id }) => id === text.toLowerCase())
		.map(({ id, requires, href }) => ({
			kind: "rule",
			name: id,
			title: requires,
			href,
			because: "a rule",
			whole,
			path: null,
		}));
}

/** A name without what writers vary: case, separators, number signs. */
function simplified(name: string): string {
	return name.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** What is left of an id without the word before its number: "18B" of "H-18B". */
function shortName(id: string): string {
	return simplified(id.replace(/^\D+/u, ""));
}
