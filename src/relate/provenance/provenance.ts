import type { Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { FileEvent, FileHistory, ManifestCheck, Provenance, WorkspaceSource } from "#model/provenance.ts";
import type { Standard } from "#model/standard.ts";
import { checkClaims, placeInWorkspace } from "./claims.ts";
import { hashChains } from "./hash-chains.ts";
import { pathForms } from "./hash-chains-paths.ts";
import { checkManifest } from "./manifests.ts";

/**
 * Files and archives that handoffs claim: their chains of hashes, and where a workspace is given, what its bytes say of each claim
 * and of the package manifests. Without a workspace, nothing but the claims is looked at.
 */
export function provenanceOf(
	documents: readonly DocumentRecord[],
	handoffs: readonly Handoff[],
	standards: readonly Standard[],
	workspace?: WorkspaceSource,
): Provenance {
	const files = hashChains(documents, handoffs, standards);
	if (!workspace) return { workspace: false, files, manifests: [] };
	const checked = [...checkFiles(files, standards, workspace)];
	return { workspace: true, files: checked, manifests: [...checkManifests(files, handoffs, standards, workspace)] };
}

/** The files in order, each with what the workspace says of its claims; a file is hashed when its turn comes. */
export function* checkFiles(
	files: readonly FileHistory[],
	standards: readonly Standard[],
	workspace: WorkspaceSource,
): Generator<FileHistory> {
	const forms = pathForms(standards, []);
	const places = files.map((file) => placeInWorkspace(file, forms, workspace));
	workspace.history?.load(
		files.flatMap(({ events }, at) =>
			[...new Set(["HEAD", ...events.flatMap((event) => commitOf(event, workspace) ?? [])])].flatMap((revision) =>
				(places[at]?.candidates ?? []).map((path) => ({ revision, path })),
			),
		),
	);
	for (const [at, file] of files.entries()) {
		const place = places[at];
		if (place) yield checkClaims(file, place, workspace);
	}
}

function commitOf({ path, after, before }: FileEvent, { history }: WorkspaceSource): string | null {
	const hash = after ?? before;
	const found = hash && history?.commitOf({ document: path, hash: hash.value });
	return found && "commit" in found ? found.commit : null;
}

/** The manifests that are there of packages, in order, with what is wrong with them. */
export function* checkManifests(
	files: readonly FileHistory[],
	handoffs: readonly Handoff[],
	standards: readonly Standard[],
	workspace: WorkspaceSource,
): Generator<ManifestCheck> {
	const forms = pathForms(standards, []);
	const judging = new Map(
		handoffs.map(({ id, standard }) => [id, standards.find((one) => one.id === standard)?.manifest]),
	);
	for (const file of files) {
		const last = file.events.findLast(({ link }) => link.state !== "misplaced");
		const form = last && judging.get(last.handoff);
		const name = file.path.slice(file.path.lastIndexOf("/") + 1);
		if (!last || form?.name !== name || file.basis === "unclear" || last.action === "delete") continue;
		const { path } = placeInWorkspace(file, forms, workspace);
		if (path === null || workspace.kind(path) !== "file") continue;
		const { handoff } = last;
		const place = { path: last.path, line: last.line };
		yield { path, handoff, place, ...checkManifest(path, form, workspace) };
	}
}
