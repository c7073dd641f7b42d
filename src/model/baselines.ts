import type { Reason } from "./phrase.ts";

/** What a handoff's predecessor rests on: its documents' words, the settings, or its place in the build order. */
export const predecessorBases = ["stated", "configured", "inferred"] as const;
type PredecessorBasis = (typeof predecessorBases)[number];

/** What is counted. */
export const countKinds = ["packages", "tests", "passed", "failed"] as const;
export type CountKind = (typeof countKinds)[number];

/** The section of RESULTS that states a count. */
export const countSections = ["baseline", "regression", "cleanRoom", "tests"] as const;
export type CountSection = (typeof countSections)[number];

/** Where the counted tests or packages lie. "unknown" where neither a command nor words say so. */
export const testedRoots = ["installed", "staged", "package", "unknown"] as const;
export type TestedRoot = (typeof testedRoots)[number];

/** A line of a document. */
export interface SourceLine {
	readonly path: string;
	readonly line: number;
}

/** What a count covers. Only counts of one scope are compared. */
export interface CountScope {
	readonly root: TestedRoot;
	/** The folders or files that the command names, where they are not the whole root. */
	readonly roots?: readonly string[];
	/** What is left out: packages and paths that the command ignores or the words name, in order of their names. */
	readonly ignored: readonly string[];
	/** What else the command selects by (`-k fast`, `-m "not slow"`). */
	readonly selected?: readonly string[];
	/** What the document says of it, in its own words. */
	readonly words: string | null;
	/** The root that the words claim as a whole, where the command names folders below it. */
	readonly called?: TestedRoot;
	/** Line of the command that the scope is read from. */
	readonly commandLine: number | null;
	/** What is counted where it is no complete run of tests ("collection errors", "collected before interruption"). */
	readonly unit?: string;
}

/** A count that RESULTS states, with its scope. */
export interface BaselineCount extends SourceLine {
	readonly kind: CountKind;
	readonly section: CountSection;
	readonly value: number;
	readonly state: "stated" | "derived" | "verified";
	readonly scope: CountScope;
}

/** Figures of a document that the tests of one package gave. */
export interface PackageTests {
	readonly id: string;
	readonly total: number | null;
	readonly passed: number | null;
	readonly failed: number | null;
	readonly line: number;
	readonly scope: CountScope;
}

/** What RESULTS says of the state before its work. */
export interface PreviousFigure {
	readonly kind: "packages" | "tests";
	/** The package it speaks of; null for the whole system. */
	readonly of: string | null;
	readonly value: number;
	/** The words that say so, or that it follows from. */
	readonly words: string;
	/** The stated parts it follows from ("40 less 5 new"); null where it is stated itself. */
	readonly from: string | null;
	/** The handoff that the words name. */
	readonly handoff: string | null;
	/** Said in the notes: the handoff that it names need not be the one that the work started from. */
	readonly aside?: true;
	readonly line: number;
}

/** Packages that a document lists by name as installed. */
export interface PackageList {
	readonly section: "baseline" | "cleanRoom";
	readonly ids: readonly string[];
	readonly line: number;
}

/** A line that may tell why there are fewer tests or packages than before. */
export interface DropReason {
	readonly kinds: readonly ("packages" | "tests")[];
	/** The packages that it names. */
	readonly packages: readonly string[];
	/** How many tests and packages it may say went away, all its figures together; null where it gives no figure. */
	readonly counts: { readonly tests: number | null; readonly packages: number | null };
	readonly quote: string;
	readonly line: number;
}

/** A number that a document claims of something. */
export interface CountedClaim {
	readonly count: number;
	readonly line: number;
}

/** Failures that a document says another handoff left. */
export interface LeftFailures extends CountedClaim {
	readonly handoff: string;
}

/** A run of tests in the clean room. */
export interface CleanRoomRun {
	readonly total: number;
	readonly failed: number;
	readonly line: number;
}

/** A package that a document says it removed. */
export interface RemovedPackage {
	readonly id: string;
	readonly line: number;
}

