import type { Parts } from "./phrase.ts";

/**
 * A fact is one value read out of a document, together with how certain it is and where it stands.
 * Lines are 1-based lines of the file as it is on disk.
 */
export type Fact<Value> =
	| {
			/** The document says so, in these words, at this line. */
			readonly state: "stated";
			readonly value: Value;
			readonly line: number;
			/** What the figure counts, in the document's own words, where it says so ("installed root, two packages ignored"). */
			readonly scope?: string;
	  }
	| {
			/** Computed from stated parts only; `from` shows them ("608 passed + 0 failed"). */
			readonly state: "derived";
			readonly value: Value;
			readonly line: number;
			readonly from: string;
			/** What that is made of. */
			readonly said: Parts;
			readonly scope?: string;
	  }
	| {
			/** Checked against bytes in the workspace. */
			readonly state: "verified";
			readonly value: Value;
			readonly line: number;
	  }
	| {
			readonly state: "not-stated";
			/** What stands at its place and is no value of the standard: "COMPLETE" where PASS, FAIL or PARTIAL is asked for. */
			readonly instead?: { readonly text: string; readonly line: number };
	  }
	| {
			/** Something is there that cannot be read with certainty; `reason` says which readings compete. */
			readonly state: "unclear";
			readonly line: number;
			readonly reason: string;
			/** What the reason is made of. */
			readonly said: Parts;
	  };

/** The value type of every fact key. The key is what the export and the standards call it. */
export interface FactValues {
	status: string;
	date: string;
	"tests.total": number;
	"tests.passed": number;
	"tests.failed": number;
	"tests.skipped": number;
	/** The command that ran the tests, as written. */
	"tests.command": string;
	"regression.total": number;
	"regression.passed": number;
	"regression.failed": number;
	"regression.skipped": number;
	"regression.command": string;
	/** "NONE", or the listed failures as the document words them. */
	"regression.newFailures": string;
	"baseline.packagesInstalled": number;
	"baseline.totalTests": number;
	"cleanRoom.packagesInstalled": number;
	"cleanRoom.installOrder": readonly string[];
	"cleanRoom.allTestsPass": boolean;
	filesCreated: number;
	filesModified: number;
	"hashes.valid": number;
	"hashes.bare": number;
	"hashes.truncated": number;
	/** Package ids the spec plans, creates or modifies. */
	packages: readonly string[];
	plannedTests: number;
	contractVersion: string;
	questions: number;
	adversarialQuestions: number;
}

export type FactKey = keyof FactValues;

/** The facts of one document. A key that does not apply to its kind is absent; one that applies but is silent is "not-stated". */
export type Facts = { readonly [Key in FactKey]?: Fact<FactValues[Key]> };

export const notStated = { state: "not-stated" } as const;

/** The value of a fact that has one, else undefined. */
export function factValue<Value>(fact: Fact<Value> | undefined): Value | undefined {
	return fact && "value" in fact ? fact.value : undefined;
}
