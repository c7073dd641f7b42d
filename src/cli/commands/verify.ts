import { checkFiles, checkManifests } from "#check.ts";
import type { Archive } from "#model/archive.ts";
import type { WorkspaceSource } from "#model/provenance.ts";
import { jsonText } from "#report/text.ts";
import {
	addFile,
	addManifest,
	claimJson,
	fileText,
	isOff,
	manifestText,
	nothingVerified,
	summaryText,
	type Verified,
} from "#report/verify.ts";
import { type Command, type Effects, exitCodes, type OptionSpec, type ParsedArguments, Unusable } from "../command.ts";
import { progress } from "../progress.ts";
import { readArchive } from "../read-archive.ts";
import { styleOf } from "../reports.ts";
import { archiveOptions, prepareArchive } from "../settings.ts";
import { suggestion } from "../suggest.ts";

const formats = ["pretty", "json"] as const;
type Format = (typeof formats)[number];

const verifyOptions = {
	workspace: {
		type: "string",
		short: "w",
		value: "DIR",
		help: "Folder of the files that the documents speak of, or a git repository. Default: the workspace of the settings.",
	},
	format: {
		type: "string",
		short: "f",
		value: "NAME",
		help: "How to report.",
		values: { pretty: "for people at a terminal: by file", json: "for programs" },
	},
	json: { type: "boolean", help: "The same as --format json." },
	...archiveOptions,
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** `handoffs verify`: every hash that a handoff records against the bytes. */
export const verify: Command = {
	help: {
		summary:
			"Compare every recorded hash with the files: in the work tree, at HEAD, and at the commit that added the claim.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details: [
			"match: the bytes have the hash. superseded: a later handoff claims the newer state. drifted: the bytes changed, and nobody claims it.",
			"missing: there is no such file. unresolvable: it cannot be told which bytes are meant, or git does not have them.",
			"The exit code is 1 where a claim drifted or its file is missing in the work tree, or a package manifest is wrong.",
		].join("\n"),
		examples: ["verify docs/handoffs --workspace ."],
		options: verifyOptions,
	},
	run: async (given, effects) => {
		const format = formatOf(given);
		const { files, cwd } = effects;
		const ready = prepareArchive(given, effects);
		const named = given.value("workspace");
		const folder = named === undefined ? ready.settings.workspace : files.resolve(cwd, named);
		if (folder === null) throw new Unusable("which workspace? --workspace DIR, or `workspace` in handoffs.config.yaml");
		if (!files.openWorkspace || !files.isFolder(folder))
			throw new Unusable(`there is no folder ${files.relative(cwd, folder)} to be the workspace`);
		const unchecked = { ...ready, settings: { ...ready.settings, workspace: null } };
		const { archive, source } = await readArchive(unchecked, effects);
		const workspace = files.openWorkspace(folder, ready.settings, source);
		const sum = nothingVerified();
		await (format === "json" ? writeJson : writePretty)(archive, ready.options.standards, workspace, sum, effects);
		return isOff(sum) ? exitCodes.findings : exitCodes.ok;
	},
};

function formatOf(given: ParsedArguments): Format {
	const named = given.flag("json") ? "json" : (given.value("format") ?? "pretty");
	const format = formats.find((one) => one === named);
	if (!format)
		throw new Unusable(`unknown format "${named}"${suggestion(named, formats) || `; formats: ${formats.join(", ")}`}`);
	return format;
}

type Write = (
	archive: Archive,
	standards: Parameters<typeof checkFiles>[1],
	workspace: WorkspaceSource,
	sum: Verified,
	effects: Effects,
) => Promise<void>;

/** Each file as soon as its bytes are read. */
const writePretty: Write = async (archive, standards, workspace, sum, { stdout, stderr, env }) => {
	const files = archive.provenance?.files ?? [];
	const { colour } = styleOf(stdout, env);
	// Where both go to the terminal, the claims themselves show how far it is.
	const shown = progress(files.length, { ...stderr, isTTY: stderr.isTTY && !stdout.isTTY }, undefined, "Verifying");
	for (const file of checkFiles(files, standards, workspace)) {
		addFile(sum, file);
		shown.step();
		await stdout.write(fileText(file, colour));
	}
	shown.done();
	for (const manifest of checkManifests(files, archive.handoffs, standards, workspace)) {
		addManifest(sum, manifest);
		await stdout.write(manifestText(manifest, colour));
	}
	await stdout.write(summaryText(sum));
};

/** One JSON document, a claim in each line. */
const writeJson: Write = async (archive, standards, workspace, sum, { stdout, stderr }) => {
	const files = archive.provenance?.files ?? [];
	const shown = progress(files.length, { ...stderr, isTTY: stderr.isTTY && !stdout.isTTY }, undefined, "Verifying");
	let separator = '{"formatVersion":1,"claims":[\n';
	for (const file of checkFiles(files, standards, workspace)) {
		addFile(sum, file);
		shown.step();
		for (const event of file.events) {
			await stdout.write(separator + claimJson(file, event));
			separator = ",\n";
		}
	}
	shown.done();
	await stdout.write(`${separator.startsWith("{") ? separator : "\n"}],"manifests":[`);
	separator = "\n";
	for (const manifest of checkManifests(files, archive.handoffs, standards, workspace)) {
		addManifest(sum, manifest);
		await stdout.write(separator + jsonText(manifest));
		separator = ",\n";
	}
	await stdout.write(`\n],"summary":${jsonText(sum)}}\n`);
};
