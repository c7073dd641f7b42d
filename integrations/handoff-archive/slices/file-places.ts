import type { FileHistory } from "#model/provenance.ts";
import { packageSlug, partOfAnchor } from "#model/site-path.ts";
import { compareText } from "#model/text-order.ts";
import type { ReadArchive } from "../read/read.ts";

/** Files that lie together: those of a package, or of a folder. */
export interface FileShelf {
	/** The package's or the folder's name. */
	readonly name: string;
	readonly isPackage: boolean;
	readonly slug: string;
	/** The address of its first page, below the site's root. */
	readonly root: string;
	/** Its files by page. */
	readonly pages: readonly (readonly FilePlace[])[];
}

/** Where the chain of a file is shown. */
export interface FilePlace {
	readonly file: FileHistory;
	/** Its anchor on the page. */
	readonly id: string;
	/** Relative to the site's root. */
	readonly href: string;
}

/** So many files stand on one page. */
const mostFiles = 100;

/** Shares the files that handoffs claim out among pages, by package or folder. */
export function shelveFiles({ archive, standards }: Pick<ReadArchive, "archive" | "standards">): readonly FileShelf[] {
	const packageIds = [...new Set(standards.map(({ packageId }) => `(?:${packageId})`))].join("|") || "(?!)";
	const packageName = new RegExp(`^(?:${packageIds})(?=\\.(?:tar|tgz|zip)|$)`, "u");
	const shelfOf = ({ path }: FileHistory) => {
		const segments = path.split("/");
		for (const segment of segments) {
			const name = segment.match(packageName)?.[0];
			if (name !== undefined) return name;
		}
		return segments.length > 1 ? (segments[0] ?? "") : "";
	};
	const shelves = Map.groupBy(archive.provenance?.files ?? [], shelfOf);
	const slugs = new Set<string>();
	return [...shelves]
		.sort(([a], [b]) => compareText(a, b))
		.map(([name, files]) => {
			const isPackage = packageName.test(name);
			const slug = isPackage ? packageSlug(name) : unique(`in-${name === "" ? "no-folder" : name}`, slugs);
			const root = `files/${slug}/`;
			const ids = new Set<string>();
			const pages: FilePlace[][] = [];
			for (let from = 0; from < files.length; from += mostFiles) {
				const address = from === 0 ? root : `${root}${from / mostFiles + 1}/`;
				pages.push(
					files.slice(from, from + mostFiles).map((file) => {
						const id = unique(partOfAnchor(`file-${file.path}`), ids);
						return { file, id, href: `${address}#${id}` };
					}),
				);
			}
			return { name, isPackage, slug, root, pages };
		});
}

/** Words fit for an address or an anchor, each only once. */
function unique(name: string, taken: Set<string>): string {
	const stem =
		name
			.normalize("NFC")
			.replace(/[^\p{L}\p{N}._-]+/gu, "-")
			.replace(/^[._-]+|[.-]+$/g, "")
			.slice(0, 120) || "file";
	let slug = stem;
	for (let twin = 2; taken.has(slug.toLowerCase()); twin++) slug = `${stem}-${twin}`;
	taken.add(slug.toLowerCase());
	return slug;
}
