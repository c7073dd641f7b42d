import { failed } from "#report/index.ts";
import { type Command, exitCodes } from "./command.ts";
import { reportOptions, reportTargets, writeReports } from "./reports.ts";
import { archiveOptions, prepareArchive, readArchive } from "./settings.ts";

/** `handoffs check`: every finding, and an exit code that says whether there are errors among them. */
export const check: Command = {
	help: {
		summary: "Check an archive and report every finding.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details: "Without a folder: the archive of the settings file, or the example archive.",
		options: { ...reportOptions, ...archiveOptions },
	},
	run: async (given, effects) => {
		const targets = reportTargets(given, effects);
		const { archive, source } = await readArchive(prepareArchive(given, effects), effects);
		await writeReports(archive, source, targets, effects);
		return failed(archive) ? exitCodes.findings : exitCodes.ok;
	},
};
