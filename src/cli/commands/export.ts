import { exportArchive, exportText } from "#report/export.ts";
import { type Command, exitCodes } from "../command.ts";
import { readArchive } from "../read-archive.ts";
import { archiveOptions, prepareArchive } from "../settings.ts";

/** `handoffs export`: the whole model of an archive as JSON, findings included. */
export const exportCommand: Command = {
	help: {
		summary: "Print everything that was read from an archive, as JSON.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details: "The JSON Schema of what it prints: handoffs schema export.",
		examples: ["export docs/handoffs"],
		options: archiveOptions,
	},
	run: async (given, effects) => {
		const { settings, options } = prepareArchive(given, effects);
		const { archive } = await readArchive({ settings, options: { ...options, today: true, packages: true } }, effects);
		for (const piece of exportText(exportArchive(archive))) await effects.stdout.write(piece);
		if (archive.summary.documents > 0) return exitCodes.ok;
		await effects.stderr.write("handoffs: there are no documents in the archive\n");
		return exitCodes.findings;
	},
};
