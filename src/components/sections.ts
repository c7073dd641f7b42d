/** A section of the site as the top bar names it. */
export interface Section {
	readonly name: string;
	/** Address below the site's base. */
	readonly path: string;
	readonly label: string;
}

/** The sections that stand in the bar itself: what a day's work asks for. */
const daily = {
	overview: ["", "Overview"],
	handoffs: ["handoffs/", "Handoffs"],
	timeline: ["timeline/", "Timeline"],
	compliance: ["compliance/", "Compliance"],
	decisions: ["decisions/", "Decisions"],
	transfers: ["transfers/", "Transfers"],
} as const;

/** The others, below "More": what the archive holds, and what it is judged by. */
const further = {
	"The archive": {
		packages: ["packages/", "Packages"],
		files: ["files/", "Files and hashes"],
		lineage: ["lineage/", "Lineage"],
		documents: ["documents/", "Other documents"],
		compare: ["compare/", "Compare"],
		search: ["search/", "Search and filter"],
	},
	"The judgement": {
		findings: ["findings/", "Findings"],
		rules: ["rules/", "Rules"],
		standards: ["standards/", "Standards"],
	},
} as const;

type Further = typeof further;

/** Names of all sections; a page belongs to one of them or to none. */
export type SectionName = keyof typeof daily | { [Group in keyof Further]: keyof Further[Group] }[keyof Further];

const listed = (sections: Readonly<Record<string, readonly [string, string]>>): Section[] =>
	Object.entries(sections).map(([name, [path, label]]) => ({ name, path, label }));

/** The sections of the bar; one for transfers only where the archive has some. */
export function dailySections(hasTransfers: boolean): readonly Section[] {
	return listed(daily).filter(({ name }) => hasTransfers || name !== "transfers");
}

/** The groups of the menu, in the order in which it shows them. */
export const furtherSections: readonly { readonly title: string; readonly sections: readonly Section[] }[] =
	Object.entries(further).map(([title, sections]) => ({ title, sections: listed(sections) }));
