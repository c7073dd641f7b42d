import { readTransferText } from "#check/transfer-text.ts";
import type { Transfer } from "#model/transfers.ts";
import { type Effects, type ParsedArguments, Unusable } from "../command.ts";
import type { TransferHome } from "./home.ts";

/** The handoff in the file that a command names. @throws Unusable where there is none, or more than one. */
export function transferIn(
	{ positionals }: ParsedArguments,
	{ protocol }: TransferHome,
	{ files, cwd }: Effects,
	action: string,
): { readonly transfer: Transfer; readonly path: string } {
	const [named] = positionals;
	if (named === undefined) throw new Unusable(`which file? handoffs transfer ${action} FILE`);
	const path = files.resolve(cwd, named);
	const text = files.readText(path);
	if ("message" in text) throw new Unusable(`${named} ${text.message}`);
	const { transfers } = readTransferText({ path, text: text.text }, protocol);
	const [transfer, ...others] = transfers;
	if (!transfer) throw new Unusable(`there is no handoff in ${named}`);
	if (others.length > 0)
		throw new Unusable(`there are ${transfers.length} handoffs in ${named}; give each a file of its own`);
	return { transfer, path };
}
