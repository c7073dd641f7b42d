import { createHash } from "node:crypto";
import { type CheckOptions, checkArchive } from "#check.ts";
import { readStandardTexts } from "#files/standards-folder.ts";
import type { Archive } from "#model/archive.ts";
import type { Finding } from "#model/findings.ts";
import type { ReadingProblem } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import { parseStandards } from "#parse/standard.ts";

const read = parseStandards(readStandardTexts().texts);
if (read.problems.length > 0)
	throw new Error(read.problems.map(({ path, line, message }) => `${path}:${line} ${message}`).join("\n"));

/** The standards that come with the product. */
export const standards: readonly Standard[] = read.standards;

/** What a rule's example holds beside texts: bytes as hexadecimal digits, and what listing the folder reports. */
interface Unwritten {
	readonly bytes?: Readonly<Record<string, string>>;
	readonly problems?: readonly ReadingProblem[];
}

/** Checks an archive given as texts by path. */
export function checkFiles(
	files: Readonly<Record<string, string>>,
	options: Partial<CheckOptions> = {},
	unwritten: Unwritten = {},
): Archive {
	const encoder = new TextEncoder();
	const bytes = new Map<string, Uint8Array>(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]));
	for (const [path, hex] of Object.entries(unwritten.bytes ?? {})) bytes.set(path, Buffer.from(hex, "hex"));
	return checkArchive(
		{
			entries: [
				...[...bytes].map(([path, { length }]) => ({ kind: "file" as const, path, size: length })),
				...(unwritten.problems ?? []).map((problem) => ({ kind: "problem" as const, path: problem.path, problem })),
			],
			read: (path) => bytes.get(path) ?? new Uint8Array(),
			sha256: (content) => createHash("sha256").update(content).digest("hex"),
		},
		{ title: "Test", standards, ...options },
	);
}

/** A finding as the rules' examples write it: "path:line:column message", or "path message" for a whole file. */
export function asExample({ place, message }: Finding): string {
	const at = place.kind === "range" ? `:${place.range.start.line}:${place.range.start.column}` : "";
	return `${place.path}${at} ${message}`;
}
