import { type Protocol, protocolSchema } from "#model/protocol.ts";
import type { TextFile, TextProblem } from "#model/source.ts";
import { parseYaml } from "./yaml.ts";

/** Whether a YAML text is a protocol rather than a standard: both may lie in one folder. */
export function isProtocolText(text: string): boolean {
	return /^kind:[ \t]*["']?protocol["']?[ \t]*(?:#.*)?\r?$/m.test(text);
}

/** Reads a protocol. Never throws: what is wrong comes back with line and column, slips with the nearest known word. */
export function parseProtocol({ path, text }: TextFile):
	| { readonly protocol: Protocol }
	| {
			readonly problems: readonly TextProblem[];
	  } {
	const read = parseYaml(path, text, protocolSchema);
	return "problems" in read ? read : { protocol: read.value };
}
