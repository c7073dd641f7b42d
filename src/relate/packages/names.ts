import type { DocumentRecord } from "#model/documents.ts";
import { factValue } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";

/** A package that a path leads into. */
export interface NamedPackage {
	readonly id: string;
	/** As the path spells it. */
	readonly written: string;
	/** What follows the package's folder; empty for the folder or the archive of the package itself. */
	readonly rest: string;
}

/** Finds the package that a path names by a folder or an archive. */
export type PackageNames = (path: string) => NamedPackage | null;

/**
 * Recognises the packages of an archive in paths. An id in another letter case, or without the part that all ids begin with, is
 * one only where it can mean no other: one package of the archive is called so, and the rest still tells a number.
 */
export function packageNames(documents: readonly DocumentRecord[], standards: readonly Standard[]): PackageNames {
	const forms = [...new Set(standards.map(({ packageId }) => packageId))].filter(Boolean);
	const pattern = new RegExp(`^(?:${forms.join("|") || "(?!)"})$`, "u");
	const endings = [...new Set(standards.flatMap(({ vocabulary }) => vocabulary.archiveEndings ?? []))];
	const spellings = spellingsOf(documents, forms.map(literalStart).filter(Boolean));
	const known = new Map<string, string | null>();
	const idOf = (name: string): string | null => {
		let id = known.get(name);
		if (id === undefined) {
			id = pattern.test(name) ? name : (spellings.get(name.toLowerCase()) ?? null);
			known.set(name, id);
		}
		return id;
	};
	return (path) => {
		const parts = path.split("/");
		for (const [index, part] of parts.entries()) {
			const ending = index === parts.length - 1 ? endings.find((candidate) => part.endsWith(candidate)) : undefined;
			const written = ending === undefined ? part : part.slice(0, -ending.length);
			const id = written === "" ? null : idOf(written);
			if (id !== null) return { id, written, rest: parts.slice(index + 1).join("/") };
		}
		return null;
	};
}

/** Lower-case spellings of the archive's packages; null where two packages share one. */
function spellingsOf(
	documents: readonly DocumentRecord[],
	starts: readonly string[],
): ReadonlyMap<string, string | null> {
	const ids = new Set<string>();
	for (const { facts, plan, packageMentions } of documents) {
		for (const id of factValue(facts.packages) ?? []) ids.add(id);
		for (const { id, dependencies } of plan?.packages ?? []) for (const one of [id, ...dependencies]) ids.add(one);
		for (const { id } of packageMentions) ids.add(id);
	}
	const spellings = new Map<string, string | null>();
	const add = (spelling: string, id: string) => {
		const before = spellings.get(spelling);
		spellings.set(spelling, before === undefined || before === id ? id : null);
	};
	for (const id of ids) {
		add(id.toLowerCase(), id);
		for (const start of starts) {
			const rest = id.startsWith(start) ? id.slice(start.length) : "";
			// "kernel" may be any folder; "kernel-001" is the package.
			if (/^\p{L}.*-\d+$/u.test(rest)) add(rest.toLowerCase(), id);
		}
	}
	return spellings;
}

/** What every id of a form begins with: "PKG-" of `PKG-(?!X)[A-Z]+`; empty where the form begins with a choice. */
function literalStart(form: string): string {
	return form.includes("|") && !/[([].*\|/u.test(form) ? "" : (/^[\p{L}\p{N}_-]+(?![*+?{])/u.exec(form)?.[0] ?? "");
}
