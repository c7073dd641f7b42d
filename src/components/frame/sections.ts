import { sections as t } from "virtual:handoff-archive/words";

/** A section of the site as the top bar names it. */
export interface Section {
	readonly name: string;
	/** Address below the site's base. */
	readonly path: string;
	readonly label: string;
}

/** The sections that stand in the bar itself, and where they are: what a day's work asks for. */
const daily = {
	overview: "",
	handoffs: "handoffs/",
	timeline: "timeline/",
	compliance: "compliance/",
	decisions: "decisions/",
	transfers: "transfers/",
} as const;

/** The others, below "More": what the archive holds, and what it is judged by. */
const further = {
	archive: {
		packages: "packages/",
		files: "files/",
		lineage: "lineage/",
		documents: "documents/",
		compare: "compare/",
		search: "search/",
	},
	judgement: {
		findings: "findings/",
		rules: "rules/",
		standards: "standards/",
	},
} as const;

/** Names of all sections; a page belongs to one of them or to none. */
export type SectionName = keyof typeof t.names;

const names: Readonly<Record<string, string>> = t.names;
const listed = (sections: Readonly<Record<string, string>>): Section[] =>
	Object.entries(sections).map(([name, path]) => ({ name, path, label: names[name] ?? name }));

/** What an archive holds, as far as it decides which sections have anything to show. */
export interface Held {
	/** Mode-to-mode handoffs and entries of their log. */
	readonly transfers: number;
	readonly isTransfersAlone: boolean;
}

/** Sections that are about handoffs and their documents. */
const ofHandoffs = new Set([
	"handoffs",
	"timeline",
	"compliance",
	"packages",
	"files",
	"lineage",
	"documents",
	"compare",
]);

function shown(sections: readonly Section[], { transfers, isTransfersAlone }: Held): readonly Section[] {
	return sections.filter(({ name }) =>
		ofHandoffs.has(name) ? !isTransfersAlone : name !== "transfers" || transfers > 0,
	);
}

/** The sections of the bar that have anything to show. */
export function dailySections(held: Held): readonly Section[] {
	return shown(listed(daily), held);
}

/** The groups of the menu, in the order in which it shows them. */
export function furtherSections(
	held: Held,
): readonly { readonly title: string; readonly sections: readonly Section[] }[] {
	return [
		{ title: t.archive, sections: shown(listed(further.archive), held) },
		{ title: t.judgement, sections: listed(further.judgement) },
	];
}
