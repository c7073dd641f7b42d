import type { ExportedArchive } from "#model/export/export.ts";
import { collectionJsonSchema } from "#model/json-schema.ts";
import { siteAddress } from "#model/site-path.ts";
import { type ExportTexts, exportArchive, exportTexts, joinedText } from "#report/export.ts";
import { pathBelow } from "../astro/addresses.ts";
import type { Request, Response } from "../dev/requests.ts";
import type { SitePlan } from "../read/plan.ts";
import type { ReadArchive } from "../read/read.ts";
import type { Session } from "../session/session.ts";
import type { FileSink } from "../storage/file-sink.ts";

/** Where it lies below the site's root: the export as a whole, its lists, and what it says of each handoff. */
const paths = { whole: "archive.json", lists: "data", handoffs: "handoffs" } as const;

/** Keys of the export by which an item belongs to a handoff, or to two. */
const belongings = ["handoff", "from", "to"] as const;

/**
 * The export as the site has it, by path: as a whole, each of its lists by itself with its schema, a list of them all, and what it
 * says of each handoff. Every item becomes text once, and no page has to be made for it.
 */
function* exportFiles(
	exported: ExportedArchive,
	{ base, plan }: { readonly base: string; readonly plan: Pick<SitePlan, "handoffs"> },
): Generator<readonly [path: string, text: string]> {
	const texts = exportTexts(exported);
	yield [paths.whole, [...joinedText(texts)].join("")];
	const head = [...texts].filter(([key]) => key === "formatVersion" || key === "title");
	const lists = [...texts].filter(([, text]) => typeof text !== "string");
	for (const list of lists) {
		yield [`${paths.lists}/${list[0]}.json`, [...joinedText([...head, list])].join("")];
		yield [`${paths.lists}/${list[0]}.schema.json`, indented(collectionJsonSchema(list[0]))];
	}
	yield [`${paths.lists}/index.json`, indented(listOfLists(lists, base))];
	const slugs = new Map([...plan.handoffs].map(([id, page]) => [id, page.split("/")[1] ?? ""]));
	for (const [id, text] of handoffTexts(exported, texts, head)) yield [`${paths.handoffs}/${slugs.get(id)}.json`, text];
}

/** Puts the files into a site that is being built. */
export function publishExport(
	{ checked, plan }: Pick<ReadArchive, "checked" | "plan">,
	base: string,
	sink: FileSink,
): void {
	for (const [path, text] of exportFiles(exportArchive(checked), { base, plan })) sink(path, text);
}

/** The addresses that a file of the export may have. */
const fileOfExport = /^(?:archive\.json|data\/[\w.]+\.json|handoffs\/[^/\\]+\.json)$/u;

/** Answers for the files while documents are written; they are made when one is asked for. */
export function exportMiddleware(session: Session) {
	let known: { readonly of: ReadArchive; readonly files: ReadonlyMap<string, string> } | undefined;
	const textOf = (path: string): string | undefined => {
		const { base } = session.input.settings;
		const read = session.read();
		if (known?.of !== read)
			known = { of: read, files: new Map(exportFiles(exportArchive(read.checked), { base, plan: read.plan })) };
		return known.files.get(path);
	};
	return (request: Request, response: Response, next: () => void): void => {
		const path = pathBelow(session.input.settings.base, new URL(request.url ?? "/", "http://localhost").pathname);
		const text = path !== null && fileOfExport.test(path) ? textOf(path) : undefined;
		if (text === undefined) {
			next();
			return;
		}
		response.writeHead(200, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
		response.end(text);
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
