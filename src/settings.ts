import type { Protocol } from "#model/protocol.ts";
import type { SealsFile } from "#model/seals.ts";
import type { SeveritiesFor, SeveritySettings } from "#model/severities.ts";
import type { TextFile, TextProblem } from "#model/source.ts";
import type { Standard, StandardInForce } from "#model/standard.ts";
import type { WaveSetting } from "#model/waves.ts";
import { chooseStandards, idByName, unknownInForce } from "#parse/chosen-standards.ts";
import { type ExceptionsRead, type NamedFile, readExceptions } from "#parse/exceptions.ts";
import { didYouMean } from "#parse/nearest.ts";
import { parseProtocol } from "#parse/protocol.ts";
import { readSeals } from "#parse/seals.ts";
import { parseYaml, type YamlDocument } from "#parse/yaml.ts";
import { missingPlaces, placesToRead } from "./settings/places.ts";
import { type SettingsValues, settingsSchema } from "./settings/schema.ts";

export { settingsJsonSchema, settingsSchema } from "./settings/schema.ts";

/** The name of the settings file that is looked for from the working directory upwards. */
export const settingsFileName = "handoffs.config.yaml";

/** Settings ready for use: every path absolute, every default known. */
export interface Settings {
	/** The settings file; null where none was found and the defaults hold. */
	readonly file: string | null;
	readonly title: string;
	readonly archive: readonly string[];
	readonly workspace: string | null;
	readonly history: boolean;
	/** Folders and files of mode-to-mode handoffs; empty where there are none. */
	readonly transfers: readonly string[];
	/** File of the protocol they are judged by; null where there is nothing to judge. */
	readonly protocol: string | null;
	/** Folders and files are absolute; ids of the product's standards stay as they are. Null: all that come with the product. */
	readonly standards: readonly string[] | null;
	readonly inForce: readonly StandardInForce[];
	readonly waves: readonly WaveSetting[];
	readonly predecessors: SettingsValues["predecessors"];
	readonly site: string | null;
	readonly base: string;
	readonly out: string;
	readonly rules: SeveritySettings;
	readonly rulesFor: readonly SeveritiesFor[];
	/** Reports call them by the names that the settings give them. */
	readonly waivers: NamedFile;
	readonly debt: NamedFile;
	readonly seals: NamedFile;
	readonly language: string;
	/** Words in place of the English ones: a file, absolute, or what the settings file itself holds, unchecked. */
	readonly words: string | Readonly<Record<string, unknown>> | null;
	readonly limits: SettingsValues["limits"];
	readonly theme: {
		readonly accentHue: number;
		/** Absolute path of a picture. */
		readonly logo: string | null;
	};
	/** Folder of the team's own pages. */
	readonly pages: string | null;
	readonly editor: string;
	readonly parser: SettingsValues["parser"];
}

/** What the command line says in place of the settings file, absolute. */
export interface SettingsOverrides {
	readonly archive?: readonly string[];
	readonly out?: string;
}

/** What the settings of an archive rest on besides their file. */
export interface SettingsContext {
	/** Rule ids that `rules` may name. */
	readonly ruleIds: readonly string[];
	/** Ids of the standards that come with the product. */
	readonly standardIds: readonly string[];
	readonly overrides: SettingsOverrides;
	/** Used where neither names an archive. */
	readonly example: {
		readonly archive: string;
		readonly workspace: string;
		readonly transfers?: readonly string[];
		readonly pages?: string;
		/** Its validations: others would not speak of it. */
		readonly seals?: string;
		/** The protocol that comes with the product. */
		readonly protocol?: string;
	};
	/** The absolute path of a path that stands in the settings file, or of one relative to the working directory where there is no file. */
	resolve(path: string): string;
}

export type SettingsResult = { readonly settings: Settings } | { readonly problems: readonly TextProblem[] };

/**
 * Validates a settings file, or the defaults where there is none, and makes its paths absolute. Never throws: an unknown
 * key, a bad value, a rule that does not exist come back as problems with line and column.
 */
