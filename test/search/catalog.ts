import { type Catalog, type CatalogDocument, type CatalogHandoff, openLibrary } from "#search/catalog.ts";
import { cutHashes, cutNames, type NameIndex, shortName, simplified, type Target } from "#search/names.ts";

const handoff = (order: number, id: string, title: string, status: string, date: string | null): CatalogHandoff => ({
	id,
	title,
	href: `handoffs/${id}/`,
	date,
	order,
	facets: { status: [status], package: id === "H-18" ? ["PKG-ADMIN-001", "PKG-SHELL-001"] : ["PKG-SHELL-001"] },
});

export const document = (key: string, path: string, kind: string, id: string | null): CatalogDocument => ({
	key,
	path,
	title: path,
	kind,
	label: kind,
	href: id === null ? `documents/${path}/#doc` : `handoffs/${id}/#${kind}`,
	handoff: id,
});

export const catalog: Catalog = {
	handoffs: [
		handoff(1, "H-18", "Admin shell", "PASS", "2026-02-01"),
		handoff(2, "H-18B", "Budget", "FAIL", "2026-03-01"),
		handoff(3, "CLEANUP-18", "Sweep", "open", null),
	],
	documents: [
		document("d0", "H-18/SPEC.md", "spec", "H-18"),
		document("d1", "H-18/RESULTS.md", "results", "H-18"),
		document("d2", "H-18B/SPEC.md", "spec", "H-18B"),
		document("d3", "STANDARD.md", "other", null),
		document("d4", "CLEANUP-18/SPEC.md", "spec", "CLEANUP-18"),
	],
	parts: { names: 1, digits: 0, letters: "abcdefghijklmnopqrstuvwxyz" },
};
export const library = openLibrary(catalog);

const target = (kind: Target["kind"], name: string, href: string, because: Target["because"], rank = 0): Target => ({
	kind,
	name,
	title: "",
	href,
	because,
	rank,
});
const named: [string, Target][] = [
	...catalog.handoffs.flatMap(({ id, href }): [string, Target][] => [
		[id, target("handoff", id, href, "id")],
		[shortName(id), target("handoff", id, href, "alias", 2)],
	]),
	["HANDOFF-18B", target("handoff", "H-18B", "handoffs/H-18B/", "alias", 1)],
	["Follow-Up #18B", target("handoff", "H-18B", "handoffs/H-18B/", "alias", 1)],
	["PKG-ADMIN-001", target("package", "H-18", "handoffs/H-18/", "plansPackage", 1)],
	["STANDARD.md", target("document", "STANDARD.md", "documents/STANDARD.md/#doc", "document")],
	["H-18/RESULTS.md", target("document", "H-18/RESULTS.md", "handoffs/H-18/#results", "document")],
	["shell/main.py", target("file", "shell/main.py", "handoffs/H-18/#results-L9", "create")],
	["main.py", target("file", "shell/main.py", "handoffs/H-18/#results-L9", "create")],
	["spec/section-missing", target("rule", "spec/section-missing", "rules/spec/section-missing/", "rule")],
];
export const digest = "a9f1".padEnd(64, "0");
export const names: NameIndex = {
	names: async (part) => cutNames(byName())[part] ?? {},
	hashes: async () =>
		cutHashes([[digest, target("hash", "shell/main.py", "handoffs/H-18/#results-L9", "createdHash")]]).parts.get("") ??
		[],
};
function byName(): ReadonlyMap<string, readonly Target[]> {
	const groups = Map.groupBy(named, ([name]) => simplified(name));
	return new Map([...groups].map(([key, entries]) => [key, entries.map(([, one]) => one)]));
}
