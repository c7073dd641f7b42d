import type { DocumentRecord, FileClaim } from "#model/documents.ts";

/** Two handoffs of which one found a file as the other had left it. */
export interface HashLink {
	readonly before: string;
	readonly after: string;
}

/**
 * What hashes tell of the order: a handoff whose "before" hash of a file is the hash that another one left it with came after
 * that one. Only whole hashes of files of the same name count, and only where one handoff alone left that state.
 */
export function hashLinks(documents: readonly DocumentRecord[]): readonly HashLink[] {
	const left = new Map<string, string | null>();
	const claims = documents.flatMap(({ handoff, files = [] }) =>
		handoff === null ? [] : files.flatMap((file) => statesOf(file).map((state) => ({ ...state, handoff }))),
	);
	for (const { role, key, handoff } of claims) {
		if (role === "before") continue;
		const known = left.get(key);
		left.set(key, known === undefined || known === handoff ? handoff : null);
	}
	const links = new Map<string, HashLink>();
	for (const { role, key, handoff } of claims) {
		const before = role === "before" ? left.get(key) : undefined;
		if (before && before !== handoff) links.set(JSON.stringify([before, handoff]), { before, after: handoff });
	}
	return [...links.values()];
}

function statesOf({ path, hashes }: FileClaim): { role: string; key: string }[] {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return hashes.flatMap(({ role, value }) => {
		const digits = /[0-9a-f]{64}$/i.exec(value)?.[0];
		return digits ? [{ role, key: `${name} ${digits.toLowerCase()}` }] : [];
	});
}
