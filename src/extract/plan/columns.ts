import { oncePer } from "#model/once-per.ts";
import type { NamedForm } from "#model/spec-form.ts";
import { normalise } from "../text/text.ts";

/** All wordings of a column, a field or an action, normalised; its own title first. */
export const wordingsOf = oncePer((form: NamedForm): readonly string[] =>
	[form.title, ...form.aliases].map(normalise).filter(Boolean),
);

/** The form that a label names, remarks in brackets aside. */
export function formOf<Form extends NamedForm>(label: string, forms: readonly Form[]): Form | undefined {
	const words = normalise(label.replace(/\([^()]*\)/gu, " "));
	return words === "" ? undefined : forms.find((form) => wordingsOf(form).includes(words));
}

/**
 * Which column of a table is which: by the standard's title first, then by another wording. A column is used once, so that
 * "Path" is the file where no other column is, and the location beside one.
 */
export function columnsOf(header: readonly string[], forms: readonly NamedForm[]): ReadonlyMap<string, number> {
	const titles = header.map((title) => normalise(title.replace(/\([^()]*\)/gu, " ")));
	const found = new Map<string, number>();
	const taken = new Set<number>();
	const take = (form: NamedForm, accepts: (title: string) => boolean) => {
		if (found.has(form.key)) return;
		const at = titles.findIndex((title, index) => !taken.has(index) && accepts(title));
		if (at === -1) return;
		found.set(form.key, at);
		taken.add(at);
	};
	for (const form of forms) take(form, (title) => title === wordingsOf(form)[0]);
	for (const form of forms) take(form, (title) => wordingsOf(form).includes(title));
	return found;
}

/** A cell or value that says nothing: empty, or a dash. */
export function isBlank(text: string | undefined): boolean {
	return text === undefined || /^[\s\p{Pd}.…]*$/u.test(text);
}

/** A value of a manifest without its quotation marks. */
export function unquoted(value: string): string {
	return value.replace(/^["']|["'],?$/gu, "").trim();
}
