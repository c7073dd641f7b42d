import { type Effects, type ExitCode, exitCodes, type OptionSpec, type ParsedArguments, Unusable } from "../command.ts";
import { progress } from "../progress.ts";
import { countFiles } from "../read-archive.ts";
import { reportOptions, reportTargets, writeReports } from "../reports.ts";
import { archiveOptions, prepareSite, type Ready } from "../settings.ts";
import { isOwnPageFault } from "./site.ts";

/** Options of every command that builds a site. */
export const buildOptions = {
	out: { type: "string", short: "o", value: "FOLDER", help: "Folder the site is written to." },
	"report-only": { type: "boolean", help: "Publish an archive that has errors all the same." },
	...reportOptions,
	...archiveOptions,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Builds and reports; also says what the settings were, for who serves the result. */
export async function buildArchive(
	given: ParsedArguments,
	effects: Effects,
): Promise<{ readonly exitCode: ExitCode; readonly published: boolean; readonly settings: Ready["settings"] }> {
	const { files, cwd, stderr } = effects;
	const targets = reportTargets(given, effects);
	const { settings, options } = prepareSite(given, effects);
	const reportOnly = given.flag("report-only");
	const out = files.relative(cwd, settings.out) || ".";
	const refused = files.whyNotOutput?.(settings) ?? null;
	if (refused !== null)
		throw new Unusable(`the site cannot be written to ${out}: ${refused}. Name another folder with --out`);
	const { buildSite } = await effects.site();
	const source = files.openArchive(settings);
	const shown = progress(countFiles(source), stderr);
	const { archive, published } = await buildSite({
		settings,
		check: { ...options, onDocument: shown.step },
		open: () => source,
		reportOnly,
	}).catch((error: unknown) => {
		throw wrongPageOf(error, (path) => files.relative(cwd, path)) ?? error;
	});
	shown.done();
	// Pages show what today's standard would say; the report is about the gate, as check's is.
	const { today: _, ...judged } = archive;
	await writeReports(judged, source, targets, effects);
	await stderr.write(
		published
			? `The site is in ${out}.\n`
			: `Nothing was published; ${out} is as it was. To publish all the same: --report-only.\n`,
	);
	return { exitCode: published ? exitCodes.ok : exitCodes.findings, published, settings };
}

/** What is wrong with a page of the team's own, as building it showed; null for every other error. */
function wrongPageOf(error: unknown, called: (path: string) => string): Unusable | null {
	if (!isOwnPageFault(error)) return null;
	const { place, message } = error;
	return new Unusable(place ? `${called(place.path)}:${place.line}:${place.column}: ${message}` : message);
}
