/** Code that must not stand in a room, and the files that are excused with the reason. */
interface Ban {
	readonly pattern: RegExp;
	readonly because: string;
	readonly except?: Readonly<Record<string, string>>;
}

/** A room: a folder under src, a file at its top, or the integrations. */
export interface Room {
	/** Rooms whose files it may import. */
	readonly rooms: readonly string[];
	/** Packages it may import; a trailing "*" stands for any rest. */
	readonly packages: readonly string[];
	/** Rooms and packages it may import only inside a function, when they are needed. */
	readonly lazy?: readonly string[];
	/** Rooms that it reaches by a relative path: Astro's own folders, side by side by Astro's convention. */
	readonly beside?: readonly string[];
	/** Only these files of a room may be imported; all of a room not named here. */
	readonly doors?: Readonly<Record<string, readonly string[]>>;
	readonly never?: readonly Ban[];
}

const pure = [
	{
		pattern: /\bconsole\s*\./,
		because: "pure rooms print nothing: return a value, and let the cli or the integration print it",
	},
	{
		pattern: /\bprocess\s*\./,
		because: "pure rooms know no process: take what is needed as an argument",
		except: {
			"src/parse/markdown.ts": "loads remark only for the few documents that need it, where modules can be loaded so",
		},
	},
	{ pattern: /\bastro[:/]/, because: "pure rooms know no Astro" },
];
const trees = ["mdast", "hast", "unist", "unist-util-*"];
const publicRules = { rules: ["index.ts"] };

/** The import table of the project: what each room may know of. What is not named is forbidden. */
export const rooms: Readonly<Record<string, Room>> = {
	model: { rooms: [], packages: ["zod"], never: pure },
	// Why a text cannot be read, it says as relations do.
	parse: {
		rooms: ["model", "words"],
		doors: { words: ["because.ts"] },
		packages: [
			...trees,
			"unified",
			"remark-*",
			"mdast-util-*",
			"micromark*",
			"satteri",
			"yaml",
			"zod",
			"fastest-levenshtein",
		],
		never: pure,
	},
	// What facts are made from, and why they are unclear, it says as relations do.
	extract: {
		rooms: ["model", "parse", "words"],
		doors: { words: ["because.ts"] },
		packages: [...trees, "github-slugger"],
		never: pure,
	},
	fix: { rooms: ["model", "parse", "extract"], packages: trees, never: pure },
	rules: {
		rooms: ["model", "parse", "extract", "words"],
		packages: [...trees, "fastest-levenshtein"],
		doors: { words: ["because.ts"] },
		never: pure,
	},
	// Why something is as it is, it says in the words of the site, so that pages can say it in their language.
	relate: { rooms: ["model", "words"], packages: [], never: pure, doors: { words: ["because.ts"] } },
	render: {
		rooms: ["model", "parse", "words"],
		packages: [
			...trees,
			"unified",
			"rehype-*",
			"hast-util-*",
			"mdast-util-*",
			"highlight.js*",
			"lowlight*",
			"github-slugger",
		],
		never: pure,
	},
	report: { rooms: ["model", "relate"], packages: [], never: pure },
	words: { rooms: [], packages: ["zod"], never: pure },
	search: { rooms: ["model"], packages: ["fastest-levenshtein"], never: pure },
	charts: { rooms: ["model", "relate", "words"], packages: ["@dagrejs/dagre", "d3-scale"], never: pure },
	check: {
		rooms: ["model", "parse", "extract", "rules", "relate", "words"],
		packages: [],
		doors: { words: ["because.ts"] },
		never: pure,
	},
	settings: { rooms: ["model", "parse", "words"], packages: ["zod"], never: pure },
	files: { rooms: ["model", "parse", "settings", "words"], packages: ["node:*"], doors: { words: ["because.ts"] } },
	cli: {
		rooms: [
			"check",
			"files",
			"fix",
			"relate",
			"report",
			"settings",
			"model",
			"parse",
			"rules",
			"search",
			"mcp",
			"extract",
			"words",
		],
		packages: ["node:*", "chokidar", "diff", "esbuild", "fastest-levenshtein"],
		lazy: ["astro", "integrations", "playwright-core"],
		// Lines of documents are shown without the credentials they hold.
		doors: { ...publicRules, extract: ["secrets.ts"] },
	},
	mcp: { rooms: ["model"], packages: ["zod", "@modelcontextprotocol/server"] },
	components: {
		rooms: ["styles", "charts", "relate", "model", "rules", "search", "words"],
		packages: ["astro:*", "astro", "virtual:*", "@fontsource*", "diff"],
		beside: ["styles"],
		doors: publicRules,
	},
	pages: {
		rooms: ["components", "styles", "charts", "relate", "model", "rules", "words"],
		packages: ["astro:*", "astro", "virtual:*"],
		beside: ["components", "styles"],
		doors: publicRules,
	},
	styles: { rooms: [], packages: ["@fontsource*"] },
	"content.config": { rooms: ["model", "integrations"], packages: ["astro:*", "astro", "zod"] },
	integrations: {
		rooms: [
			"check",
			"files",
			"render",
			"report",
			"settings",
			"model",
			"rules",
			"parse",
			"extract",
			"relate",
			"search",
			"words",
		],
		packages: ["node:*", "astro", "astro:*", "@astrojs/*", "vite", "virtual:handoff-archive/*", "pagefind"],
		// Which page shows a document is decided from its path, before it is read; the checklist is drawn up with the slices. What a
		// document said formerly is read as no document, and shown without the credentials it holds.
		doors: {
			...publicRules,
			extract: ["references/identify.ts", "secrets.ts"],
			relate: ["review.ts", "delivery.ts", "lineage.ts", "timeline.ts", "later.ts", "provenance/workspace-paths.ts"],
		},
	},
};

/** Folders of src/rules that hold what rules are made of; every other one is a group of rules, a file per rule. */
const besideRules = ["judging", "samples", "shared"];

/** The id of the rule that a file of the project holds ("src/rules/spec/steps.ts": "spec/steps"); null where it holds none. */
export function ruleOf(path: string): string | null {
	const [, group, name] = /^src\/rules\/([\w-]+)\/([\w-]+)\.ts$/.exec(path) ?? [];
	return group === undefined || besideRules.includes(group) ? null : `${group}/${name}`;
}
