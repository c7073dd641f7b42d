import { readTransferText } from "#check/transfer-text.ts";
import { transferJsonSchema } from "#model/transfer-schemas.ts";
import { type Effects, type ExitCode, exitCodes, type ParsedArguments, Unusable } from "../command.ts";
import type { TransferHome } from "./home.ts";
import { type Draft, handoffText } from "./text.ts";

/**
 * Writes a handoff into a file of its own, and the schema that it names where there is none yet.
 * @throws Unusable for one that the protocol would reject, and for a file that is there already
 */
export async function writeHandoff(
	draft: Draft,
	folder: string,
	{ protocol, folder: root, workspace }: TransferHome,
	given: ParsedArguments,
	effects: Effects,
): Promise<ExitCode> {
	const { files, cwd, stdout } = effects;
	const named = given.value("out");
	const path = named === undefined ? freeName(draft, folder, files) : files.resolve(cwd, named);
	const schema = files
		.relative(files.resolve(path, ".."), files.resolve(root, "transfer.schema.json"))
		.replaceAll("\\", "/");
	const text = handoffText(draft, schema.startsWith(".") ? schema : `./${schema}`);
	const opened = workspace !== null && files.openFolder ? files.openFolder(workspace) : undefined;
	const faults = readTransferText({ path, text }, protocol, opened).findings.filter(
		({ severity }) => severity === "error",
	);
	if (faults.length > 0)
		throw new Unusable(`this would be no valid handoff:${faults.map(({ message }) => `\n  ${message}`).join("")}`);
	const schemaFile = files.resolve(root, "transfer.schema.json");
	// Before the handoff: a schema that nobody names yet does no harm.
	if (!files.isFile(schemaFile))
		files.create?.(schemaFile, `${JSON.stringify(transferJsonSchema(protocol), null, "\t")}\n`);
	if (!files.create?.(path, text))
		throw new Unusable(`there is a ${files.relative(cwd, path)} already; name another file with --out`);
	await stdout.write(`${files.relative(cwd, path)}\n`);
	return exitCodes.ok;
}

/** The next number of the folder, with both modes. */
function freeName({ from, to }: Draft, folder: string, files: Effects["files"]): string {
	const taken = new Set((files.names?.(folder) ?? []).flatMap((name) => /^(\d+)-/.exec(name)?.[1] ?? []).map(Number));
	const number = Math.max(0, ...taken) + 1;
	return files.resolve(folder, `${String(number).padStart(2, "0")}-${from}-${to}.yaml`);
}
