import { readFileSync } from "node:fs";
import { checkFiles } from "../rules/archive.ts";

/** The findings of files of transfers, as "path:line:column severity rule message", rules of the archive left out. */
export function findingsOf(
	files: Readonly<Record<string, string>>,
	workspace: Readonly<Record<string, string>> = {},
): string[] {
	return checkFiles(files, {}, { workspace })
		.findings.filter(({ rule }) => /^(?:transfer|history|reading|publish)\//.test(rule))
		.map(({ place, severity, rule, message }) => {
			const at = place.kind === "range" ? `:${place.range.start.line}:${place.range.start.column}` : "";
			return `${place.path}${at} ${severity} ${rule} ${message}`;
		});
}

/** What the transfers of some files are, and how they went. */
export function transfersOf(files: Readonly<Record<string, string>>, workspace: Readonly<Record<string, string>> = {}) {
	const { transfers } = checkFiles(files, {}, { workspace });
	if (!transfers) throw new Error("there are no transfers");
	return transfers;
}

/** A text of the example archive. */
export function exampleText(path: string): string {
	return readFileSync(new URL(`../../content/transfers/${path}`, import.meta.url), "utf8");
}
