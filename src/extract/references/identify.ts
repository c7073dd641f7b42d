import type { Family } from "#model/archive.ts";
import type { DocumentKind } from "#model/documents.ts";
import { fillId, type IdMeaning, meaningOf, readExactId, readId } from "#model/ids.ts";
import { oncePer } from "#model/once-per.ts";
import type { DocumentForm, Standard } from "#model/standard.ts";
import { escaped } from "../text/patterns.ts";

/** What a file's path alone says about it. */
export interface Identity {
	readonly kind: DocumentKind;
	/** Canonical handoff id, or null where the path names none. In a handoff's folder the folder decides. */
	readonly handoff: string | null;
	readonly family: Family | null;
	/** The id that a follow-up's own id points at. */
	readonly parent: string | null;
	/** Other written forms of the id, as the standard defines them. */
	readonly aliases: readonly string[];
	/** The standard whose naming recognised the file, or null. */
	readonly standard: string | null;
	/** The canonical id that the file name itself carries, or null; where it is not `handoff`, folder and file disagree. */
	readonly fileId: string | null;
	/** Path of the handoff's folder that the file lies in, or null for a file in none. */
	readonly folder: string | null;
	/** The file name that the standard in force asks for, or null where it fixes none. */
	readonly expectedName: string | null;
}

interface NamedForm {
	readonly form: DocumentForm;
	readonly standard: Standard;
	readonly exact: RegExp;
	readonly loose: RegExp;
}

interface FileReading {
	readonly kind: DocumentForm["kind"];
	readonly id: string;
	readonly standard: Standard;
}

interface FolderReading {
	readonly meaning: IdMeaning;
	readonly path: string;
	readonly standard: Standard;
}

const markdownEnding = /\.(?:md|markdown)$/iu;

/** Whether a path is one of a Markdown document, by its ending. */
export function isMarkdownPath(path: string): boolean {
	return markdownEnding.test(path);
}

/**
 * Recognises a document by its path (BHS, File Organization). The nearest folder that is named like a handoff decides the
 * handoff; the file name decides the role, and the handoff where there is no such folder. The first standard that
 * recognises the folder, or else the file, is in force. Any Markdown file in a handoff's folder belongs to that handoff.
 */
export function identify(path: string, standards: readonly Standard[]): Identity {
	// Rules ask about every path again, some for one standard alone, in a list made for the question.
	const by = (standards.length === 1 && standards[0]) || standards;
	const known = identities(by);
	const identity = known.get(path) ?? identityOf(path, standards);
	if (known.size >= mostPaths) known.clear();
	known.set(path, identity);
	return identity;
}

const identities = oncePer((_: Standard | readonly Standard[]) => new Map<string, Identity>());
const mostPaths = 20_000;

function identityOf(path: string, standards: readonly Standard[]): Identity {
	const segments = path.split("/");
	const base = (segments.pop() ?? "").replace(markdownEnding, "");
	const folder = findFolder(segments, standards);
	const file = readFileName(base, segments.at(-1), folder !== null, standards);
	const standard = folder?.standard ?? file?.standard ?? null;
	const handoff = folder?.meaning.id ?? file?.id ?? null;
	const meaning = handoff === null ? null : (folder?.meaning ?? meaningOf(handoff, standards));
	const kind = file?.kind ?? "other";
	return {
		kind,
		handoff,
		family: meaning?.family ?? null,
		parent: meaning?.parent ?? null,
		aliases: meaning?.aliases ?? [],
		standard: standard?.id ?? null,
		fileId: file?.id ?? null,
		folder: folder?.path ?? null,
		expectedName: standard && handoff !== null ? expectedName(kind, handoff, standard) : null,
	};
}

/** The innermost folder named like a handoff id: exactly, or as a variant of one. */
function findFolder(segments: readonly string[], standards: readonly Standard[]): FolderReading | null {
	for (let depth = segments.length; depth > 0; depth--) {
		const name = segments[depth - 1] ?? "";
		for (const read of [readExactId, readId])
			for (const standard of standards) {
				const meaning = standard.layout === "folder" ? read(name, [standard]) : null;
				if (meaning) return { meaning, path: segments.slice(0, depth).join("/"), standard };
			}
	}
	return null;
}

function readFileName(
	base: string,
	parent: string | undefined,
	inFolder: boolean,
	standards: readonly Standard[],
): FileReading | null {
	const forms = formsOfAll(standards);
	for (const { form, standard, exact } of forms) {
		const groups = exact.exec(base)?.groups;
		if (!groups) continue;
		const known = idFrom(form, groups, standard);
		if (known) return { kind: form.kind, id: known, standard };
		// A name of the right form around an id of no known form is a document all the same where its folder bears it out.
		if (form.name !== undefined && groups.id !== undefined && (inFolder || groups.id === parent))
			return { kind: form.kind, id: fillId("{id}", groups), standard };
	}
	for (const { form, standard, loose } of forms) {
		const groups = loose.exec(base)?.groups;
		const id = groups ? idFrom(form, groups, standard) : null;
		if (id !== null && readExactId(id, [standard])) return { kind: form.kind, id, standard };
	}
	return null;
}

/** The canonical id that a matched file name carries: read from its `{id}`, or filled from the pattern's groups. */
function idFrom(form: DocumentForm, groups: Readonly<Record<string, string>>, standard: Standard): string | null {
	if (form.name !== undefined) return readId(groups.id ?? "", [standard])?.id ?? null;
	return form.canonical === undefined ? null : fillId(form.canonical, groups);
}

/** The file name the standard fixes for a role, with the id filled in; null where it fixes none. */
function expectedName(kind: DocumentKind, id: string, standard: Standard): string | null {
	const name = standard.documents.find((form) => form.kind === kind && form.name !== undefined)?.name;
	return name === undefined ? null : name.replaceAll("{id}", id);
}

function formsOfAll(standards: readonly Standard[]): readonly NamedForm[] {
	const [only] = standards;
	return only && standards.length === 1 ? formsOf(only) : formsOfSeveral(standards);
}

const formsOf = oncePer((standard: Standard): readonly NamedForm[] =>
	standard.documents.map((form) => ({ form, standard, ...compile(form) })),
);

const formsOfSeveral = oncePer((standards: readonly Standard[]) => standards.flatMap(formsOf));

function compile(form: DocumentForm): { exact: RegExp; loose: RegExp } {
	if (form.name === undefined) {
		const source = form.pattern ?? "(?!)";
		return { exact: new RegExp(source, "u"), loose: new RegExp(source, "iu") };
	}
	const [before = "", after = ""] = form.name.replace(markdownEnding, "").split("{id}").map(escaped);
	const anySeparator = (text: string) => text.replace(/_|\\-|-| /gu, "[-_ .]");
	return {
		exact: new RegExp(`^${before}(?<id>.+)${after}$`, "u"),
		loose: new RegExp(`^${anySeparator(before)}(?<id>.+)${anySeparator(after)}$`, "iu"),
	};
}
