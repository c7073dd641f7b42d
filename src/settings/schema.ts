import { z } from "zod";
import { severitiesForSchema, severitySettings } from "#model/severities.ts";
import { standardInForceSchema } from "#model/standard.ts";
import { waveSettingSchema } from "#model/waves.ts";

const paths = (what: string) =>
	z.union(
		[
			z.string().min(1, "must not be empty"),
			z.array(z.string().min(1, "must not be empty")).min(1, "must not be empty"),
		],
		{ error: `must be ${what} or a list of them` },
	);

const url = z.url({ protocol: /^https?$/, error: "must be an address that starts with https:// or http://" });

/** Whether it is a tag that figures and dates can be written by. */
function isLanguage(tag: string): boolean {
	try {
		// Longer ones are well formed, but no language has a name of so many letters.
		return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(?:-|$)/i.test(tag);
	} catch {
		return false;
	}
}

/** Every key that `handoffs.config.yaml` may hold. Descriptions are the documentation: README and JSON Schema take them from here. */
export const settingsSchema = z.strictObject({
	title: z
		.string()
		.min(1, "must not be empty")
		.default("Handoff Archive")
		.describe("Name of the archive, as pages and reports show it."),
	archive: paths("a folder")
		.optional()
		.describe(
			"Folder of the handoff documents, or a list of them. Without it: none where `transfers` are named, else the example archive of " +
				"the product.",
		),
	workspace: z
		.string()
		.min(1, "must not be empty")
		.optional()
		.describe("Folder of the files that the documents speak of, to check their hashes against."),
	transfers: paths("a folder or file")
		.optional()
		.describe(
			"Folders and files of mode-to-mode handoffs and of their log: YAML, or Markdown with such blocks. What stands in a folder below " +
				"one of `archive` is no document of a handoff then. Without it: none, or those of the example archive.",
		),
	protocol: z
		.string()
		.min(1, "must not be empty")
		.optional()
		.describe("YAML file of the protocol that these are judged by, in place of the one that comes with the product."),
	standards: paths("a standard")
		.optional()
		.describe(
			"What the documents are judged by, the most specific first: a folder of standards, a standard's YAML file, or the id of one " +
				"that comes with the product. Without it: all that come with the product. A list replaces them, so name those to keep.",
		),
	inForce: z
		.array(standardInForceSchema)
		.default([])
		.describe(
			"Which standard judges which handoffs; the first entry that names a handoff holds. Without one, the standard judges whose " +
				"naming its documents follow.",
		),
	predecessors: z
		.record(z.string(), z.string().min(1, "must not be empty").nullable())
		.default({})
		.describe(
			"The handoff that another one started from (`H-12: H-10`), where documents do not say so or say it wrongly; `null`: none. The " +
				"baselines of the two are compared.",
		),
	waves: z
		.array(waveSettingSchema)
		.default([])
		.describe(
			"Waves of multi-package builds: `name`, `handoffs` (as in `inForce`) and `integration`, the handoff that closes it. They hold " +
				"before what the documents state.",
		),
	site: url.optional().describe("Address the site is published at, for canonical links."),
	base: z
		.string()
		.startsWith("/", { error: 'must start with "/"', abort: true })
		.regex(/^(?:\/(?!\.\.?(?:\/|$))[A-Za-z0-9._~+@,-]+)*\/?$/, {
			error: 'must be made of letters from a to z, digits and . _ ~ + @ , - between slashes, such as "/team/handoffs/"',
		})
		.default("/")
		.describe('Path under which the site is published, such as "/handoffs/".'),
	out: z.string().min(1, "must not be empty").default("dist").describe("Folder the site is written to."),
	rules: severitySettings
		.default({})
		.describe(
			"Severity (`error`, `warning`, `info` or `off`) by rule id or by group (`layout/*`). A rule's own entry wins over its group's.",
		),
	rulesFor: z
		.array(severitiesForSchema)
		.default([])
		.describe(
			"The same for some handoffs: `handoffs` (an id, a range `H-1..H-23`, or a list of both) and `rules`. It wins over `rules`; " +
				"of several entries, the first that names the handoff and says anything of the rule.",
		),
	waivers: z
		.string()
		.min(1, "must not be empty")
		.default("handoffs.waivers.yaml")
		.describe("File of the waivers: exceptions from rules, each with owner, reason and last day."),
	debt: z
		.string()
		.min(1, "must not be empty")
		.default("handoffs.debt.json")
		.describe("File of the findings that the gate excuses, as `handoffs baseline` writes it."),
	seals: z
		.string()
		.min(1, "must not be empty")
		.default("handoffs.seals.json")
		.describe("File of the validations, as `handoffs validate` writes it; the example archive has its own."),
	history: z
		.boolean()
		.default(false)
		.describe(
			"Whether git is asked: pages and export then also say what it holds of the workspace, at the commit that added a claim and at " +
				"HEAD (`handoffs verify` always does), and the dates of first commits break ties of the build order where documents state " +
				"none, except in a shallow clone.",
		),
	revisions: z
		.int()
		.min(0, "must be 0 or more")
		.max(100, "must be at most 100")
		.default(0)
		.describe(
			"How many states of each document, the newest first, are put side by side on a page of its handoff, as git holds them; a text " +
				"that is in no commit counts as one. 0: none, because what was taken out of a document may have been taken out so that nobody " +
				"reads it, and a site has more readers than a repository; the example archive has some. Of merges only what they brought counts; a state larger than " +
				"`limits.documentBytes` is told of and not shown.",
		),
	language: z
		.string()
		.refine(isLanguage, 'must be a language tag such as "en" or "de-AT"')
		.default("en")
		.describe(
			"Language of the site (BCP 47): of its figures, dates and plurals, and what pages say they are written in.",
		),
	words: z
		.union([z.string().min(1, "must not be empty"), z.record(z.string(), z.unknown())], {
			error: "must be a file, or a mapping of words",
		})
		.optional()
		.describe(
			"Words of the site in place of the English ones: a YAML file, or the mapping itself. What it does not name stays English. " +
				"`handoffs schema words` prints every name with its English text.",
		),
	limits: z
		.strictObject({
			documentBytes: z
				.int()
				.positive("must be above 0")
				.default(5_000_000)
				.describe("Bytes above which a document is reported instead of read."),
			transferBytes: z
				.int()
				.positive("must be above 0")
				.default(50_000_000)
				.describe("Bytes above which a file of `transfers` is reported instead of read."),
			nesting: z
				.int()
				.positive("must be above 0")
				.default(100)
				.describe("Levels of nested lists and quotes above which a document is reported."),
		})
		.prefault({})
		.describe("What counts as too much for a document."),
	theme: z
		.strictObject({
			accentHue: z
				.number({ error: "must be a number of degrees" })
				.min(0, "must be 0 or more")
				.max(360, "must be at most 360")
				.default(245)
				.describe(
					"Hue of links and marks, in degrees of OKLCH: 245 is blue, 150 green, 25 red. Contrast stays at every hue.",
				),
			logo: z
				.string()
				.regex(/\.(?:svg|png|webp)$/i, "must be an .svg, .png or .webp file")
				.optional()
				.describe("Picture before the title, and the icon of the site."),
		})
		.prefault({})
		.describe("How the site looks."),
	pages: z
		.string()
		.min(1, "must not be empty")
		.optional()
		.describe(
			"Folder of pages of your own (`*.mdx`, with `title` and `description` in their front matter), published below `pages/`. " +
				"They may show `<HandoffCard id>`, `<VerdictSheet id>`, `<Timeline family around>` and `<HandoffQuery status family package>`.",
		),
	editor: z
		.string()
		.min(1, "must not be empty")
		.default("auto")
		.describe(
			"What opens a file from the pages of `handoffs dev`: `auto` (the editor that is running), `vscode`, or an address with " +
				"`{path}`, `{line}` and `{column}`.",
		),
	parser: z
		.enum(["native", "remark"])
		.default("native")
		.describe(
			"Markdown parser: `native` (fast; where its binary cannot be loaded, `remark` takes its place) or `remark` (slower). Both " +
				"give the same tree.",
		),
});

/** The JSON Schema (2020-12) of the settings file, for editors. */
export function settingsJsonSchema(): object {
	return z.toJSONSchema(settingsSchema, { io: "input" });
}

/** The settings as their file spells them, defaults filled in. */
export type SettingsValues = z.output<typeof settingsSchema>;
