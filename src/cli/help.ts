import { commonOptions } from "./arguments.ts";
import type { Command, OptionSpec } from "./command.ts";
import { commands } from "./commands.ts";

/** What `handoffs help` prints: the commands, a line each. */
export async function overview(): Promise<string> {
	const rows: [string, string][] = [];
	for (const [name, load] of Object.entries(commands)) rows.push([name, (await load()).help.summary]);
	rows.push(["help [COMMAND]", "Explain a command."]);
	return [
		"handoffs: a site and a gate for an archive of engineering handoff documents",
		"",
		"Usage: handoffs COMMAND [OPTIONS]",
		"",
		...table(rows),
		"",
		"Exit codes: 0 done, 1 errors were found or there are no documents, 2 wrong usage or settings.",
		"",
	].join("\n");
}

/** What `handoffs help COMMAND` prints. */
export function commandHelp(name: string, { help }: Command): string {
	const options = Object.entries<OptionSpec>({ ...help.options, ...commonOptions });
	return [
		`Usage: handoffs ${name} [OPTIONS]${help.positionals ? ` ${help.positionals}` : ""}`,
		"",
		help.summary,
		...(help.details ? [help.details] : []),
		"",
		...table(options.map(([option, spec]) => [flag(option, spec), spec.help])),
		"",
	].join("\n");
}

function flag(name: string, { short, value }: OptionSpec): string {
	return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
