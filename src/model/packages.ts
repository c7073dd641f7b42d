import type { SourceLine } from "./baselines.ts";
import type { Parts } from "./phrase.ts";

/** What a handoff does with a package; "pack": only its archive is built anew; "unspecified": the spec names it, and no more. */
export const packageChanges = ["create", "modify", "remove", "pack", "unspecified"] as const;
export type PackageChange = (typeof packageChanges)[number];

/** What a spec plans for a package, or what RESULTS reports of it. */
export interface PackageWork {
	readonly change: PackageChange;
	/** "stated": the line names the package; "derived": it follows from files that are known to be the package's. */
	readonly state: "stated" | "derived";
	/** What it is derived from; null where it is stated. */
	readonly from: string | null;
	/** What that is made of; absent where it is stated. */
	readonly said?: Parts;
	readonly place: SourceLine;
	/** How many files of the package the document lists. */
	readonly files: number;
}

/** A handoff that plans or does something with a package. A handoff that only speaks of it touches nothing. */
export interface PackageTouch {
	readonly handoff: string;
	readonly planned: PackageWork | null;
	readonly delivered: PackageWork | null;
}

/** The tests of a package alone, as one RESULTS reports them; a figure is null where it is not stated with certainty. */
export interface PackageTests {
	readonly handoff: string;
	readonly total: number | null;
	readonly passed: number | null;
	readonly failed: number | null;
	readonly skipped: number | null;
	/** "stated": the command names the package; "derived": the handoff works on no other one. */
	readonly state: "stated" | "derived";
	readonly place: SourceLine;
}

/** What a package plan says of a package, in its own words. */
export interface PackageStatement {
	readonly handoff: string;
	readonly value: string;
	/** What the standard calls the value; null where it does not know it, or names no values. */
	readonly known: string | null;
	readonly place: SourceLine;
}

/** That a package plan lists another package among what it needs. */
export interface PackageDependency {
	/** The other package: the one needed, or the one that needs this one. */
	readonly id: string;
	readonly handoff: string;
	readonly place: SourceLine;
}

/** A document that calls a package by its id, whether or not its handoff touches the package. */
interface PackageMention {
	readonly handoff: string | null;
	/** The first line that does. */
	readonly place: SourceLine;
	readonly count: number;
}

/** A package by its id: who plans, creates, changes and removes it, and what is stated of it. All lists are in build order. */
export interface PackageRecord {
	readonly id: string;
	/** Other spellings that documents use for it with certainty, and the first place of each. */
	readonly variants: readonly (SourceLine & { readonly text: string })[];
	readonly touches: readonly PackageTouch[];
	readonly tests: readonly PackageTests[];
	readonly layers: readonly PackageStatement[];
	readonly tiers: readonly PackageStatement[];
	readonly dependencies: readonly PackageDependency[];
	readonly dependents: readonly PackageDependency[];
	/** When the lists of baselines begin and cease to name it. */
	readonly listed: readonly {
		readonly handoff: string;
		readonly change: "added" | "removed";
		readonly place: SourceLine;
	}[];
	readonly mentions: readonly PackageMention[];
}
