import type { Protocol } from "#model/protocol.ts";
import type { SealsFile } from "#model/seals.ts";
import type { SettingsNames } from "#model/settings-names.ts";
import type { TextFile, TextProblem } from "#model/source.ts";
import type { Standard, StandardInForce } from "#model/standard.ts";
import type { WaveSetting } from "#model/waves.ts";
import { chooseStandards, idByName, unknownInForce } from "#parse/chosen-standards.ts";
import { type ExceptionsRead, type NamedFile, readExceptions } from "#parse/exceptions.ts";
import { parseProtocol } from "#parse/protocol.ts";
import { readSeals } from "#parse/seals.ts";
import { missingPlaces, placesToRead } from "./settings/places.ts";
import { readSettings } from "./settings/read.ts";
import type { SettingsValues } from "./settings/schema.ts";
import type { Settings, SettingsFiles, SettingsOverrides } from "./settings/settings.ts";

export { readSettings } from "./settings/read.ts";
export { settingsJsonSchema, settingsSchema } from "./settings/schema.ts";
export type { Settings, SettingsContext, SettingsFiles } from "./settings/settings.ts";

/** The name of the settings file that is looked for from the working directory upwards. */
export const settingsFileName = "handoffs.config.yaml";

/** What is asked for: where the settings are looked for, and what stands in their place. */
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
				readonly named?: SettingsNames;
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
	const { named } = settings;
	const judging = {
		title,
		standards,
		inForce,
		waves,
		predecessors,
		...(named && { named }),
		severities,
		severitiesFor,
	};
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
