import type { Archive, Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Addresses } from "./catalog-of.ts";
import { fileNameOf, type Hashes, type Reason, shortName, simplified, type Target } from "./names.ts";

/** Of a file that many handoffs touch, the latest are offered; of many files of one name, the first. */
const mostTouches = 50;

const hashReasons = { created: "createdHash", before: "hashBefore", after: "hashAfter" } as const;

/** Every exact name of an archive with what it stands for, by the name as it is compared, and every hash. */
export function namesOf(
	archive: Archive,
	addresses: Addresses,
): { readonly names: ReadonlyMap<string, readonly Target[]>; readonly hashes: Hashes } {
	const names = new Map<string, Target[]>();
	const add = (name: string, target: Target): void => {
		const key = simplified(name);
		if (key === "") return;
		const known = names.get(key);
		if (!known) names.set(key, [target]);
		else if (!known.some(({ href, kind }) => href === target.href && kind === target.kind)) known.push(target);
	};
	const latestFirst = [...archive.handoffs].sort((a, b) => b.order - a.order);
	for (const handoff of latestFirst) addHandoff(handoff, addresses, add);
	for (const record of archive.documents) addDocument(record, addresses, add);
	for (const { id, requires } of archive.rules)
		add(id, { kind: "rule", name: id, title: requires, href: addresses.rule(id), because: "rule", rank: 0 });
	addFilePlaces(archive, addresses, add);
	addFiles(archive, latestFirst, addresses, add);
	return { names, hashes: hashesOf(archive, addresses) };
}

type Add = (name: string, target: Target) => void;

function addHandoff({ id, title, aliases, packages }: Handoff, addresses: Addresses, add: Add): void {
	const target = { kind: "handoff", name: id, title, href: addresses.handoff(id) } as const;
	add(id, { ...target, because: "id", rank: 0 });
	for (const alias of aliases) add(alias, { ...target, because: "alias", rank: 1 });
	add(shortName(id), { ...target, because: "alias", rank: 2 });
	for (const name of packages) {
		const href = addresses.package(name);
		if (href !== null) add(name, { kind: "package", name, title: "", href, because: "package", rank: 0 });
		add(name, { ...target, kind: "package", because: "plansPackage", rank: 1 });
	}
}

function addDocument({ path, title }: DocumentRecord, addresses: Addresses, add: Add): void {
	const shown = addresses.document(path);
	if (!shown) return;
	const target = {
		kind: "document",
		name: path,
		title: title ?? "",
		href: shown.href,
		because: "document",
		rank: 0,
	} as const;
	const file = fileNameOf(path);
	for (const name of [path, file, file.replace(/\.[^.]+$/u, "")]) add(name, target);
}

/** The files that handoffs claim, where each has a place of its own with all that was claimed of it. */
function addFilePlaces({ provenance }: Archive, addresses: Addresses, add: Add): void {
	const files = new Map<string, number>();
	for (const { path, events } of provenance?.files ?? []) {
		const href = addresses.file(path);
		if (href === null) continue;
		const target = { kind: "file", name: path, title: "", href, because: "file", rank: 0 } as const;
		for (const name of new Set([path, ...events.map(({ written }) => written)])) add(name, target);
		const bare = fileNameOf(path);
		const count = (files.get(bare) ?? 0) + 1;
		files.set(bare, count);
		if (count <= mostTouches) add(bare, target);
	}
}

/** The files that RESULTS report and specs plan, each once per handoff, the latest handoff first. */
function addFiles(archive: Archive, latestFirst: readonly Handoff[], addresses: Addresses, add: Add): void {
	const records = new Map(archive.documents.map((record) => [record.path, record]));
	const touches = new Map<string, number>();
	for (const { id, title, documents } of latestFirst) {
		const own = documents.flatMap(({ path }) => records.get(path) ?? []);
		const seen = new Set<string>();
		const touch = (path: string, because: Reason, from: string, line: number): void => {
			if (seen.has(path)) return;
			seen.add(path);
			const target = {
				kind: "file",
				name: path,
				title: `${id} ${title}`,
				href: addresses.line(from, line),
				because,
				rank: 0,
			} as const;
			for (const name of new Set([path, fileNameOf(path)])) {
				const count = (touches.get(simplified(name)) ?? 0) + 1;
				touches.set(simplified(name), count);
				if (count <= mostTouches) add(name, target);
			}
		};
		for (const { path, files } of own) for (const file of files ?? []) touch(file.path, file.action, path, file.line);
		for (const { path, plan } of own)
			for (const file of plan?.files ?? []) touch(file.path, "plansFile", path, file.line);
	}
}

function hashesOf(archive: Archive, addresses: Addresses): Hashes {
	const hashes: (readonly [string, Target])[] = [];
	for (const { path, title, sha256, handoff, files } of archive.documents) {
		const shown = addresses.document(path);
		if (shown)
			hashes.push([
				sha256,
				{
					kind: "hash",
					name: path,
					title: title ?? "",
					href: shown.href,
					because: "documentHash",
					rank: 0,
				},
			]);
		for (const file of files ?? [])
			for (const { value, role, line } of file.hashes) {
				const digits = /[0-9a-f]{6,}/iu.exec(value.replace(/^sha-?256[:=]/iu, ""))?.[0];
				if (!digits) continue;
				hashes.push([
					digits.toLowerCase(),
					{
						kind: "hash",
						name: file.path,
						title: handoff ?? "",
						href: addresses.line(path, line),
						because: hashReasons[role],
						rank: 0,
					},
				]);
			}
	}
	return hashes;
}
