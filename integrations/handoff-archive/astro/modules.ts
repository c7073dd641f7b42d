import { fileURLToPath } from "node:url";
import type { ViteDevServer } from "vite";
import { entriesSource } from "../entries/entry-files.ts";
import { integrationName } from "../session/find-session.ts";
import type { Session } from "../session/session.ts";
import { reviewFiles } from "../slices/checklist.ts";
import { decisionFiles } from "../slices/decisions.ts";
import { deliveryFile } from "../slices/deliveries.ts";
import { provenanceFiles } from "../slices/files.ts";
import { lineageFile } from "../slices/lineage.ts";
import { packageFiles } from "../slices/packages.ts";
import { revisionFiles } from "../slices/revisions.ts";
import { timelineFiles } from "../slices/timelines.ts";
import { transferFiles } from "../slices/transfers/transfers.ts";
import { verdictFiles } from "../slices/verdicts.ts";
import { wordsModule, wordsSources } from "../words/site-words.ts";
import { ownPagesSource } from "./own-pages.ts";
import { siteSource, themeSource } from "./theme.ts";

/** What pages are made from, as far as their modules know it. */
export type PageSource = Pick<Session, "bodies"> & { readonly input: Pick<Session["input"], "settings"> };

const bodiesModule = "virtual:handoff-archive/bodies";
const entriesModule = "virtual:handoff-archive/entries";
const siteModule = "virtual:handoff-archive/site";
const ownPagesModule = "virtual:handoff-archive/own-pages";
const themeModule = "virtual:handoff-archive/theme.css";

/**
 * Carries the session to the loader, and gives pages what is shown of the archive.
 * @param folder JavaScript that says where the records are
 */
export function sitePlugin(session: PageSource, folder = JSON.stringify(session.bodies)) {
	// Facts of the build come from here and not from import.meta.env, which the caller's environment variables would change.
	let strict = true;
	let words: { readonly of: unknown; readonly sources: ReadonlyMap<string, string> } | undefined;
	const sources: Readonly<Record<string, () => string>> = {
		[`\0${bodiesModule}`]: () => bodiesSource(folder, strict),
		[`\0${entriesModule}`]: () => entriesSource(folder, strict),
		[`\0${siteModule}`]: () => siteSource(session.input.settings, strict),
		[`\0${ownPagesModule}`]: () => ownPagesSource(session.input.settings),
		[`\0${themeModule}`]: () => themeSource(session.input.settings),
	};
	return {
		name: integrationName,
		api: session,
		configResolved: ({ command }: { readonly command: "build" | "serve" }) => {
			strict = command === "build";
		},
		/** A page that was added or taken away is another list of pages. */
		configureServer: ({ watcher, environments }: ViteDevServer) => {
			const relist = (file: string) => {
				if (file.endsWith(".mdx")) forget({ environments }, ownPagesModule);
			};
			watcher.on("add", relist).on("unlink", relist);
		},
		resolveId: (id: string) => (`\0${id}` in sources || id.startsWith(wordsModule) ? `\0${id}` : undefined),
		load: (id: string) => {
			if (!id.startsWith(`\0${wordsModule}`)) return sources[id]?.();
			if (words?.of !== session.input) words = { of: session.input, sources: wordsSources(session.input.settings) };
			return words.sources.get(id.slice(1));
		},
	};
}

/** Has the modules that change with the archive made anew when they are asked for next. */
export function forgetArchive(server: Pick<ViteDevServer, "environments">): void {
	for (const name of [wordsModule, entriesModule]) forget(server, name);
}

/** Has a module of ours, and those below its name, made anew when they are asked for next. */
function forget({ environments }: Pick<ViteDevServer, "environments">, name: string): void {
	for (const { moduleGraph } of Object.values(environments))
		for (const [id, known] of moduleGraph.idToModuleMap)
			if (id.startsWith(`\0${name}`)) moduleGraph.invalidateModule(known);
}

/** What pages get from the records, besides the entries, by the function that they call: one by its number, … */
const numbered = {
	verdictsAt: verdictFiles.inForce,
	todayAt: verdictFiles.today,
	checklistAt: reviewFiles.boxes,
	reviewAt: reviewFiles.human,
	packageAt: packageFiles.one,
	decisionGroups: decisionFiles.groups,
	deliveryAt: deliveryFile,
	filePage: provenanceFiles.pages,
	handoffFiles: provenanceFiles.handoffs,
	transfersOfHandoff: transferFiles.handoffs,
	transferAt: transferFiles.pages,
	timelineAround: timelineFiles.around,
	revisionsAt: revisionFiles.handoffs,
} as const;

/** … the whole, … */
const whole = {
	packageList: packageFiles.list,
	decisionLists: decisionFiles.lists,
	lineage: lineageFile,
	fileList: provenanceFiles.list,
	timeline: timelineFiles.whole,
	revisionsTold: revisionFiles.told,
} as const;

/** … and the whole that many pages show, which is kept while the archive stays as it is. */
const kept = { fileNames: provenanceFiles.names, transferFlow: transferFiles.flow } as const;

/**
 * @param folder JavaScript that says where the records are
 * @param isFixed whether the archive stays as it is while the module lives
 */
function bodiesSource(folder: string, isFixed: boolean): string {
	const exported = (functions: Readonly<Record<string, string>>, made: (file: string) => string) =>
		Object.entries(functions).map(([name, file]) => `export const ${name} = ${made(JSON.stringify(file))};`);
	return [
		`import { numberedReader, readNumbered, readRecord } from ${JSON.stringify(fileURLToPath(new URL("../storage/records.ts", import.meta.url)))};`,
		`const folder = ${folder};`,
		`const readerOf = ${isFixed ? "numberedReader" : "(folder, file) => (order) => readNumbered(folder, file, order)"};`,
		"const numbered = (file) => {",
		"	const read = readerOf(folder, file);",
		"	return (order) => JSON.parse(read(order));",
		"};",
		"const whole = (file) => () => JSON.parse(readNumbered(folder, file, 0));",
		"const kept = (file) => {",
		"	let known;",
		"	const read = whole(file);",
		`	return ${isFixed ? "() => (known ??= read())" : "read"};`,
		"};",
		"export const bodyOf = (name) => readRecord(folder, name);",
		"export const sourceOf = bodyOf;",
		...exported(numbered, (file) => `numbered(${file})`),
		...exported(whole, (file) => `whole(${file})`),
		...exported(kept, (file) => `kept(${file})`),
	].join("\n");
}
