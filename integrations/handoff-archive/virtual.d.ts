declare module "virtual:handoff-archive/site" {
	/** The base path of the site, with a slash at both ends. */
	export const base: string;
	/** Whether pages carry their content security policy: in a build, not while Vite serves its own scripts. */
	export const strict: boolean;
	/** The address that the site is published at; null where it is not known. */
	export const site: string | null;
	/** The picture before the title, by the name of its file on the site. */
	export const logo: { readonly file: string; readonly type: string; readonly base64: string } | null;
}

declare module "virtual:handoff-archive/words" {
	/** What the site says, the words of the settings included; of any language, with the places of the English words. */
	export * from "#words/en/index.ts";
	/** The language of the site, as a BCP 47 tag. */
	export const language: string;
}

declare module "virtual:handoff-archive/own-pages" {
	/** The team's own pages, by their path from the project's root. */
	export const ownPages: ReadonlyMap<string, () => Promise<import("astro").MDXInstance<Record<string, unknown>>>>;
}

declare module "virtual:handoff-archive/bodies" {
	/** The HTML of a document, by the name its slice gives; safe to be put on a page as it is. */
	export function bodyOf(name: string): string;
	/** What each rule decided about a handoff, in the order of the rules, by the handoff's position in the build order. */
	export function verdictsAt(order: number): import("./slices/verdicts.ts").VerdictSlice[];
	/** What today's standard would decide about a handoff that another one judges, by its position in the build order. */
	export function todayAt(order: number): import("./slices/verdicts.ts").VerdictSlice[];
	/** The reviewer's checklist of a handoff, by the handoff's position in the build order; empty where its standard has none. */
	export function checklistAt(order: number): import("./slices/checklist.ts").BoxSlice[];
	/** What the rules leave for a human to judge about a handoff, by its position in the build order. */
	export function reviewAt(order: number): import("./slices/checklist.ts").ReviewSlice;
	/** The packages of the archive, by id. */
	export function packageList(): import("./slices/packages.ts").PackageItem[];
	/** All that is known of a package, by its number in the list. */
	export function packageAt(number: number): import("./slices/packages.ts").PackageSlice;
	/** The lists of decisions: all of them, those of each kind, and those that did not stand. */
	export function decisionLists(): import("./slices/decisions.ts").DecisionList[];
	/** The decisions of a page, by the number that its list gives. */
	export function decisionGroups(number: number): import("./slices/decisions.ts").DecisionGroup[];
	/** What a handoff's spec plans beside what its RESULTS reports, by its position in the build order; null without both. */
	export function deliveryAt(order: number): import("./slices/deliveries.ts").DeliverySlice | null;
	/** How the handoffs hang together: ties, waves, and the relations that documents state. */
	export function lineage(): import("./slices/lineage.ts").LineageSlice;
	/** The files that handoffs claim by package or folder, and those that are off. */
	export function fileList(): import("./slices/file-slices.ts").FileList;
	/** Files with their chains of hashes, by the number of the page that the list gives. */
	export function filePage(number: number): import("./slices/file-slices.ts").FilePage;
	/** The addresses of files, below the site's root, by the paths that documents may call them by. */
	export function fileNames(): Readonly<Record<string, string>>;
	/** What a handoff claims of files, and how its validation stands, by its position in the build order. */
	export function handoffFiles(order: number): import("./slices/file-slices.ts").HandoffFiles;
	/** The Markdown of a document, by the name its slice gives: the file's own text, its line ends and credentials aside. */
	export function sourceOf(name: string): string;
	/** How the mode-to-mode handoffs went; null where the archive has none. */
	export function transferFlow(): import("./slices/transfers/slices.ts").FlowSlice | null;
	/** The mode-to-mode handoffs that hand over documents of a handoff, by its position in the build order. */
	export function transfersOfHandoff(order: number): import("./slices/transfers/slices.ts").TransferLink[];
	/** A mode-to-mode handoff, by the number that its step gives. */
	export function transferAt(number: number): import("./slices/transfers/slices.ts").TransferSlice;
	/** The figures of all handoffs over the build order. */
	export function timeline(): import("./slices/timelines.ts").TimelineSlice;
	/** The same of a handoff and its neighbours, by its position in the build order. */
	export function timelineAround(order: number): import("./slices/timelines.ts").TimelineSlice;
	/** The documents of a handoff of which several states are told, by its position in the build order; their texts by `sourceOf`. */
	export function revisionsAt(order: number): import("./slices/revisions.ts").RevisedDocument[];
	/** Whether revisions were asked for, and why git cannot tell of some. */
	export function revisionsTold(): import("./slices/revisions.ts").RevisionsTold;
}

declare module "virtual:handoff-archive/entries" {
	export type ArchiveEntry = import("./entries/schemas.ts").ArchiveEntry;
	export type OverviewEntry = import("./entries/overview-schema.ts").OverviewEntry;
	export type HandoffEntry = import("./entries/schemas.ts").HandoffEntry;
	export type DocumentEntry = import("./entries/schemas.ts").DocumentEntry;
	export type FindingsEntry = import("./entries/schemas.ts").FindingsEntry;
	export type RuleEntry = import("./entries/schemas.ts").RuleEntry;
	export type StandardEntry = import("./entries/schemas.ts").StandardEntry;
	/** The archive as a whole. */
	export function archiveEntry(): ArchiveEntry;
	/** What the first page shows of it besides. */
	export function overviewEntry(): OverviewEntry;
	/** The handoffs in build order. */
	export function handoffEntries(): readonly HandoffEntry[];
	/** The documents that belong to no handoff, by path. */
	export function documentEntries(): readonly DocumentEntry[];
	/** The findings of each file, in the order of the report. */
	export function findingsEntries(): readonly FindingsEntry[];
	/** The rules that the archive was judged by, in the order of the report. */
	export function ruleEntries(): readonly RuleEntry[];
	/** The standards, by id. */
	export function standardEntries(): readonly StandardEntry[];
	/** The standard of an id. */
	export function standardEntry(id: string): StandardEntry | undefined;
}
