import type { SourceLine } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { factValue } from "#model/facts.ts";
import type { PackageChange, PackageWork } from "#model/packages.ts";
import type { FileOwners } from "./files.ts";

/** A file of a package, as a document of a handoff lists it. */
interface ListedFile {
	readonly place: SourceLine;
	/** The key of a known action, or null. */
	readonly action: string | null;
	readonly rest: string;
	readonly written: string | null;
	readonly from: NonNullable<ReturnType<FileOwners>>["from"];
}

/** What a handoff's documents of one kind say they do with each package. */
export type WorkByPackage = ReadonlyMap<string, PackageWork>;

export interface WorkReading {
	readonly owners: FileOwners;
	readonly manifests: readonly string[];
	/** Whether an earlier handoff has planned the package or worked on it. */
	isKnown(id: string): boolean;
	/** Told of every spelling of an id that is not the id. */
	onVariant(id: string, text: string, place: SourceLine): void;
}

/** What the specs of a handoff plan for each package that they name as planned (BHS, Package Plan and Files Summary). */
export function plannedWork(specs: readonly DocumentRecord[], handoff: string, reading: WorkReading): WorkByPackage {
	const work = new Map<string, PackageWork>();
	for (const { path, facts, plan } of specs) {
		const fact = facts.packages;
		const ids = factValue(fact) ?? [];
		const line = fact && "line" in fact ? fact.line : 1;
		const removed = new Map(plan?.removed?.map((one) => [one.id, one.line]));
		const files = filesOf(plan?.files ?? [], path, handoff, reading);
		for (const id of ids) {
			if (work.has(id)) continue;
			const listed = files.get(id) ?? [];
			const stated = removed.get(id) ?? plan?.packages.find((one) => one.id === id)?.line;
			const from = stated === undefined && fact?.state === "derived" ? fact : null;
			work.set(id, {
				change: removed.has(id) ? "remove" : changeOf(id, listed, reading),
				state: from === null ? "stated" : "derived",
				from: from?.from ?? null,
				...(from && { said: from.said }),
				place: stated === undefined ? (listed[0]?.place ?? { path, line }) : { path, line: stated },
				files: fileCount(listed),
			});
		}
	}
	return work;
}

/** What the RESULTS of a handoff report of each package: by the files and archives that they list. */
export function deliveredWork(
	results: readonly DocumentRecord[],
	handoff: string,
	reading: WorkReading,
): WorkByPackage {
	const work = new Map<string, PackageWork>();
	for (const { path, files = [] } of results)
		for (const [id, listed] of filesOf(files, path, handoff, reading)) {
			if (work.has(id)) continue;
			// A line that names the package proves more than one whose owner follows from a plan.
			const first = listed.find(({ from }) => from === null) ?? listed[0];
			if (!first) continue;
			work.set(id, {
				change: changeOf(id, listed, reading),
				state: first.from === null ? "stated" : "derived",
				from: first.from?.reason ?? null,
				...(first.from && { said: first.from.said }),
				place: first.place,
				files: fileCount(listed),
			});
		}
	return work;
}

/** How many files are listed, each once; the archive of a package is none of them, unless nothing else is listed. */
function fileCount(listed: readonly ListedFile[]): number {
	const files = listed.filter(isFile);
	return new Set((files.length > 0 ? files : listed).map(({ rest }) => rest)).size;
}

/** Not the package's archive, which is built from its files, whatever a plan says is done with it. */
function isFile({ action, rest }: ListedFile): boolean {
	return action !== "archive" && rest !== "";
}

function filesOf(
	files: readonly { readonly path: string; readonly action: string | null; readonly line: number }[],
	document: string,
	handoff: string,
	{ owners, onVariant }: WorkReading,
): ReadonlyMap<string, readonly ListedFile[]> {
	const byPackage = new Map<string, ListedFile[]>();
	for (const { path, action, line } of files) {
		const owner = action === "keep" ? null : owners(path, handoff);
		if (!owner) continue;
		const { id, rest, written, from } = owner;
		const place = { path: document, line };
		if (written !== null && written !== id) onVariant(id, written, place);
		const file = { place, action, rest, written, from };
		const known = byPackage.get(id);
		if (known) known.push(file);
		else byPackage.set(id, [file]);
	}
	return byPackage;
}

/** A package comes and goes with its manifest; without one, it is created by the first handoff that creates files of it. */
function changeOf(id: string, files: readonly ListedFile[], { manifests, isKnown }: WorkReading): PackageChange {
	const isWhole = ({ rest }: ListedFile) => rest === "" || manifests.includes(rest);
	const content = files.filter((file) => isFile(file) && file.action !== "rebuild");
	if (files.some((file) => file.action === "delete" && isWhole(file))) return "remove";
	if (content.some((file) => file.action === "create" && manifests.includes(file.rest)))
		return isKnown(id) ? "modify" : "create";
	if (content.length === 0)
		return files.some(({ action }) => action === "modify" || action === "create")
			? isKnown(id) || files.some(({ action }) => action === "modify")
				? "modify"
				: "create"
			: files.length > 0
				? "pack"
				: "unspecified";
	return !isKnown(id) && content.every(({ action }) => action === "create") ? "create" : "modify";
}
