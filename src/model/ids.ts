import type { Family } from "./archive.ts";
import { oncePer } from "./once-per.ts";
import type { IdForm, Standard } from "./standard.ts";
import { compareCounting } from "./text-order.ts";

/** What a handoff id says by its form alone. */
export interface IdMeaning {
	/** The canonical id ("H-18B"). */
	readonly id: string;
	readonly family: Family;
	/** The id that this one follows up, whether or not it exists. */
	readonly parent: string | null;
	/** Other written forms of the id, as the standard defines them. */
	readonly aliases: readonly string[];
	/** Whether the standard itself allows such an id; others are understood and reported. */
	readonly conforming: boolean;
	/** The form it was read by and its parts (number, letter); null for an id of no known form. */
	readonly form: IdForm | null;
	readonly groups: Readonly<Record<string, string | undefined>>;
}

interface CompiledForm {
	readonly form: IdForm;
	readonly exact: RegExp | null;
	readonly variants: readonly RegExp[];
}

const formsOf = oncePer((standard: Standard): readonly CompiledForm[] =>
	standard.ids.map((form) => ({
		form,
		exact: form.directory === undefined ? null : new RegExp(form.directory, "u"),
		variants: [...(form.directory === undefined ? [] : [form.directory]), ...form.variants].map(
			(variant) => new RegExp(variant, "iu"),
		),
	})),
);

/**
 * Fills a template from named groups: `{number}` takes a group, `{-part}` and `{.minor}` put their sign before a group that is
 * there and vanish with one that is not. Ids are upper case, with "-" for spaces and underscores.
 */
export function fillId(template: string, groups: Readonly<Record<string, string | undefined>>): string {
	return template
		.replace(/\{([-._]?)(\w+)\}/gu, (_whole, sign: string, name: string) => (groups[name] ? sign + groups[name] : ""))
		.replace(/[\s_]+/gu, "-")
		.toUpperCase();
}

/** An id exactly as one of the standards writes it, with what its form says; null for any other text. */
export function readExactId(text: string, standards: readonly Standard[]): IdMeaning | null {
	for (const standard of standards) {
		const { exact } = readingOf(text, standard);
		if (exact) return exact;
	}
	return null;
}

/** An id as the standards write it but for letter case, or in a form they list as a variant of it (separators, long words). */
export function readId(text: string, standards: readonly Standard[]): IdMeaning | null {
	const exact = readExactId(text, standards);
	if (exact) return exact;
	for (const standard of standards) {
		const { variant } = readingOf(text, standard);
		if (variant) return variant;
	}
	return null;
}

interface IdReading {
	readonly exact: IdMeaning | null;
	readonly variant: IdMeaning | null;
}

/** The names of folders, files and handoffs come again for every document, stage and rule. */
const readings = oncePer((_: Standard) => new Map<string, IdReading>());
const mostReadings = 10_000;

function readingOf(text: string, standard: Standard): IdReading {
	const known = readings(standard);
	const before = known.get(text);
	if (before) return before;
	const exact = exactIn(text, standard);
	const reading = { exact, variant: exact ?? variantIn(text, standard) };
	if (known.size >= mostReadings) known.clear();
	known.set(text, reading);
	return reading;
}

function exactIn(text: string, standard: Standard): IdMeaning | null {
	for (const { form, exact } of formsOf(standard)) {
		const match = exact?.exec(text);
		if (match) return meaningFrom(form, match.groups ?? {});
	}
	return null;
}

function variantIn(text: string, standard: Standard): IdMeaning | null {
	for (const { form, variants } of formsOf(standard))
		for (const variant of variants) {
			const match = variant.exec(text);
			if (match) return meaningFrom(form, match.groups ?? {});
		}
	return null;
}

/** What a canonical id says by its form; an id of no known form is of the family "other". */
export function meaningOf(id: string, standards: readonly Standard[]): IdMeaning {
	return (
		readExactId(id, standards) ?? {
			id,
			family: "other",
			parent: null,
			aliases: [],
			conforming: false,
			form: null,
			groups: {},
		}
	);
}

function meaningFrom(form: IdForm, groups: Readonly<Record<string, string | undefined>>): IdMeaning {
	const fillAlias = (template: string) =>
		template.replace(/\{([-._]?)(\w+)\}/gu, (_whole, sign: string, name: string) =>
			groups[name] ? sign + groups[name].toUpperCase() : "",
		);
	return {
		id: fillId(form.canonical, groups),
		family: form.family,
		parent: form.parent === undefined ? null : fillId(form.parent, groups),
		aliases: [...new Set(form.aliases.map(fillAlias))],
		conforming: form.conforming,
		form,
		groups,
	};
}

/** How the standard writes its own ids, for messages: "H-<number>, H-<number><letter>". */
export function idForms(standard: Standard): string {
	return standard.ids
		.filter(({ conforming }) => conforming)
		.map(({ canonical }) => canonical.replace(/\{[-._]?(\w+)\}/gu, "<$1>"))
		.join(", ");
}

/** Orders ids as people count: H-3, H-3A, H-3B, H-10. */
export function compareIds(a: string, b: string): number {
	return compareCounting(a, b);
}
