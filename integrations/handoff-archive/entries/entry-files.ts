import { fileURLToPath } from "node:url";
import { writeNumbered } from "../storage/records.ts";
import type { Entries } from "./entries.ts";

/** The function by which pages ask for entries of a kind, and the file of the records that holds them. */
const entryKinds = [
	{ kind: "archive", ask: "archiveEntry", file: "archive-entry" },
	{ kind: "overview", ask: "overviewEntry", file: "overview-entry" },
	{ kind: "handoffs", ask: "handoffEntries", file: "handoff-entries" },
	{ kind: "documents", ask: "documentEntries", file: "document-entries" },
	{ kind: "findings", ask: "findingsEntries", file: "findings-entries" },
	{ kind: "rules", ask: "ruleEntries", file: "rule-entries" },
	{ kind: "standards", ask: "standardEntries", file: "standard-entries" },
] as const satisfies readonly { readonly kind: keyof Entries; readonly ask: string; readonly file: string }[];

/** Writes the entries that pages ask for by kind. */
export function writeEntries(folder: string, entries: Entries): void {
	for (const { kind, file } of entryKinds) writeNumbered(folder, file, [JSON.stringify(entries[kind])]);
}

/**
 * The module that pages get the entries from.
 * @param folder JavaScript that says where the records are
 * @param isFixed whether the archive stays as it is while the module lives: then each kind is read once.
 */
export function entriesSource(folder: string, isFixed: boolean): string {
	return [
		`import { readNumbered } from ${JSON.stringify(fileURLToPath(new URL("../storage/records.ts", import.meta.url)))};`,
		`const folder = ${folder};`,
		"const read = (file) => JSON.parse(readNumbered(folder, file, 0));",
		"const known = new Map();",
		"const once = (file) => known.get(file) ?? known.set(file, read(file)).get(file);",
		...entryKinds.map(
			({ ask, file }) => `export const ${ask} = () => ${isFixed ? "once" : "read"}(${JSON.stringify(file)});`,
		),
		"export const standardEntry = (id) => standardEntries().find((standard) => standard.id === id);",
	].join("\n");
}
