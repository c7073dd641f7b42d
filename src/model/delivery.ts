import type { SourceLine } from "./baselines.ts";
import type { FileAction } from "./documents.ts";
import type { Reason } from "./phrase.ts";

/** A file that the spec plans, RESULTS lists, or both; a side is null where the document does not have it. */
export interface FileComparison {
	/** As the spec words it; where it does not plan the file, as RESULTS does. */
	readonly path: string;
	readonly planned: (SourceLine & { readonly action: string | null }) | null;
	readonly delivered:
		| (SourceLine & { readonly path: string; readonly listed: string; readonly action: FileAction })
		| null;
	/** Where RESULTS speaks of a file of one side only, under Issues Encountered; absent where it does not. */
	readonly told?: SourceLine & { readonly path: string };
}

/** The files of a spec beside those of its RESULTS, or why they cannot be compared. */
type FileDelivery =
	| { readonly compared: true; readonly files: readonly FileComparison[] }
	| ({ readonly compared: false } & Reason);

/** A test method that the spec plans, RESULTS names, or both. */
export interface TestComparison {
	readonly name: string;
	readonly planned: SourceLine | null;
	readonly delivered: SourceLine | null;
}

/** What a spec plans beside what RESULTS reports (BHS, Required Sections 6 and 9; Results File). */
export interface HandoffDelivery {
	readonly handoff: string;
	readonly spec: string;
	readonly results: string;
	readonly files: FileDelivery;
	readonly tests: {
		/** How many tests each document states, and where; null where it states none with certainty. */
		readonly planned: (SourceLine & { readonly count: number }) | null;
		readonly delivered: (SourceLine & { readonly count: number }) | null;
		/** By name; empty where RESULTS names no planned test: then only the counts can be compared. */
		readonly named: readonly TestComparison[];
	};
}
