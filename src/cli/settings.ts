import { type CheckOptions, ruleMetadata } from "#check.ts";
import { dayOf, isDay } from "#files/today.ts";
import type { TextProblem } from "#model/source.ts";
import { compareText } from "#model/text-order.ts";
import { rules } from "#rules/index.ts";
import { problemsOfOwnPages } from "#settings/own-pages.ts";
import { missingPlaces, placesOfSite } from "#settings/places.ts";
import { readWords } from "#settings/words.ts";
import { prepare, type Settings, settingsFileName } from "#settings.ts";
import { ruleTextsOf } from "#words/rule-texts.ts";
import { type Effects, type OptionSpec, type ParsedArguments, Unusable } from "./command.ts";

/** Options of every command that reads an archive. */
export const archiveOptions = {
	archive: {
		type: "string",
		short: "a",
		value: "FOLDER",
		multiple: true,
		help: "Folder of the documents; may be given several times. Default: `archive` of the settings, else the example archive.",
	},
	today: {
		type: "string",
		value: "DATE",
		help: "Take this day for today, as for the expiry of waivers. Default: HANDOFFS_TODAY, else SOURCE_DATE_EPOCH, else today (UTC).",
	},
	config: {
		type: "string",
		short: "c",
		value: "FILE",
		help: "Settings file, instead of the nearest handoffs.config.yaml.",
	},
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** A command's archive, before the first document is read. */
export interface Ready {
	readonly settings: Settings;
	readonly options: CheckOptions;
}

/** What a command does with its archive. */
interface ArchiveUse {
	/** The debt file is to be written anew, whatever it holds. */
	readonly withoutDebt?: boolean;
	/** It changes files of the archive, or records something about it: then it must be told which one. */
	readonly writes?: boolean;
	/** It rests on the settings alone. */
	readonly withoutArchive?: boolean;
}

/**
 * Settings, standards and the folders named on the command line. Who names none, far from the product, is told that this is the
 * example archive.
 * @throws Unusable with every problem of the settings and standards, or for a folder that does not exist.
 */
export function prepareArchive(
	given: ParsedArguments,
	effects: Effects,
	{ withoutDebt = false, writes = false, withoutArchive = false }: ArchiveUse = {},
): Ready {
	const { files, cwd } = effects;
	const config = given.value("config");
	const out = given.value("out");
	const folders = [...given.positionals, ...given.values("archive")];
	// An empty name would stand for the working directory: most often a variable of a script that was never set.
	if (folders.includes("")) throw new Unusable('the name of a folder is empty (""); name a folder, "." for this one');
	if (config === undefined) refuseOtherNames(effects);
	const prepared = prepare(files, {
		cwd,
		...(config === undefined ? {} : { config: files.resolve(cwd, config) }),
		overrides: {
			...(folders.length === 0 ? {} : { archive: [...new Set(folders.map((folder) => files.resolve(cwd, folder)))] }),
			...(out === undefined ? {} : { out: files.resolve(cwd, out) }),
		},
		ruleIds: ruleMetadata.map(({ id }) => id),
		today: todayOf(given, effects),
		withoutDebt,
	});
	if ("problems" in prepared) throw unusable(prepared.problems, effects);
	const { settings, check } = prepared;
	for (const folder of settings.archive)
		if (!files.isFolder(folder)) throw new Unusable(noFolder(files.relative(cwd, folder), files.isFile(folder)));
	if (!withoutArchive && isStrangersExample(settings, effects)) {
		const named = "name a folder, or set `archive` in handoffs.config.yaml";
		if (writes) throw new Unusable(`which archive? ${capital(named)}`);
		void effects.stderr.write(`No archive is named, so this is the example archive of the product; ${named}.\n`);
	}
	return { settings, options: check };
}

/** Whether the example archive is in use where nobody works on the product itself. */
function isStrangersExample({ archive: [only, ...others] }: Settings, { files, cwd }: Effects): boolean {
	const product = files.resolve(files.example.archive, "../..");
	return only === files.example.archive && others.length === 0 && files.relative(product, cwd).startsWith("..");
}

const otherNames = ["handoffs.config.yml", "handoffs.config.json", "handoff.config.yaml"] as const;

/** @throws Unusable for a settings file of another name, nearer than one of the right name: it would be passed over in silence. */
function refuseOtherNames({ files, cwd }: Effects): void {
	const found = files.findUpwards(settingsFileName, cwd);
	for (const name of otherNames) {
		const other = files.findUpwards(name, cwd);
		if (other === null || (found !== null && files.resolve(found, "..").length > files.resolve(other, "..").length))
			continue;
		const shown = files.relative(cwd, other);
		throw new Unusable(
			found === null
				? `${shown} is not read: rename it to ${settingsFileName}, or name it with --config`
				: `${shown} is not read, because settings stand in ${files.relative(cwd, found)}: remove one of the two, or name one with --config`,
		);
	}
}

function capital(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function noFolder(folder: string, isFile: boolean): string {
	return isFile ? `${folder} is a file; name the folder that holds it` : `there is no folder ${folder}`;
}

function unusable(
	problems: readonly TextProblem[],
	{ files, cwd }: Effects,
	summary = "the settings cannot be used",
): Unusable {
	const lines = problems
		.toSorted((a, b) => compareText(a.path, b.path) || a.line - b.line || a.column - b.column)
		.map(({ path, line, column, message }) => `\n${files.relative(cwd, path)}:${line}:${column}: error: ${message}`);
	return new Unusable(`${summary}.${lines.join("")}`);
}

/**
 * What a site needs besides: its logo, its words and the folder of further pages.
 * @throws Unusable as `prepareArchive` does, and where one of these is not there.
 */
export function prepareSite(given: ParsedArguments, effects: Effects): Ready {
	const ready = prepareArchive(given, effects);
	const { files } = effects;
	const missing = missingPlaces(ready.settings.file, placesOfSite(ready.settings), files);
	if (missing.length > 0) throw unusable(missing, effects);
	const words = readWords(ready.settings, files.readText, ruleTextsOf(rules));
	if ("problems" in words) throw unusable(words.problems, effects);
	const { pages } = ready.settings;
	const wrong = pages === null ? [] : problemsOfOwnPages(files.ownPages?.(pages) ?? []);
	if (wrong.length > 0) throw unusable(wrong, effects, "the pages of your own cannot be published");
	return ready;
}

/** The day on which the command runs, as told. @throws Unusable for what is no day. */
export function todayOf(given: ParsedArguments, { env, now }: Effects): string {
	const named = given.value("today");
	if (named !== undefined) {
		if (!isDay(named)) throw new Unusable(`--today ${named} is no day; write it as in 2026-12-31`);
		return named;
	}
	const day = dayOf(env, now());
	if ("message" in day) throw new Unusable(day.message);
	return day.today;
}
