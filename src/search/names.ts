import type { FileAction } from "#model/documents.ts";

/** What a name can stand for. */
export const targetKinds = ["handoff", "document", "package", "file", "hash", "rule"] as const;

/** What a name is of the place that it stands for. */
export type Reason =
	| "id"
	| "alias"
	| "rule"
	| "package"
	| "plansPackage"
	| "document"
	| "file"
	| FileAction
	| "plansFile"
	| "documentHash"
	| "createdHash"
	| "hashBefore"
	| "hashAfter";

/** A place that a name stands for. */
export interface Target {
	readonly kind: (typeof targetKinds)[number];
	readonly name: string;
	readonly title: string;
	/** Relative to the site's root. */
	readonly href: string;
	readonly because: Reason;
	/** How exact the name is: 0 its own, 1 another one, 2 a part of it. */
	readonly rank: number;
}

/** Some exact names with what they stand for, by the name as it is compared. */
export type Names = Readonly<Record<string, readonly Target[]>>;

/** Hashes with what they are the hash of, ascending. */
export type Hashes = readonly (readonly [digits: string, target: Target])[];

/** Looks exact names up; each part is loaded when a name in it is asked for. */
export interface NameIndex {
	names(part: number): Promise<Names>;
	hashes(part: string): Promise<Hashes>;
}

/** Fewer names or hashes than this stand in one part: a file more costs more than it spares. */
const onePart = 400;

/** Cuts names into parts of like size. */
export function cutNames(all: ReadonlyMap<string, readonly Target[]>): readonly Names[] {
	const parts = all.size < onePart ? 1 : all.size < 40 * onePart ? 16 : 256;
	const cut: Record<string, readonly Target[]>[] = Array.from({ length: parts }, () => ({}));
	for (const key of [...all.keys()].sort()) {
		const part = cut[partOf(key, parts)];
		if (part) part[key] = all.get(key) ?? [];
	}
	return cut;
}

/** The part that a name is in. */
export function partOf(key: string, parts: number): number {
	// FNV-1a: short, and spreads names evenly.
	let hash = 0x811c9dc5;
	for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
	return (hash >>> 0) % parts;
}

/** Cuts hashes into parts by their first digits. */
export function cutHashes(all: Hashes): { readonly digits: number; readonly parts: ReadonlyMap<string, Hashes> } {
	const digits = all.length < onePart ? 0 : all.length < 40 * onePart ? 1 : 2;
	const sorted = [...all].sort(([a, first], [b, second]) =>
		a === b ? (first.href < second.href ? -1 : 1) : a < b ? -1 : 1,
	);
	return { digits, parts: Map.groupBy(sorted, ([hash]) => hash.slice(0, digits)) };
}

/** A name without what writers vary: case, separators, number signs. */
export function simplified(name: string): string {
	return name.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** What is left of an id without the word before its number: "18B" of "H-18B". */
export function shortName(id: string): string {
	return simplified(id.replace(/^\D+/u, ""));
}
