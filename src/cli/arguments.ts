import { parseArgs } from "node:util";
import { type Command, type OptionSpec, type ParsedArguments, Unusable } from "./command.ts";
import { suggestion } from "./suggest.ts";

/** Options that every command has. */
export const commonOptions = {
	help: { type: "boolean", short: "h", help: "Explain the command." },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What other commands, and other programs, call what an option of ours does. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
	format: ["json"],
	folder: ["archive"],
	output: ["out"],
	date: ["today"],
};

/**
 * Takes a command line apart by what the command understands.
 * @throws Unusable for an unknown option (with the nearest known one), a missing value, and too many arguments.
 */
export function parseCommandLine(
	words: readonly string[],
	{ options: own, most }: Command["help"],
	command: string,
): ParsedArguments {
	const options: Readonly<Record<string, OptionSpec>> = { ...own, ...commonOptions };
	const { tokens } = parseArgs({
		args: [...words],
		options: Object.fromEntries(
			Object.entries(options).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
		),
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const given = new Map<string, string[]>();
	const positionals: string[] = [];
	for (const token of tokens) {
		if (token.kind === "positional") positionals.push(token.value);
		if (token.kind !== "option") continue;
		const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
		if (!spec) throw new Unusable(unknownOption(token, words[token.index] ?? "", Object.keys(options), command));
		if (spec.type === "boolean" && token.value !== undefined) throw new Unusable(`${token.rawName} takes no value`);
		if (spec.type === "string" && (!token.value || (!token.inlineValue && token.value.startsWith("-"))))
			throw new Unusable(`${token.rawName} needs a value: ${token.rawName} ${spec.value ?? "VALUE"}`);
		given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ""]);
	}
	const extra = positionals[most];
	if (extra !== undefined) {
		const folder = "archive" in options ? `; a folder is named with --archive ${extra}` : "";
		throw new Unusable(`unexpected argument "${extra}"${folder}`);
	}
	return {
		positionals,
		value: (name) => given.get(name)?.at(-1),
		values: (name) => given.get(name) ?? [],
		flag: (name) => given.has(name),
	};
}

function unknownOption(
	{ name, rawName }: { readonly name: string; readonly rawName: string },
	word: string,
	known: readonly string[],
	command: string,
): string {
	const same = otherNames[name]?.find((other) => known.includes(other));
	const near = same
		? `; did you mean "--${same}"?`
		: suggestion(
				rawName,
				known.map((one) => `--${one}`),
			);
	if (near !== "") return `unknown option ${rawName}${near}`;
	const dashed = /^-[^-]./.test(word) ? `; a name that starts with a dash is written ./${word}` : "";
	const colour = name.includes("color") ? "; colour is switched off by NO_COLOR=1" : "";
	return `unknown option ${rawName}${colour || dashed || `; handoffs help ${command} lists the options`}`;
}
