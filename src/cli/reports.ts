import type { Archive } from "#model/archive.ts";
import {
	isFromRepository,
	isReportFormat,
	type ReportFormatName,
	type ReportStyle,
	reportFormats,
	reportOf,
} from "#report/index.ts";
import {
	type Effects,
	type OpenedArchive,
	type OptionSpec,
	type Output,
	type ParsedArguments,
	Unusable,
} from "./command.ts";
import { suggestion } from "./suggest.ts";

/** Options of every command that reports findings. */
export const reportOptions = {
	format: {
		type: "string",
		short: "f",
		multiple: true,
		value: "NAME[:FILE]",
		help: "How to report, and where to: to stdout, or to FILE. May be given several times.",
		values: Object.fromEntries(Object.entries(reportFormats).map(([name, { summary }]) => [name, summary])),
	},
	json: { type: "boolean", help: "The same as --format json." },
	"show-excused": { type: "boolean", help: "Also show what waivers and debt excuse (pretty)." },
} as const satisfies Readonly<Record<string, OptionSpec>>;

interface ReportTarget {
	readonly format: ReportFormatName;
	/** Absolute path; null for stdout. */
	readonly file: string | null;
}

/** What is to be reported, and where to. */
interface ReportRequest {
	readonly targets: readonly ReportTarget[];
	/** Whether reports for people show what is excused, too. */
	readonly excused: boolean;
}

/**
 * Where the reports go, from `--format`; a pretty one to stdout where none is asked for.
 * @throws Unusable for a format that does not exist and for two reports on stdout.
 */
export function reportTargets(given: ParsedArguments, { files, cwd }: Pick<Effects, "files" | "cwd">): ReportRequest {
	const asked = [...given.values("format"), ...(given.flag("json") ? ["json"] : [])];
	const targets = (asked.length === 0 ? ["pretty"] : asked).map((text): ReportTarget => {
		const colon = text.indexOf(":");
		const format = colon === -1 ? text : text.slice(0, colon);
		const file = colon === -1 ? "" : text.slice(colon + 1);
		const names = Object.keys(reportFormats);
		if (!isReportFormat(format))
			throw new Unusable(
				`unknown report format "${format}"${suggestion(format, names) || `; formats: ${names.join(", ")}`}`,
			);
		return { format, file: file === "" ? null : files.resolve(cwd, file) };
	});
	if (targets.filter(({ file }) => file === null).length > 1)
		throw new Unusable("only one report can go to stdout; give the others a file: --format json:findings.json");
	return { targets, excused: given.flag("show-excused") };
}

/** Writes every report that was asked for; where one is for GitHub, the job summary too. */
export async function writeReports(
	archive: Archive,
	source: Pick<OpenedArchive, "locate">,
	{ targets, excused }: Pick<ReportRequest, "targets" | "excused">,
	effects: Effects,
): Promise<void> {
	const { files, cwd, stdout, env } = effects;
	const reportFrom = (folder: string) =>
		reportOf(archive, { fileOf: (path) => safeStart(files.relative(folder, source.locate(path)) || ".") });
	const repository = env["GITHUB_WORKSPACE"] || cwd;
	for (const { format, file } of targets) {
		const reporter = await reportFormats[format].load();
		const report = reportFrom(isFromRepository(format) ? repository : cwd);
		if (file === null) await stdout.write(reporter(report, { ...styleOf(stdout, env), excused }));
		else files.writeText(file, reporter(report, { ...pageStyle, excused }));
	}
	const jobSummary = env["GITHUB_STEP_SUMMARY"];
	if (!jobSummary || !targets.some(({ format }) => format === "github")) return;
	const markdown = await reportFormats.markdown.load();
	files.appendText(jobSummary, markdown(reportFrom(repository), pageStyle));
}

/** A file name must not be taken for a command in the log of a CI service, nor for an option where a line is pasted. */
function safeStart(path: string): string {
	return /^[:#-]/.test(path) ? `./${path}` : path;
}

const pageStyle: ReportStyle = { colour: false, width: 100 };

/** Colour on a terminal only, unless NO_COLOR or FORCE_COLOR says otherwise; FORCE_COLOR wins, as in Node itself. */
export function styleOf({ isTTY, columns }: Output, env: Effects["env"]): ReportStyle {
	const forced = env["FORCE_COLOR"];
	const colour =
		forced !== undefined ? forced !== "0" && forced !== "false" : isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb";
	return { colour, width: isTTY ? columns : 100 };
}
