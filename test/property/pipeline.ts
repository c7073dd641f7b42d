import { createHash } from "node:crypto";
import { type ArchiveSource, checkArchive } from "#check.ts";
import { loadRemark } from "#files/load-remark.ts";
import { loadSecretRules } from "#files/load-secret-rules.ts";
import type { Archive } from "#model/archive.ts";
import { renderDocument } from "#render/document.ts";
import { standards } from "../rules/archive.ts";

function sourceOf(files: Readonly<Record<string, Uint8Array>>): ArchiveSource {
	return {
		entries: Object.entries(files).map(([path, { length }]) => ({ kind: "file", path, size: length })),
		read: (path) => files[path] ?? new Uint8Array(),
		sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
		loadRemark,
		loadSecretRules,
	};
}

/** The whole pipeline over files in memory. */
export function checkBytes(files: Readonly<Record<string, Uint8Array>>): Archive {
	return checkArchive(sourceOf(files), { title: "Mangled", standards });
}

/** The page of one document, checked before; empty where it gives none. */
export function rendered(path: string, bytes: Uint8Array): string {
	let html = "";
	checkArchive(sourceOf({ [path]: bytes }), {
		title: "Mangled",
		standards,
		onDocument: (parsed, record) => {
			html += renderDocument(parsed, record, { idPrefix: "spec-" }).html;
		},
	});
	return html;
}
