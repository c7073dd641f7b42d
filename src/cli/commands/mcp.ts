import { type Command, exitCodes } from "../command.ts";
import { libraryOf } from "../lookup/library.ts";
import { archiveOptions, prepareArchive } from "../settings.ts";

/** `handoffs mcp`: the archive for programs that speak the Model Context Protocol. */
export const mcp: Command = {
	help: {
		summary: "Answer a builder agent's questions about an archive, over the Model Context Protocol.",
		positionals: "[FOLDER…]",
		most: Number.POSITIVE_INFINITY,
		details:
			"Speaks on standard input and output until its client leaves, and only reads. Tools: search, handoff, verdicts, baseline, " +
			"decisions, document.",
		examples: ["mcp docs/handoffs"],
		options: archiveOptions,
	},
	run: async (given, effects) => {
		const ready = prepareArchive(given, effects);
		const [{ serveArchive }, { version }] = await Promise.all([import("#mcp/server.ts"), import("../version.ts")]);
		const { inputEnded, watching } = effects;
		const ends = [...(inputEnded ? [inputEnded()] : []), ...(watching ? [watching.interrupted] : [])];
		const server = await serveArchive(libraryOf(ready, effects), version());
		await Promise.race(ends);
		await server.close();
		return exitCodes.ok;
	},
};
