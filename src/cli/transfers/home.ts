import type { Protocol } from "#model/protocol.ts";
import { parseProtocol } from "#parse/protocol.ts";
import { type Effects, type ParsedArguments, Unusable } from "../command.ts";
import { prepareArchive } from "../settings.ts";

/** Where transfers are kept, and what they are judged by. */
export interface TransferHome {
	readonly protocol: Protocol;
	/** The folder that new handoffs go to. */
	readonly folder: string;
	readonly workspace: string | null;
}

/**
 * The protocol and the folder of the settings; without settings the product's protocol, and `transfers` in the working folder.
 * @throws Unusable where the settings cannot be used.
 */
export function transferHome(given: ParsedArguments, effects: Effects): TransferHome {
	const { files, cwd } = effects;
	const { settings, options } = prepareArchive({ ...given, positionals: [] }, effects, {
		withoutDebt: true,
		withoutArchive: true,
	});
	// The example archive of the product is no place for anybody's handoffs.
	const [first] = settings.file === null ? [] : settings.transfers;
	const folder =
		first === undefined ? files.resolve(cwd, "transfers") : files.isFile(first) ? files.resolve(first, "..") : first;
	return {
		protocol: options.protocol ?? productProtocol(effects),
		folder,
		workspace: settings.file === null ? cwd : settings.workspace,
	};
}

/** The protocol that comes with the product. @throws Unusable where it cannot be read. */
export function productProtocol({ files }: Pick<Effects, "files">): Protocol {
	const path = files.example.protocol;
	const text = path === undefined ? null : files.readText(path);
	if (text === null || "message" in text) throw new Unusable("the product's protocol cannot be read");
	const read = parseProtocol(text);
	if ("problems" in read) throw new Unusable("the product's protocol cannot be used");
	return read.protocol;
}
