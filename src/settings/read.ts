import type { SettingsNames } from "#model/settings-names.ts";
import type { TextFile, TextProblem } from "#model/source.ts";
import { didYouMean } from "#parse/nearest.ts";
import { parseYaml, type YamlDocument } from "#parse/yaml.ts";
import { namedHandoffs } from "./named-handoffs.ts";
import { type SettingsValues, settingsSchema } from "./schema.ts";
import type { Settings, SettingsContext } from "./settings.ts";

/** The settings, or what is wrong with their file. */
type SettingsResult = { readonly settings: Settings } | { readonly problems: readonly TextProblem[] };

/**
 * Validates a settings file, or the defaults where there is none, and makes its paths absolute. Never throws: an unknown
 * key, a bad value, a rule that does not exist come back as problems with line and column.
 */
export function readSettings(file: TextFile | null, context: SettingsContext): SettingsResult {
	if (!file || isBlank(file.text))
		return { settings: resolveSettings(file?.path ?? null, null, settingsSchema.parse({}), context) };
	const read = parseYaml(file.path, file.text, settingsSchema);
	if ("problems" in read) return read;
	const problems = [
		...unknownRules(read.document, read.value, context.ruleIds),
		...ownPredecessors(read.document, read.value),
	];
	if (problems.length > 0) return { problems };
	const named = namedHandoffs(file, read.document, read.value);
	return { settings: resolveSettings(file.path, named, read.value, context) };
}

/** A file of comments and blank lines only sets nothing; YAML would call it null. */
function isBlank(text: string): boolean {
	return text.split(/\r\n?|\n/).every((line) => /^\uFEFF?\s*(#|$)/.test(line));
}

function unknownRules(
	document: YamlDocument,
	{ rules, rulesFor }: SettingsValues,
	ruleIds: readonly string[],
): TextProblem[] {
	const groups = [...new Set(ruleIds.map((id) => `${id.split("/")[0]}/*`))];
	const known = [...ruleIds, ...groups];
	const named = [
		...Object.keys(rules).map((name) => ({ name, key: ["rules", name] })),
		...rulesFor.flatMap((entry, index) =>
			Object.keys(entry.rules).map((name) => ({ name, key: ["rulesFor", index, "rules", name] })),
		),
	];
	return named
		.filter(({ name }) => !known.includes(name))
		.map(({ name, key }) => ({
			path: document.path,
			...document.pointOf(key, "key"),
			message: `there is no rule "${name}"; ${didYouMean(name, known)}`,
		}));
}

/** A handoff that is named as its own predecessor. */
function ownPredecessors({ path, pointOf }: YamlDocument, { predecessors }: SettingsValues): TextProblem[] {
	return Object.entries(predecessors).flatMap(([later, earlier]) =>
		later === earlier
			? {
					path,
					...pointOf(["predecessors", later]),
					message: `predecessors.${later} names itself; name the handoff it started from, or null where there is none`,
				}
			: [],
	);
}

function resolveSettings(
	file: string | null,
	named: SettingsNames | null,
	values: SettingsValues,
	context: SettingsContext,
): Settings {
	const { resolve } = context;
	const listed = (value: string | string[] | undefined) => (typeof value === "string" ? [value] : (value ?? null));
	// Transfers can be an archive of their own; the example's documents would not belong to them.
	const alone = values.transfers ? [] : undefined;
	const own = listed(values.archive)?.map(resolve);
	const archive = context.overrides.archive ?? own ?? alone;
	const isAnother = own !== undefined && archive !== undefined && own.join("\n") !== archive.join("\n");
	const transfers = listed(values.transfers)?.map(resolve) ?? (archive ? [] : (context.example.transfers ?? []));
	const ownSeals = { path: resolve(values.seals), name: values.seals };
	const exampleSeals = archive ? undefined : context.example.seals;
	const protocol = values.protocol ? resolve(values.protocol) : (context.example.protocol ?? null);
	return {
		file,
		title: values.title,
		archive: archive ?? [context.example.archive],
		history: values.history,
		revisions: archive || file !== null ? values.revisions : (context.example.revisions ?? values.revisions),
		workspace: values.workspace ? resolve(values.workspace) : archive ? null : context.example.workspace,
		transfers,
		protocol: transfers.length > 0 ? protocol : null,
		standards:
			listed(values.standards)?.map((entry) => (context.standardIds.includes(entry) ? entry : resolve(entry))) ?? null,
		inForce: values.inForce,
		waves: values.waves,
		predecessors: values.predecessors,
		named: isAnother ? null : named,
		site: values.site ?? null,
		base: withSlash(values.base),
		out: context.overrides.out ?? resolve(values.out),
		rules: values.rules,
		rulesFor: values.rulesFor,
		waivers: { path: resolve(values.waivers), name: values.waivers },
		debt: { path: resolve(values.debt), name: values.debt },
		seals: exampleSeals === undefined ? ownSeals : { ...ownSeals, path: exampleSeals },
		language: values.language,
		words: typeof values.words === "string" ? resolve(values.words) : (values.words ?? null),
		limits: values.limits,
		theme: { accentHue: values.theme.accentHue, logo: values.theme.logo ? resolve(values.theme.logo) : null },
		pages: values.pages ? resolve(values.pages) : archive ? null : (context.example.pages ?? null),
		editor: values.editor,
		parser: values.parser,
	};
}

function withSlash(base: string): string {
	return base.endsWith("/") ? base : `${base}/`;
}
