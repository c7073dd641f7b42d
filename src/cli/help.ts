import { commonOptions } from "./arguments.ts";
import type { Command, OptionSpec } from "./command.ts";
import { commands } from "./commands/index.ts";

/** What `handoffs help` prints: the commands, a line each where the terminal is wide enough. */
export async function overview(columns: number): Promise<string> {
	const rows: [string, string][] = [];
	for (const [name, load] of Object.entries(commands)) rows.push([name, (await load()).help.summary]);
	rows.push(["help [COMMAND]", "Explain a command."]);
	return [
		"handoffs: a site and a gate for an archive of engineering handoff documents",
		"",
		"Usage: handoffs COMMAND [OPTIONS]",
		"",
		...table(rows, widthOf(columns)),
		"",
		"Exit codes: 0 done, 1 errors were found or there are no documents, 2 wrong usage or settings.",
		"",
	].join("\n");
}

/** What `handoffs help COMMAND` prints. */
export function commandHelp(name: string, { help }: Command, columns: number): string {
	const width = widthOf(columns);
	const options = Object.entries<OptionSpec>({ ...help.options, ...commonOptions });
	const left = Math.max(...options.map(([option, spec]) => flag(option, spec).length));
	return [
		`Usage: handoffs ${name} [OPTIONS]${help.positionals ? ` ${help.positionals}` : ""}`,
		"",
		...wrapped(help.summary, width),
		...(help.details ?? "").split("\n").flatMap((line) => (line === "" ? [] : wrapped(line, width))),
		"",
		...options.flatMap(([option, spec]) => [
			...row(flag(option, spec), spec.help, left, width),
			...table(Object.entries(spec.values ?? {}), width - left - 4).map((line) => " ".repeat(left + 4) + line),
		]),
		...(help.examples ? ["", "Examples:", ...help.examples.map((example) => `  handoffs ${example}`)] : []),
		"",
	].join("\n");
}

function flag(name: string, { short, value }: OptionSpec): string {
	return `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`;
}

/** As wide as the terminal, but no wider than lines are read with ease. */
function widthOf(columns: number): number {
	return Math.min(Math.max(columns, 60), 110);
}

function table(rows: readonly (readonly [string, string])[], width: number): string[] {
	const left = Math.max(...rows.map(([name]) => name.length));
	return rows.flatMap(([name, text]) => row(name, text, left, width));
}

function row(name: string, text: string, left: number, width: number): string[] {
	const [first = "", ...rest] = wrapped(text, Math.max(width - left - 4, 30));
	return [`  ${name.padEnd(left)}  ${first}`, ...rest.map((line) => " ".repeat(left + 4) + line)];
}

/** Lines of at most that many characters; a longer word has a line of its own. */
function wrapped(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const line = lines.at(-1);
		if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = `${line} ${word}`;
	}
	return lines;
}
