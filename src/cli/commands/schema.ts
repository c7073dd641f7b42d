import type { Protocol } from "#model/protocol.ts";
import { type Command, type Effects, exitCodes, type ParsedArguments, Unusable } from "../command.ts";
import { suggestion } from "../suggest.ts";

const jsonSchemas: Readonly<Record<string, (given: ParsedArguments, effects: Effects) => Promise<object>>> = {
	settings: async () => (await import("#settings.ts")).settingsJsonSchema(),
	standard: async () => (await import("#model/json-schema.ts")).standardJsonSchema(),
	words: async () => (await import("#words/schema.ts")).wordsJsonSchema(await import("#words/en/index.ts")),
	waivers: async () => (await import("#model/json-schema.ts")).waiversJsonSchema(),
	export: async () => (await import("#model/json-schema.ts")).exportJsonSchema(),
	transfer: async (given, effects) =>
		(await import("#model/transfer-schemas.ts")).transferJsonSchema(await protocolOf(given, effects)),
	history: async (given, effects) =>
		(await import("#model/transfer-schemas.ts")).historyJsonSchema(await protocolOf(given, effects)),
};

async function protocolOf(given: ParsedArguments, effects: Effects): Promise<Protocol> {
	return (await import("../transfers/home.ts")).transferHome(given, effects).protocol;
}

/** `handoffs schema`: the JSON Schema of a file that people write or programs read. */
export const schema: Command = {
	help: {
		summary:
			"Print a JSON Schema: of the settings, a standard, the waivers, the words of the site, the export, transfers or their log.",
		positionals: "settings|standard|waivers|words|export|transfer|history",
		most: 1,
		examples: ["schema settings"],
		options: {},
	},
	run: async (given, effects) => {
		const [name] = given.positionals;
		const names = Object.keys(jsonSchemas);
		if (name === undefined) throw new Unusable(`which schema? One of ${names.join(", ")}`);
		const load = Object.hasOwn(jsonSchemas, name) ? jsonSchemas[name] : undefined;
		if (!load)
			throw new Unusable(`there is no schema "${name}"${suggestion(name, names) || `; schemas: ${names.join(", ")}`}`);
		await effects.stdout.write(`${JSON.stringify(await load(given, effects), null, "\t")}\n`);
		return exitCodes.ok;
	},
};
