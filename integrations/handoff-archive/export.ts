import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExportedArchive } from "#model/export.ts";
import { collectionJsonSchema } from "#model/json-schema.ts";
import { siteAddress } from "#model/site-path.ts";
import { type ExportTexts, exportTexts, joinedText } from "#report/export.ts";
import { pathBelow } from "./addresses.ts";
import type { Request, Response } from "./dev.ts";
import type { SitePlan } from "./plan.ts";
import type { Session } from "./session.ts";

/** Folder, in the session's, of files that are on the site as they stand, by their path there. */
const folderOfFiles = "export";

/** What lies below it: the export as a whole, its lists, and what it says of each handoff. */
const paths = { whole: "archive.json", lists: "data", handoffs: "handoffs" } as const;

/** Keys of the export by which an item belongs to a handoff, or to two. */
const belongings = ["handoff", "from", "to"] as const;

/**
 * Writes the export as the site has it: as a whole, each of its lists by itself with its schema, a list of them all, and what it says
 * of each handoff. Every item becomes text once, and no page has to be made for it.
 */
export function writeExport(
	session: string,
	exported: ExportedArchive,
	{ base, plan }: { readonly base: string; readonly plan: Pick<SitePlan, "handoffs"> },
): void {
	const folder = join(session, folderOfFiles);
	rmSync(folder, { recursive: true, force: true });
	for (const part of [paths.lists, paths.handoffs]) mkdirSync(join(folder, part), { recursive: true });
	const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
	const texts = exportTexts(exported);
	write(paths.whole, [...joinedText(texts)].join(""));
	const head = [...texts].filter(([key]) => key === "formatVersion" || key === "title");
	const lists = [...texts].filter(([, text]) => typeof text !== "string");
	for (const list of lists) {
		write(`${paths.lists}/${list[0]}.json`, [...joinedText([...head, list])].join(""));
		write(`${paths.lists}/${list[0]}.schema.json`, indented(collectionJsonSchema(list[0])));
	}
	write(`${paths.lists}/index.json`, indented(listOfLists(lists, base)));
	const slugs = new Map([...plan.handoffs].map(([id, page]) => [id, page.split("/")[1] ?? ""]));
	for (const [id, text] of handoffTexts(exported, texts, head)) write(`${paths.handoffs}/${slugs.get(id)}.json`, text);
}

/** Puts the files into a built site. */
export function publishExport(session: string, site: string): void {
	const folder = join(session, folderOfFiles);
	for (const part of [paths.whole, paths.lists]) renameSync(join(folder, part), join(site, part));
	mkdirSync(join(site, paths.handoffs), { recursive: true });
	for (const name of readdirSync(join(folder, paths.handoffs)))
		renameSync(join(folder, paths.handoffs, name), join(site, paths.handoffs, name));
}

/** A file of the export by its address, as no other file of the session's folder is called. */
const fileOfExport = /^(?:archive\.json|data\/[\w.]+\.json|handoffs\/[^/\\]+\.json)$/u;

/** Answers for the files while documents are written. */
export function exportMiddleware(session: Session) {
	return (request: Request, response: Response, next: () => void): void => {
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		const path = pathBelow(session.input.settings.base, pathname);
		if (path === null || !fileOfExport.test(path)) {
			next();
			return;
		}
		session.exportFiles();
		const file = join(session.bodies, folderOfFiles, path);
		if (!existsSync(file)) {
			next();
			return;
		}
		response.writeHead(200, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
		response.end(readFileSync(file, "utf8"));
	};
}

function listOfLists(lists: readonly (readonly [string, string | readonly string[]])[], base: string) {
	const href = (path: string) => siteAddress(base, path);
	const whole = { name: "archive", json: href(paths.whole), schema: href("archive.schema.json") };
	const collections = lists.map(([name, items]) => ({
		name,
		items: items.length,
		json: href(`${paths.lists}/${name}.json`),
		schema: href(`${paths.lists}/${name}.schema.json`),
	}));
	return { whole, collections, handoff: `${href(`${paths.handoffs}/`)}{slug}.json` };
}

function indented(value: unknown): string {
	return `${JSON.stringify(value, null, "\t")}\n`;
}

/** The text of each handoff by its id: itself, and of each list the items that are about it. */
function* handoffTexts(
	exported: ExportedArchive,
	texts: ExportTexts,
	head: readonly (readonly [string, string | readonly string[]])[],
): Generator<readonly [string, string]> {
	const own = new Map<string, Map<string, string[]>>();
	for (const [key, list] of Object.entries(exported)) {
		const lines = texts.get(key);
		if (!Array.isArray(list) || typeof lines === "string" || key === "handoffs") continue;
		for (const [index, item] of list.entries())
			for (const id of handoffsOf(item)) {
				const lists = own.get(id) ?? new Map<string, string[]>();
				const items = lists.get(key) ?? [];
				items.push(lines?.[index] ?? "");
				own.set(id, lists.set(key, items));
			}
	}
	const handoffs = texts.get("handoffs") ?? [];
	for (const [index, { id }] of exported.handoffs.entries()) {
		const parts = own.get(id) ?? new Map<string, string[]>();
		yield [id, [...joinedText([...head, ["handoff", String(handoffs[index])], ...parts])].join("")];
	}
}

function handoffsOf(item: unknown): ReadonlySet<string> {
	const ids = new Set<string>();
	if (typeof item !== "object" || item === null) return ids;
	for (const key of belongings) {
		const id: unknown = Reflect.get(item, key);
		if (typeof id === "string") ids.add(id);
	}
	return ids;
}
