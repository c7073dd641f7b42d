import type { TextFile, TextProblem } from "#model/source.ts";
import type { Debt, WaiversFile } from "#model/waivers.ts";
import { readDebt } from "./debt.ts";
import { readWaivers } from "./waivers.ts";

/** A file beside the settings: where it is, and how reports call it. */
export interface NamedFile {
	readonly path: string;
	readonly name: string;
}

/** What the gate lets be: exceptions granted, and findings recorded before. Absent where there is no such file. */
export interface ExceptionsRead {
	readonly waivers?: WaiversFile;
	readonly debt?: { readonly path: string; readonly recorded: Debt };
}

interface ExceptionsRequest {
	readonly waivers: NamedFile;
	/** Null: the debt file is to be written anew, whatever it holds. */
	readonly debt: NamedFile | null;
	readonly ruleIds: readonly string[];
	isFile(path: string): boolean;
	readText(path: string): TextFile | TextProblem;
}

/**
 * Reads the waivers file and the debt file. Never throws. What is wrong with waivers is for the report; a debt file is
 * written by the program, so that a bad one comes back as problems.
 */
export function readExceptions(request: ExceptionsRequest): {
	readonly exceptions: ExceptionsRead;
	readonly problems: readonly TextProblem[];
} {
	const { waivers, debt, ruleIds, isFile, readText } = request;
	const waiversRead = isFile(waivers.path) ? waiversOf(readText(waivers.path), waivers.name, ruleIds) : undefined;
	if (!debt || !isFile(debt.path))
		return { exceptions: { ...(waiversRead && { waivers: waiversRead }) }, problems: [] };
	const text = readText(debt.path);
	const debtRead = "message" in text ? { problems: [text] } : readDebt(text);
	if ("problems" in debtRead) return { exceptions: {}, problems: debtRead.problems };
	return {
		exceptions: {
			...(waiversRead && { waivers: waiversRead }),
			debt: { path: debt.name, recorded: debtRead.debt },
		},
		problems: [],
	};
}

function waiversOf(file: TextFile | TextProblem, name: string, ruleIds: readonly string[]): WaiversFile {
	if (!("message" in file)) return readWaivers({ ...file, path: name }, ruleIds);
	return { path: name, text: "", list: [], problems: [{ place: { kind: "file", path: name }, message: file.message }] };
}
