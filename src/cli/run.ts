import { parseCommandLine } from "./arguments.ts";
import { type Effects, type ExitCode, exitCodes, Unusable } from "./command.ts";
import { commands, isCommand } from "./commands/index.ts";
import { suggestion } from "./suggest.ts";

/**
 * Runs the command line `handoffs <words>` and returns the exit code. Messages for the user go to stderr; nothing is thrown
 * for what a user or a document does.
 */
export async function run(words: readonly string[], effects: Effects): Promise<ExitCode> {
	const [name, ...rest] = words;
	try {
		if (name === "--version" || name === "-v")
			return await print(effects, `${(await import("./version.ts")).version()}\n`);
		if (name === undefined) {
			await effects.stderr.write(await (await import("./help.ts")).overview(effects.stderr.columns));
			return exitCodes.unusable;
		}
		if (name === "help" || name === "--help" || name === "-h") return await help(rest[0], effects);
		if (!isCommand(name)) throw new Unusable(unknownCommand(name));
		if (rest.some((word) => word === "--help" || word === "-h")) return await help(name, effects);
		const command = await commands[name]();
		return await command.run(parseCommandLine(rest, command.help, name), effects);
	} catch (error) {
		const message = error instanceof Unusable || isOfSystem(error) ? error.message : unexpected(error);
		await effects.stderr.write(`handoffs: ${message}\n`);
		return exitCodes.unusable;
	}
}

async function help(name: string | undefined, effects: Effects): Promise<ExitCode> {
	const texts = await import("./help.ts");
	if (name === undefined) return print(effects, await texts.overview(effects.stdout.columns));
	if (!isCommand(name)) throw new Unusable(unknownCommand(name));
	return print(effects, texts.commandHelp(name, await commands[name](), effects.stdout.columns));
}

function unknownCommand(name: string): string {
	if (name === "-V" || name === "version") return `unknown command "${name}"; did you mean "--version"?`;
	const known = [...Object.keys(commands), "help"];
	return `unknown ${name.startsWith("-") ? "option" : "command"} "${name}"${suggestion(name, known) || `; commands: ${known.join(", ")}`}`;
}

async function print({ stdout }: Effects, text: string): Promise<ExitCode> {
	await stdout.write(text);
	return exitCodes.ok;
}

/** What the system refuses, such as a full disk or a folder without the right to write, is for the user to mend. */
function isOfSystem(error: unknown): error is Error {
	return error instanceof Error && "syscall" in error && "code" in error;
}

function unexpected(error: unknown): string {
	return `this should not have happened, please report it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