export function readSettings(file: TextFile | null, context: SettingsContext): SettingsResult {
	if (!file || isBlank(file.text))
		return { settings: resolveSettings(file?.path ?? null, settingsSchema.parse({}), context) };
	const read = parseYaml(file.path, file.text, settingsSchema);
	if ("problems" in read) return read;
	const problems = unknownRules(read.document, read.value, context.ruleIds);
	if (problems.length > 0) return { problems };
	return { settings: resolveSettings(file.path, read.value, context) };
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

function resolveSettings(file: string | null, values: SettingsValues, context: SettingsContext): Settings {
	const { resolve } = context;
	const listed = (value: string | string[] | undefined) => (typeof value === "string" ? [value] : (value ?? null));
	// Transfers can be an archive of their own; the example's documents would not belong to them.
	const alone = values.transfers ? [] : undefined;
	const archive = context.overrides.archive ?? listed(values.archive)?.map(resolve) ?? alone;
	const transfers = listed(values.transfers)?.map(resolve) ?? (archive ? [] : (context.example.transfers ?? []));
	const ownSeals = { path: resolve(values.seals), name: values.seals };
	const exampleSeals = archive ? undefined : context.example.seals;
	const protocol = values.protocol ? resolve(values.protocol) : (context.example.protocol ?? null);
	return {
		file,
		title: values.title,
		archive: archive ?? [context.example.archive],
		history: values.history,
		workspace: values.workspace ? resolve(values.workspace) : archive ? null : context.example.workspace,
		transfers,
		protocol: transfers.length > 0 ? protocol : null,
		standards:
			listed(values.standards)?.map((entry) => (context.standardIds.includes(entry) ? entry : resolve(entry))) ?? null,
		inForce: values.inForce,
		waves: values.waves,
		predecessors: values.predecessors,
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

/** The disk, as far as settings and standards are read from it. */
export interface SettingsFiles {
	readonly example: SettingsContext["example"];
	resolve(...paths: string[]): string;
	findUpwards(name: string, from: string): string | null;
	isFile(path: string): boolean;
	/** Absent where the places that settings name are not looked for. */
	isFolder?(path: string): boolean;
	/** The names in a folder; none where there is no folder. */
	names?(folder: string): readonly string[];
	readText(path: string): TextFile | TextProblem;
	/** The texts of the standards at a path, or without one of those that come with the product. */
	standardTexts(path?: string): { readonly texts: readonly TextFile[]; readonly problems: readonly TextProblem[] };
	/** Gives what was made of the same texts at an earlier run, or makes it; absent where nothing is kept between runs. */
	remember?<Made>(texts: readonly TextFile[], make: () => Made): Made;
}

export interface SettingsRequest {
	/** Where the search for the settings file starts. */
	readonly cwd: string;
	/** The settings file, where it is named rather than searched for. */
	readonly config?: string;
	readonly overrides: SettingsOverrides;
	/** Rule ids that the settings may name. */
	readonly ruleIds: readonly string[];
	/** The day (ISO date) on which waivers are held against their expiry. */
	readonly today: string;
	/** Leaves the debt file unread: it is about to be written anew. */
	readonly withoutDebt?: boolean;
}

/** Everything that stands before the first document: settings, and the standards they put in force. */
export type Preparation =
	| {
			readonly settings: Settings;
			readonly standards: readonly Standard[];
			/** What `checkArchive` takes from the settings. */
			readonly check: {
				readonly title: string;
				readonly standards: readonly Standard[];
				readonly inForce: readonly StandardInForce[];
				readonly waves: readonly WaveSetting[];
				readonly predecessors: SettingsValues["predecessors"];
				/** What the transfers are judged by; absent where there are none. */
				readonly protocol?: Protocol;
				readonly transfersOnly?: boolean;
				readonly severities: Settings["rules"];
				readonly severitiesFor: Settings["rulesFor"];
				readonly parsing: { readonly parser: Settings["parser"]; readonly nesting: number };
				readonly waivers?: NonNullable<ExceptionsRead["waivers"]> & { readonly today: string };
				readonly debt?: NonNullable<ExceptionsRead["debt"]>;
				readonly seals?: { readonly path: string; readonly recorded: SealsFile };
			};
	  }
	| { readonly problems: readonly TextProblem[] };

/** Finds and reads the settings and the standards they put in force. Never throws; what is wrong comes back with its place. */
export function prepare(files: SettingsFiles, request: SettingsRequest): Preparation {
	const path = request.config ?? files.findUpwards(settingsFileName, request.cwd);
	const file = path === null ? null : files.readText(path);
	if (file && "message" in file) return { problems: [file] };
	const shipped = files.standardTexts();
	const read = readSettings(file, {
		ruleIds: request.ruleIds,
		standardIds: shipped.texts.map(idByName),
		overrides: request.overrides,
		example: files.example,
		resolve: (name) => (path === null ? files.resolve(request.cwd, name) : files.resolve(path, "..", name)),
	});
	if ("problems" in read) return read;
	const missing = missingPlaces(path, placesToRead(read.settings, shipped.texts.map(idByName)), files);
	if (missing.length > 0) return { problems: missing };
	const chosen = chooseStandards(files, shipped.texts, read.settings.standards);
	const { settings } = read;
	const { isFile, readText } = files;
	const debt = request.withoutDebt ? null : settings.debt;
	const { exceptions, problems: ofDebt } = readExceptions({
		waivers: settings.waivers,
		debt,
		ruleIds: request.ruleIds,
		isFile,
		readText,
	});
	const unknown = file ? unknownInForce(file, settings.inForce, chosen.standards) : [];
	const judge = settings.protocol === null ? null : protocolFrom(readText(settings.protocol));
	const ofProtocol = judge && "problems" in judge ? judge.problems : [];
	const { seals, problems: ofSeals } = recordedSeals(settings.seals, files);
	const problems = [...shipped.problems, ...chosen.problems, ...unknown, ...ofDebt, ...ofProtocol, ...ofSeals];
	if (problems.length > 0) return { problems };
	const { standards } = chosen;
	const parsing = { parser: settings.parser, nesting: settings.limits.nesting };
	const { title, inForce, waves, predecessors, rules: severities, rulesFor: severitiesFor } = settings;
	const judging = { title, standards, inForce, waves, predecessors, severities, severitiesFor };
	const { waivers, ...recorded } = exceptions;
	const transfersOnly = settings.archive.length === 0;
	const judged = judge && "protocol" in judge ? { protocol: judge.protocol, transfersOnly } : {};
	const excused = {
		...(waivers && { waivers: { ...waivers, today: request.today } }),
		...recorded,
		...(seals && { seals }),
	};
	return {
		settings,
		standards,
		check: { ...judging, ...judged, parsing, ...excused },
	};
}

function protocolFrom(file: TextFile | TextProblem): ReturnType<typeof parseProtocol> {
	return "message" in file ? { problems: [file] } : parseProtocol(file);
}

/** The validations recorded before, where there are any; the program writes their file, so that a bad one is a problem. */
function recordedSeals(
	{ path, name }: NamedFile,
	{ isFile, readText }: Pick<SettingsFiles, "isFile" | "readText">,
): { readonly seals?: { path: string; recorded: SealsFile }; readonly problems: readonly TextProblem[] } {
	if (!isFile(path)) return { problems: [] };
	const text = readText(path);
	const read = "message" in text ? { problems: [text] } : readSeals(text);
	return "problems" in read ? read : { seals: { path: name, recorded: read.seals }, problems: [] };
}
