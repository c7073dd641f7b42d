/** A file that the package plan lists as part of a package. */
export interface PlannedAsset {
	readonly path: string;
	/** As the plan words it ("library"), or null where it says none. */
	readonly classification: string | null;
	readonly line: number;
}

/** A package of the package plan, with what the plan says of it. */
export interface PlannedPackage {
	readonly id: string;
	readonly line: number;
	readonly layer?: string;
	/** The plane_id as written. */
	readonly tier?: string;
	readonly assets: readonly PlannedAsset[];
	/** Ids of other packages. */
	readonly dependencies: readonly string[];
	/** Lines of what is stated of it; a key is absent where nothing is. */
	readonly lines?: { readonly layer?: number; readonly tier?: number; readonly dependencies?: number };
}

/** A file of the files summary. */
interface PlannedFile {
	/** Location and file name joined. */
	readonly path: string;
	/** The key of a known action ("create"), or null where the row names none. */
	readonly action: string | null;
	readonly line: number;
}

/** A test method of the test plan. */
interface PlannedTest {
	readonly name: string;
	readonly line: number;
}

/** What a spec plans, as lists (BHS, Required Sections 5, 6 and 9). A list is empty where its section is missing or names nothing. */
export interface SpecPlan {
	readonly packages: readonly PlannedPackage[];
	readonly files: readonly PlannedFile[];
	readonly tests: readonly PlannedTest[];
	/** Packages that it says it takes away; absent where it says so of none. */
	readonly removed?: readonly { readonly id: string; readonly line: number }[];
}
