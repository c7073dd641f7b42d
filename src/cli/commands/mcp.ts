import { once } from "node:events";
import { withoutSecrets } from "#extract/secrets.ts";
import { type ArchiveLibrary, Refused } from "#mcp/library.ts";
import { decodeSource } from "#parse/source-text.ts";
import { filtersBy } from "#search/facets.ts";
import { find, groupsPerPage } from "#search/find.ts";
import { type Command, type Effects, exitCodes, Unusable } from "../command.ts";
import { handoffNamed } from "../lookup/looking.ts";
import { type ArchiveIndex, indexArchive } from "../lookup/search-index.ts";
import { archiveOptions, prepareArchive, type Ready, readArchive } from "../settings.ts";
import { foundAsData } from "./search.ts";

/** `handoffs mcp`: the archive for programs that speak the Model Context Protocol. */
export const mcp: Command = {
	help: {
		summary: "Answer a builder agent's questions about an archive, over the Model Context Protocol.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details:
			"Speaks on standard input and output until its client leaves, and only reads. Tools: search, handoff, verdicts, baseline, " +
			"decisions, document.",
		examples: ["mcp docs/handoffs"],
		options: archiveOptions,
	},
	run: async (given, effects) => {
		const ready = prepareArchive(given, effects);
		const [{ serveArchive }, { version }] = await Promise.all([import("#mcp/server.ts"), import("../version.ts")]);
		// A file or a device that stands in for a client ends, and is not closed.
		const ended = Promise.race([once(process.stdin, "close"), once(process.stdin, "end")]);
		const server = await serveArchive(libraryOf(ready, effects), version());
		await Promise.race([ended, ...(effects.watching ? [effects.watching.interrupted] : [])]);
		await server.close();
		return exitCodes.ok;
	},
};

/** The archive behind the tools; it is read again when a file has come, gone or changed since the last call. */
function libraryOf(ready: Ready, effects: Effects): ArchiveLibrary {
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
