import { withoutSecrets } from "#extract/secrets.ts";
import { type ArchiveLibrary, Refused } from "#mcp/library.ts";
import { decodeSource } from "#parse/source-text.ts";
import { filtersBy } from "#search/facets.ts";
import { find, groupsPerPage } from "#search/find.ts";
import { type Effects, Unusable } from "../command.ts";
import { readArchive } from "../read-archive.ts";
import type { Ready } from "../settings.ts";
import { foundAsData } from "./found-as-data.ts";
import { handoffNamed } from "./looking.ts";
import { type ArchiveIndex, indexArchive } from "./search-index.ts";

/** The archive behind the tools of `handoffs mcp`; it is read again when a file has come, gone or changed since the last call. */
export function libraryOf(ready: Ready, effects: Effects): ArchiveLibrary {
	let known:
		| { readonly stamp: string | null; readonly read: ReturnType<typeof readArchive>; index?: ArchiveIndex }
		| undefined;
	const current = () => {
		const stamp = stampOf(ready, effects);
		if (!known || stamp === null || stamp !== known.stamp) known = { stamp, read: readArchive(ready, effects) };
		return known;
	};
	return {
		archive: async () => (await current().read).archive,
		handoff: async (name) => {
			try {
				return await handoffNamed(name, (await current().read).archive);
			} catch (error) {
				throw error instanceof Unusable ? new Refused(error.message) : error;
			}
		},
		search: async (query, kinds, limit) => {
			const state = current();
			const { archive, source } = await state.read;
			state.index ??= indexArchive(archive, source);
			const filters = filtersBy((facet) => (facet === "kind" ? kinds : []));
			const pages = Math.ceil(limit / groupsPerPage);
			const found = await find({ query, filters, sort: "relevance" }, state.index.index, pages);
			return foundAsData(query, found, found.groups.slice(0, limit), state.index.lineOf);
		},
		lines: async (path) => {
			const { archive, source } = await current().read;
			const record = archive.documents.find((document) => document.path === path);
			const bytes = record ? source.read(path) : null;
			if (!record || !(bytes instanceof Uint8Array)) return null;
			const decoded = decodeSource(path, bytes);
			return withoutSecrets(decoded, record.secrets ?? []).split(/\r\n?|\n/u);
		},
	};
}

/** What the disk says of all files at once; null where that is not certain. */
function stampOf({ settings }: Ready, { files, watching }: Effects): string | null {
	if (!watching) return null;
	const { entries, locate } = files.openArchive(settings);
	const documents = entries.filter(({ kind }) => kind === "file");
	const stamps = documents.map(({ path }) => [path, watching.stamp(locate(path))]);
	return stamps.some(([, stamp]) => stamp === null) ? null : JSON.stringify(stamps);
}
