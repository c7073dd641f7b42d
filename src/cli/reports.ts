import type { Archive } from "#model/archive.ts";
import { isReportFormat, type ReportFormatName, type ReportStyle, reportFormats, reportOf } from "#report/index.ts";
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
		help: `How to report, and where to; may be given several times. ${Object.entries(reportFormats)
			.map(([name, { summary }]) => `${name}: ${summary}`)
			.join("; ")}.`,
	},
} as const satisfies Readonly<Record<string, OptionSpec>>;

interface ReportTarget {
	readonly format: ReportFormatName;
	/** Absolute path; null for stdout. */
	readonly file: string | null;
}

/**
 * Where the reports go, from `--format`; a pretty one to stdout where none is asked for.
 * @throws Unusable for a format that does not exist and for two reports on stdout.
 */
export function reportTargets(
	given: ParsedArguments,
	{ files, cwd }: Pick<Effects, "files" | "cwd">,
): readonly ReportTarget[] {
	const asked = given.values("format");
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
	return targets;
}

/** Writes every report that was asked for. */
export async function writeReports(
	archive: Archive,
	source: Pick<OpenedArchive, "locate">,
	targets: readonly ReportTarget[],
	effects: Effects,
): Promise<void> {
	const { files, cwd, stdout, env } = effects;
	const report = reportOf(archive, { fileOf: (path) => files.relative(cwd, source.locate(path)) || "." });
	for (const { format, file } of targets) {
		const reporter = await reportFormats[format].load();
		if (file === null) await stdout.write(reporter(report, styleOf(stdout, env)));
		else files.writeText(file, reporter(report, { colour: false, width: 100 }));
	}
}

/** Colour on a terminal only, unless NO_COLOR or FORCE_COLOR says otherwise; FORCE_COLOR wins, as in Node itself. */
function styleOf({ isTTY, columns }: Output, env: Effects["env"]): ReportStyle {
	const forced = env["FORCE_COLOR"];
	const colour =
		forced !== undefined ? forced !== "0" && forced !== "false" : isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb";
	return { colour, width: isTTY ? columns : 100 };
}