/** What RESULTS reports of the system's state beside its facts: what the figures cover, names, and what was there before. */
export interface ReportedState {
	readonly tests: CountScope;
	readonly regression: CountScope;
	readonly baseline: CountScope;
	readonly packageTests: readonly PackageTests[];
	readonly packageLists: readonly PackageList[];
	readonly previous: readonly PreviousFigure[];
	readonly failures: readonly Omit<NamedFailure, "path">[];
	/** Tests that are listed as passed. */
	readonly passing: readonly { readonly name: string; readonly line: number }[];
	readonly dropReasons: readonly DropReason[];
	/** Lines that say that tests were added. */
	readonly addedTests: readonly CountedClaim[];
	/** The tests that the clean room ran; null where it counts none, or several runs. */
	readonly cleanRoom: CleanRoomRun | null;
	/** Packages that it says were removed from the system. */
	readonly removedPackages: readonly RemovedPackage[];
	/** Failures that another handoff is said to have left; absent where none is. */
	readonly leftFailures?: readonly LeftFailures[];
	/** That all tests of the plan were written, how many where it says so, and the tests that the document names. */
	readonly allPlanned?: { readonly count: number | null; readonly line: number; readonly named: readonly string[] };
	/** Failures that are called pre-existing without their names. */
	readonly oldFailures: readonly CountedClaim[];
}

/** A handoff's count beside the last one of the same scope that was built before it. */
export interface CountComparison {
	readonly kind: CountKind;
	/** The package whose tests are counted; absent for the whole system. */
	readonly of?: string;
	readonly count: BaselineCount;
	/** The last earlier handoff that states a count of this kind and scope; null: there is no comparable baseline. */
	readonly against: (BaselineCount & { readonly handoff: string }) | null;
	/** The count less the one it is compared with; null where there is none. */
	readonly delta: number | null;
	/** Why the predecessor's own count is not the one compared with ("H-11 counts another scope"); null where it is. */
	readonly reason: string | null;
	/** What the reason is made of. */
	readonly said?: Reason["said"];
	/** A count below the one compared with (packages, tests): what accounts for it, or null where nothing does. */
	readonly drop: BaselineDrop | null;
}

/** What accounts for a count that went down. */
export type BaselineDrop =
	| (SourceLine & {
			readonly by: "stated";
			readonly quote: string;
			/** How many the reasons account for, where they all give figures and these are too small. */
			readonly accounted?: number;
	  })
	| { readonly by: "none" };

/** What a document claims of a failing test. */
export const failureClaims = ["pre-existing", "new", "none"] as const;
export type FailureClaim = (typeof failureClaims)[number];

/** A failing test that RESULTS names. */
export interface NamedFailure extends SourceLine {
	/** Test id or the words that name it, as written. */
	readonly name: string;
	readonly claim: FailureClaim;
}

/** Failing tests by name, against the last earlier handoff that reports a full run of the same scope. */
export interface FailureDiff {
	/** The handoff whose run is compared with; null where no run is comparable. */
	readonly against: string | null;
	/** Named here and by no earlier run. */
	readonly added: readonly NamedFailure[];
	/** Named here and by an earlier run; `since` is the first handoff of the unbroken line that names it. */
	readonly carried: readonly (NamedFailure & { readonly since: string; readonly sincePlace: SourceLine })[];
	/** Named by the compared run and not here, although the failures here are named, or there are none. */
	readonly fixed: readonly NamedFailure[];
}

/** Packages by name, against the last earlier handoff that lists them. */
export interface PackageDiff {
	readonly against: string;
	readonly added: readonly string[];
	readonly removed: readonly string[];
	/** Where this handoff lists them, and where the compared one does. */
	readonly place: SourceLine;
	readonly againstPlace: SourceLine;
}

/** What a handoff starts from and leaves behind ("agent N+1 started from agent N's baseline: did anything regress?"). */
export interface HandoffBaseline {
	readonly handoff: string;
	/** Position in the build order, from 1. */
	readonly order: number;
	/** Path of its RESULTS; null where there is none. */
	readonly results: string | null;
	/** The handoff it started from, and what says so; null for the first. */
	readonly predecessor: {
		readonly id: string;
		readonly basis: PredecessorBasis;
		/** Where it is stated; null where it is configured or inferred. */
		readonly place: SourceLine | null;
	} | null;
	/** Every count that its RESULTS states, in document order. */
	readonly counts: readonly BaselineCount[];
	/** The counts that stand for the handoff, one of a kind and package, each with what it is compared with. */
	readonly comparisons: readonly CountComparison[];
	/** Null where it lists no packages, or no earlier handoff does. */
	readonly packages: PackageDiff | null;
	/** Null where its RESULTS neither names nor counts failures. */
	readonly failures: FailureDiff | null;
}
