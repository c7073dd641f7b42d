import { type Command, exitCodes, Unusable } from "./command.ts";
import { suggestion } from "./suggest.ts";

const jsonSchemas: Readonly<Record<string, () => Promise<object>>> = {
	settings: async () => (await import("#settings.ts")).settingsJsonSchema(),
	standard: async () => (await import("#model/json-schema.ts")).standardJsonSchema(),
	waivers: async () => (await import("#model/json-schema.ts")).waiversJsonSchema(),
	export: async () => (await import("#model/json-schema.ts")).exportJsonSchema(),
};

/** `handoffs schema`: the JSON Schema of a file that people write or programs read. */
export const schema: Command = {
	help: {
		summary: "Print a JSON Schema: of the settings, of a standard, of the waivers, or of the export.",
		positionals: "settings|standard|waivers|export",
		most: 1,
		options: {},
	},
	run: async ({ positionals: [name] }, { stdout }) => {
		const names = Object.keys(jsonSchemas);
		if (name === undefined) throw new Unusable(`which schema? One of ${names.join(", ")}`);
		const load = Object.hasOwn(jsonSchemas, name) ? jsonSchemas[name] : undefined;
		if (!load)
			throw new Unusable(`there is no schema "${name}"${suggestion(name, names) || `; schemas: ${names.join(", ")}`}`);
		await stdout.write(`${JSON.stringify(await load(), null, "\t")}\n`);
		return exitCodes.ok;
	},
};
