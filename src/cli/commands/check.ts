import { readDebt } from "#parse/debt.ts";
import { failed } from "#report/index.ts";
import { fixArchive, fixOptions } from "../checking/fix.ts";
import { archiveAround, namedDocuments, restrictedTo } from "../checking/named-documents.ts";
import { watchArchive, watchOptions } from "../checking/watch.ts";
import { type Command, type Effects, exitCodes, type OptionSpec, type ParsedArguments, Unusable } from "../command.ts";
import { readArchive } from "../read-archive.ts";
import { reportOptions, reportTargets, writeReports } from "../reports.ts";
import { archiveOptions, type Ready } from "../settings.ts";

const comparisons = {
	"todays-standard": {
		type: "boolean",
		help:
			"Also tell which rules handoffs would fail that another standard than today's judges (pretty, markdown, json). The exit " +
			"code rests on the standard in force.",
	},
	"debt-base": {
		type: "string",
		value: "FILE",
		help: "A former debt file, such as that of the main branch; the debt must not have grown over it.",
	},
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** `handoffs check`: every finding, and an exit code that says whether there are errors among them. */
export const check: Command = {
	help: {
		summary: "Check an archive and report every finding.",
		positionals: "[FOLDER|DOCUMENT…]",
		most: Number.POSITIVE_INFINITY,
		details:
			"The exit code is 1 where there are errors, 0 where there are none. Of documents named by their path, only what is found in " +
			"them is reported; their archive is read with them.",
		examples: [
			"check docs/handoffs",
			"check docs/handoffs/H-32/H-32_RESULTS.md",
			"check docs/handoffs --fix --dry-run",
			"check docs/handoffs --format github --format sarif:handoffs.sarif",
		],
		options: { ...reportOptions, ...fixOptions, ...watchOptions, ...comparisons, ...archiveOptions },
	},
	run: async (given, effects) => {
		const targets = reportTargets(given, effects);
		const dryRun = given.flag("dry-run");
		const writes = given.flag("fix") && !dryRun;
		const named = namedDocuments(given, effects);
		const whole = given.flag("fix") || given.flag("watch");
		const prepare = () => {
			const ready = withFormerDebt(archiveAround(named, effects, { writes }), given, effects);
			return given.flag("todays-standard") ? { ...ready, options: { ...ready.options, today: true } } : ready;
		};
		if (dryRun && !given.flag("fix")) throw new Unusable("--dry-run shows what --fix would change; give both");
		if (given.flag("watch") && given.flag("fix")) throw new Unusable("--watch reports only; give --fix by itself");
		if (whole && named.documents.length > 0)
			throw new Unusable("--fix and --watch work on whole archives; name a folder");
		if (given.flag("watch")) return watchArchive(prepare, targets, effects);
		const ready = prepare();
		if (given.flag("fix")) return fixArchive(ready, dryRun, targets, effects);
		// Only what today's standard would say is reported with the lines that prove it.
		const options = { ...ready.options, brief: !ready.options.today };
		const { archive: read, source } = await readArchive({ ...ready, options }, effects);
		const { documents } = named;
		const archive = documents.length === 0 ? read : restrictedTo(documents, read, source, effects);
		await writeReports(archive, source, targets, effects);
		return failed(archive) ? exitCodes.findings : exitCodes.ok;
	},
};

/** Puts the file of --debt-base beside the debt in force. @throws Unusable where it cannot be read. */
function withFormerDebt(ready: Ready, given: ParsedArguments, { files, cwd }: Effects): Ready {
	const named = given.value("debt-base");
	const { debt } = ready.options;
	if (named === undefined) return ready;
	const text = files.readText(files.resolve(cwd, named));
	const read = "message" in text ? { problems: [text] } : readDebt(text);
	if ("problems" in read)
		throw new Unusable(`--debt-base ${named}: ${read.problems.map(({ message }) => message).join("; ")}`);
	return debt ? { ...ready, options: { ...ready.options, debt: { ...debt, former: read.debt } } } : ready;
}
