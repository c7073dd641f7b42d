import type { Archive } from "#model/archive.ts";
import { countFindings } from "#model/findings.ts";
import { type Effects, type OpenedArchive, type ParsedArguments, Unusable } from "../command.ts";
import { prepareArchive, type Ready } from "../settings.ts";

/** The files among what a command line names; the rest are folders. */
export interface NamedDocuments {
	readonly folders: ParsedArguments;
	/** Absolute paths. */
	readonly documents: readonly string[];
}

/** Parts the documents that are named by their path from the folders of archives. */
export function namedDocuments(given: ParsedArguments, { files, cwd }: Effects): NamedDocuments {
	const isDocument = (name: string) => files.isFile(files.resolve(cwd, name));
	const documents = given.positionals.filter(isDocument).map((name) => files.resolve(cwd, name));
	return { folders: { ...given, positionals: given.positionals.filter((name) => !isDocument(name)) }, documents };
}

/**
 * The archive that documents belong to: the one that is named or set, else the folder around them; around the handoff's own folder,
 * where a document is named after it.
 * @throws Unusable as `prepareArchive` does
 */
export function archiveAround(
	{ folders, documents }: NamedDocuments,
	effects: Effects,
	use: { writes: boolean },
): Ready {
	const { files } = effects;
	if (documents.length === 0) return prepareArchive(folders, effects, use);
	const isNamed = folders.positionals.length + folders.values("archive").length > 0;
	const set = prepareArchive(folders, effects, { ...use, withoutArchive: true });
	const isWithin = (file: string) =>
		set.settings.archive.some((folder) => !/^\.\.(?:[\\/]|$)/.test(files.relative(folder, file)));
	if (isNamed || documents.every(isWithin)) return set;
	const around = documents.map((file) => {
		const folder = files.resolve(file, "..");
		const above = files.resolve(folder, "..");
		return files.relative(folder, file).startsWith(files.relative(above, folder)) ? above : folder;
	});
	return prepareArchive({ ...folders, positionals: [...new Set(around)] }, effects, use);
}

/**
 * What an archive's check says of some of its documents: it needs all of them, since documents answer for each other.
 * @throws Unusable for a file that is no document of the archive
 */
export function restrictedTo(
	documents: readonly string[],
	archive: Archive,
	source: OpenedArchive,
	{ files, cwd }: Effects,
): Archive {
	const spokenOf = new Set([
		...archive.documents.map(({ path }) => path),
		...archive.findings.map(({ place }) => place.path),
	]);
	const pathOf = new Map(source.entries.map(({ path }) => [source.locate(path), path]));
	const paths = new Set(
		documents.map((file) => {
			const path = pathOf.get(file);
			if (path === undefined || !spokenOf.has(path))
				throw new Unusable(`${files.relative(cwd, file)} is no document of the archive`);
			return path;
		}),
	);
	const kept = archive.documents.filter(({ path }) => paths.has(path));
	const handoffs = new Set(kept.flatMap(({ handoff }) => handoff ?? []));
	const findings = archive.findings.filter(({ place }) => paths.has(place.path));
	const { transfers: _, ...rest } = archive;
	return {
		...rest,
		documents: kept,
		findings,
		verdicts: archive.verdicts.filter(
			({ handoff, evidence }) =>
				handoffs.has(handoff) && (evidence.length === 0 || evidence.some(({ place }) => paths.has(place.path))),
		),
		summary: { documents: paths.size, handoffs: handoffs.size, ...countFindings(findings) },
	};
}
