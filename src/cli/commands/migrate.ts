import { withLinks } from "#fix/links.ts";
import type { LinkEdit, Migration } from "#model/migration.ts";
import { migrationOf } from "#relate/migration.ts";
import { counted, printable } from "#report/text.ts";
import { type Command, type Effects, exitCodes, type OpenedArchive, Unusable } from "../command.ts";
import { readArchive } from "../read-archive.ts";
import { archiveOptions, prepareArchive } from "../settings.ts";

/** `handoffs migrate`: documents of a flat layout into a directory per handoff. */
export const migrate: Command = {
	help: {
		summary: "Move documents of the flat layout into a folder for each handoff, and update the links between them.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details: "Nothing is overwritten. A document whose place is taken stays where it is, and the exit code is 1.",
		examples: ["migrate docs/handoffs --dry-run"],
		options: {
			"dry-run": { type: "boolean", help: "Say what would be moved and changed; do nothing." },
			...archiveOptions,
		},
	},
	run: async (given, effects) => {
		const ready = prepareArchive(given, effects, { writes: !given.flag("dry-run") });
		const { archive, source } = await readArchive(ready, effects);
		const migration = migrationOf(archive);
		const left = given.flag("dry-run") ? [] : carryOut(migration, source, ready.settings.archive, effects);
		await effects.stdout.write(told(migration, left, given.flag("dry-run")));
		return migration.kept.length + left.length > 0 ? exitCodes.findings : exitCodes.ok;
	},
};

interface Left {
	readonly path: string;
	readonly reason: string;
}

/** Links first: should the work stop between the two, the next run finds what is left to do. @throws Unusable where the disk refuses. */
function carryOut(migration: Migration, source: OpenedArchive, within: readonly string[], { files }: Effects): Left[] {
	const { move, rewrite } = files;
	if (!move || !rewrite) throw new Unusable("files cannot be moved here");
	const left: Left[] = [];
	const moves = new Map(migration.moves.map(({ from, to }) => [from, to]));
	const leave = (path: string, reason: string | null) => {
		if (reason !== null) left.push({ path, reason });
	};
	for (const [path, edits] of migration.links) {
		const before = source.read(path);
		if (!(before instanceof Uint8Array)) continue;
		const { bytes: after, left: unchanged } = withLinks(before, edits);
		leave(path, rewrite({ path: source.locate(path), within, before, after }));
		for (const { line, url } of unchanged) leave(`${path}:${line}`, `the address ${url} is to be changed by hand`);
	}
	for (const [from, to] of moves) leave(from, move(source.locate(from), placeOf(from, to, source), within));
	return left;
}

/** Where a path of the archive that is not there yet lies on disk: beside the document that moves. */
function placeOf(from: string, to: string, source: OpenedArchive): string {
	const root = source.locate(from).slice(0, -from.length);
	// With several folders the first part of a path names the folder, which need not be called so on disk.
	if (source.locate(from).endsWith(from)) return root + to;
	const [name = ""] = from.split("/");
	const inFolder = from.slice(name.length + 1);
	return source.locate(from).slice(0, -inFolder.length) + to.slice(name.length + 1);
}

function told({ moves, links, kept }: Migration, left: readonly Left[], dryRun: boolean): string {
	const edits: readonly (readonly [string, readonly LinkEdit[]])[] = [...links];
	const changes = edits.reduce((sum, [, list]) => sum + list.length, 0);
	const staying = [...kept, ...left];
	const would = dryRun ? "would be " : "";
	return [
		...moves.map(({ from, to }) => `${printable(from)} → ${printable(to)}`),
		...edits.flatMap(([path, list]) =>
			list.map(({ line, url, newUrl }) => `${printable(path)}:${line} ${printable(url)} → ${printable(newUrl)}`),
		),
		...staying.map(({ path, reason }) => `${printable(path)} stays: ${printable(reason)}`),
		`${counted(moves.length, "document")} ${would}moved, ${counted(changes, "link")} ${would}changed, ${staying.length} left.`,
		"",
	].join("\n");
}
