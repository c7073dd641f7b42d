import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseProtocol } from "#parse/protocol.ts";

/** The protocol that comes with the product. */
export const protocolPath = fileURLToPath(new URL("../../content/standards/handoff-protocol.yaml", import.meta.url));

const read = parseProtocol({ path: protocolPath, text: readFileSync(protocolPath, "utf8") });
if ("problems" in read) throw new Error(JSON.stringify(read.problems));

export const { protocol } = read;
