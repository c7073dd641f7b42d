import type { Archive } from "#model/archive.ts";
import type { LinkEdit, Migration, Move } from "#model/migration.ts";
import { compareText } from "#model/text-order.ts";

/** The rule that finds documents outside of their handoff's directory, and says where they belong. */
const flatRule = "layout/flat-file";

/**
 * Where the documents of a flat layout belong (BHS, File Organization), and which links change with them. A document stays
 * where another one has its place already, or where two would get the same.
 */
export function migrationOf({ findings, documents }: Archive): Migration {
	const wanted = findings.flatMap(({ rule, place, data }): Move[] =>
		rule === flatRule && typeof data["target"] === "string"
			? [{ from: place.path, to: resolve(folderOf(place.path), data["target"]) ?? data["target"] }]
			: [],
	);
	const taken = new Set(documents.map(({ path }) => path));
	const claims = Map.groupBy(wanted, ({ to }) => to.toLowerCase());
	const moves: Move[] = [];
	const kept: Migration["kept"][number][] = [];
	for (const move of wanted.toSorted((a, b) => compareText(a.from, b.from))) {
		const rivals = (claims.get(move.to.toLowerCase()) ?? []).filter(({ from }) => from !== move.from);
		if (taken.has(move.to)) kept.push({ path: move.from, reason: `${move.to} is there already` });
		else if (rivals.length > 0)
			kept.push({ path: move.from, reason: `${rivals.map(({ from }) => from).join(", ")} would get the same place` });
		else moves.push(move);
	}
	return { moves, kept, links: linkEdits(documents, new Map(moves.map(({ from, to }) => [from, to]))) };
}

function linkEdits(documents: Archive["documents"], moved: ReadonlyMap<string, string>): Migration["links"] {
	const edits = new Map<string, readonly LinkEdit[]>();
	for (const { path, links = [] } of documents) {
		const to = moved.get(path);
		const folder = folderOf(to ?? path);
		const changed = links.flatMap(({ url, range }): LinkEdit[] => {
			const [, file = "", rest = ""] = /^([^?#]*)(.*)$/su.exec(url) ?? [];
			if (file === "" || file.startsWith("/")) return [];
			const target = resolve(folderOf(path), decoded(file));
			if (to === undefined && !moved.has(target ?? "")) return [];
			const address =
				target === null ? outwards(path, to ?? path) + file : encodeURI(relative(folder, moved.get(target) ?? target));
			const newUrl = address + rest;
			return newUrl === url ? [] : [{ line: range.start.line, column: range.start.column, url, newUrl }];
		});
		if (changed.length > 0) edits.set(path, changed);
	}
	return edits;
}

function decoded(url: string): string {
	try {
		return decodeURI(url);
	} catch {
		return url;
	}
}

function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A path from a folder, both with forward slashes and without "." and ".."; null where it leads out of the archive. */
function resolve(folder: string, path: string): string | null {
	const segments = folder === "" ? [] : folder.split("/");
	for (const segment of path.split("/")) {
		if (segment === ".." && segments.length === 0) return null;
		if (segment === "..") segments.pop();
		else if (segment !== "." && segment !== "") segments.push(segment);
	}
	return segments.join("/");
}

/** What an address that leads out of the archive needs in front of it where its document lies deeper than before. */
function outwards(from: string, to: string): string {
	return "../".repeat(Math.max(0, to.split("/").length - from.split("/").length));
}

function relative(folder: string, path: string): string {
	const from = folder === "" ? [] : folder.split("/");
	const to = path.split("/");
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
