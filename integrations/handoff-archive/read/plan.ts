import { posix } from "node:path";
import { identify, isMarkdownPath } from "#extract/references/identify.ts";
import type { DocumentKind } from "#model/documents.ts";
import { packagePage } from "#model/site-path.ts";
import type { ArchiveEntry } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import type { LinkTarget } from "#render/options.ts";
import { documentKinds } from "#words/en/index.ts";
import { filled } from "#words/speech.ts";
import type { SiteWords } from "../words/site-words.ts";

/** Where a document is shown: the page, and the part of the page. */
export interface DocumentPlace {
	readonly path: string;
	readonly kind: DocumentKind;
	readonly handoff: string | null;
	/** The page, relative to the site's root: "handoffs/H-1/". */
	readonly page: string;
	/** The page it has where it has no handoff to be shown with, or could not be read. */
	readonly ownPage: string;
	/** The id of its part of the page. */
	readonly key: string;
	/** What it is called on its page. */
	readonly label: string;
	/** What it is called beside the number of a line. */
	readonly mark: string;
}

/** Which page shows which document; known from the paths alone, before any document is read. */
export interface SitePlan {
	readonly documents: ReadonlyMap<string, DocumentPlace>;
	/** Page of each handoff that has at least one document. */
	readonly handoffs: ReadonlyMap<string, string>;
	/** The document of each file name; null where several documents are called so. */
	readonly names: ReadonlyMap<string, string | null>;
}

/**
 * Gives every Markdown file of the archive its place on the site. Slugs are unique also where letter case is ignored,
 * and depend on nothing but the paths.
 */
export function planSite(
	entries: readonly ArchiveEntry[],
	standards: readonly Standard[],
	{ labels, places, numbered }: SiteWords["documentKinds"] = documentKinds,
): SitePlan {
	const handoffSlugs = slugger();
	const documentSlugs = slugger();
	const handoffs = new Map<string, string>();
	const documents = new Map<string, DocumentPlace>();
	const counts = new Map<string, number>();
	const paths = entries.map(({ path }) => path).sort();
	for (const path of paths) {
		if (!isMarkdownPath(path)) continue;
		const { handoff, kind } = identify(path, standards);
		const ownPage = `documents/${documentSlugs(path.replace(/\.(?:md|markdown)$/i, ""))}/`;
		if (handoff === null) {
			documents.set(path, {
				path,
				kind,
				handoff,
				page: ownPage,
				ownPage,
				key: "doc",
				label: labels.other,
				mark: places.other,
			});
			continue;
		}
		let page = handoffs.get(handoff);
		if (page === undefined) {
			page = `handoffs/${handoffSlugs(handoff)}/`;
			handoffs.set(handoff, page);
		}
		const count = (counts.get(`${handoff}\n${kind}`) ?? 0) + 1;
		counts.set(`${handoff}\n${kind}`, count);
		const word = kind === "other" ? "doc" : kind;
		const key = count === 1 ? word : `${word}${count}`;
		const named = (label: string) => (count === 1 ? label : filled(numbered, { label, number: count }));
		documents.set(path, {
			path,
			kind,
			handoff,
			page,
			ownPage,
			key,
			label: named(labels[kind]),
			mark: named(places[kind]),
		});
	}
	return { documents, handoffs, names: namesOf(documents.keys()) };
}

function namesOf(paths: Iterable<string>): ReadonlyMap<string, string | null> {
	const names = new Map<string, string | null>();
	for (const path of paths) {
		const name = posix.basename(path);
		names.set(name, names.has(name) ? null : path);
	}
	return names;
}

/** The href, relative to the site's root, of what a document links to; null where the site does not show it. */
export function resolveTarget(plan: SitePlan, from: string, target: LinkTarget): string | null {
	switch (target.kind) {
		case "handoff":
			return plan.handoffs.get(target.id) ?? null;
		case "package":
			return packagePage(target.id);
		case "path": {
			const path = relativePath(from, target.url);
			const place = path === null ? undefined : plan.documents.get(path);
			return place ? `${place.page}#${place.key}` : null;
		}
		case "file": {
			const { name } = target;
			const beside = posix.normalize(posix.join(posix.dirname(from), name));
			const path = [beside, name, plan.names.get(posix.basename(name)) ?? ""].find((known) =>
				plan.documents.has(known),
			);
			const place = path === undefined || path === from ? undefined : plan.documents.get(path);
			// A path that starts elsewhere means another file, unless the folders it names are the document's own.
			return place && path?.endsWith(name.replace(/^(?:\.{0,2}\/)+/, "")) ? `${place.page}#${place.key}` : null;
		}
	}
}

function relativePath(from: string, url: string): string | null {
	try {
		const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
		return path === "" ? from : posix.normalize(posix.join(posix.dirname(from), path));
	} catch {
		return null;
	}
}

/** Makes words fit for an address, each only once. */
function slugger(): (name: string) => string {
	const taken = new Set<string>();
	return (name) => {
		const stem =
			name
				.normalize("NFC")
				.replace(/[^\p{L}\p{N}._-]+/gu, "-")
				.replace(/^[.-]+|[.-]+$/g, "")
				.slice(0, 120) || "document";
		let slug = stem;
		for (let twin = 2; taken.has(slug.toLowerCase()); twin++) slug = `${stem}-${twin}`;
		taken.add(slug.toLowerCase());
		return slug;
	};
}
