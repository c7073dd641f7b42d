/** The frame of every page: the bar at its top, the line at its foot. */
export const layout = {
	skip: "Skip to content",
	search: "Search",
	searchLabel: "Search the archive, or jump to an id, path or hash",
	searchHint: "Search, or jump to an id",
	/** What the foot says of the archive. */
	handoffs: { one: "{count} handoff", other: "{count} handoffs" },
	documents: { one: "{count} document", other: "{count} documents" },
	holds: "{handoffs}, {documents}",
	/** Where the archive holds transfers and nothing else: they and what their log says. */
	transfers: { one: "{count} transfer or entry of the log", other: "{count} transfers and entries of their log" },
	foot: "{held}; {json}",
	judgedBy: "Judged by {standards}",
	theme: "Theme",
	themeSystem: "System",
	themeLight: "Light",
	themeDark: "Dark",
	cardOfArchive: "The title of the archive, and a square for each handoff, coloured by how it stands",
	cardOfHandoff: "The title of the handoff, and a square for each rule, coloured by what it decided",
} as const;

/** The sections of the site, as the bar and its menu name them. */
export const sections = {
	label: "Sections",
	more: "More",
	moreNow: "More; now in ",
	furtherPages: "Further pages",
	archive: "The archive",
	judgement: "The judgement",
	names: {
		overview: "Overview",
		handoffs: "Handoffs",
		timeline: "Timeline",
		compliance: "Compliance",
		decisions: "Decisions",
		transfers: "Transfers",
		packages: "Packages",
		files: "Files and hashes",
		lineage: "Lineage",
		documents: "Other documents",
		compare: "Compare",
		search: "Search and filter",
		findings: "Findings",
		rules: "Rules",
		standards: "Standards",
	},
} as const;

/** What the script of every page says. */
export const copying = {
	copy: "Copy",
	copied: "Copied",
} as const;
