import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExportedArchive } from "#model/export.ts";
import { type ExportTexts, exportTexts, joinedText } from "#report/export.ts";
import { writeNumbered } from "./records.ts";

/** Where the texts of the export stand in the session's folder. */
export const exportFiles = { handoffs: "handoff-json", names: "collections.json", folder: "collections" } as const;

/** Keys of the export by which an item belongs to a handoff, or to two. */
const belongings = ["handoff", "from", "to"] as const;

/** Writes the export as a whole, each of its lists by itself, and what it says of each handoff. Every item becomes text once. */
export function writeExport(folder: string, exported: ExportedArchive): void {
	const texts = exportTexts(exported);
	writeFileSync(join(folder, "archive.json"), [...joinedText(texts)].join(""));
	const head = [...texts].filter(([key]) => key === "formatVersion" || key === "title");
	const lists = [...texts].filter(([, text]) => typeof text !== "string");
	rmSync(join(folder, exportFiles.folder), { recursive: true, force: true });
	mkdirSync(join(folder, exportFiles.folder));
	for (const list of lists)
		writeFileSync(join(folder, exportFiles.folder, `${list[0]}.json`), [...joinedText([...head, list])].join(""));
	const names = lists.map(([name, items]) => ({ name, items: items.length }));
	writeFileSync(join(folder, exportFiles.names), JSON.stringify(names));
	writeNumbered(folder, exportFiles.handoffs, handoffTexts(exported, texts, head));
}

/** The text of each handoff by its position in the build order: itself, and of each list the items that are about it. */
function handoffTexts(
	exported: ExportedArchive,
	texts: ExportTexts,
	head: readonly (readonly [string, string | readonly string[]])[],
): string[] {
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
	const byOrder: string[] = [""];
	for (const [index, { id, order }] of exported.handoffs.entries())
		byOrder[order] = [
			...joinedText([...head, ["handoff", String(handoffs[index])], ...(own.get(id) ?? new Map<string, string[]>())]),
		].join("");
	return [...byOrder].map((text) => text ?? "");
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
