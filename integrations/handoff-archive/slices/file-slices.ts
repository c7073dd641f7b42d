import type { CheckState, ClaimCheck, FileEvent, FileHistory, RecordedHash } from "#model/provenance.ts";
import type { SealState } from "#model/seals.ts";
import type { PlaceSlice } from "../entries/schemas.ts";

/** A handoff as pages about files name it. */
export interface HandoffLink {
	readonly id: string;
	readonly href: string | null;
}

/** A claim about a file as pages show it. */
export interface ClaimSlice {
	readonly handoff: HandoffLink;
	readonly action: FileEvent["action"];
	readonly written: string | null;
	readonly place: PlaceSlice;
	readonly before: RecordedHash | null;
	readonly after: RecordedHash | null;
	readonly link: FileEvent["link"];
	/** Of a broken chain: where the state before was recorded, and the handoffs built in between. */
	readonly since: {
		readonly place: PlaceSlice;
		readonly from: HandoffLink;
		readonly between: readonly string[];
	} | null;
	readonly checks: readonly ClaimCheck[];
}

/** A file with all that is claimed of it. */
export interface FileSlice {
	readonly id: string;
	readonly path: string;
	readonly kind: FileHistory["kind"];
	readonly basis: FileHistory["basis"];
	readonly reason: string | null;
	readonly claims: readonly ClaimSlice[];
}

/** A page of files that lie together: those of a package, or of a folder. */
export interface FilePage {
	readonly title: string;
	/** The package they belong to, where it is one. */
	readonly isPackage: boolean;
	readonly page: number;
	readonly pages: number;
	readonly root: string;
	readonly files: readonly FileSlice[];
}

/** A file in a list of those that are off. */
export interface FileLine {
	readonly path: string;
	readonly href: string;
	readonly claims: number;
	readonly broken: number;
	/** What the workspace says of the last claim; null without one. */
	readonly state: CheckState | null;
	readonly last: HandoffLink;
}

/** Files that lie together, as the list of all shows them. */
export interface FileGroup {
	readonly title: string;
	readonly slug: string;
	readonly pages: readonly number[];
	readonly files: number;
	readonly claims: number;
	readonly broken: number;
	readonly states: Readonly<Partial<Record<CheckState, number>>>;
}

/** The list of all files by package or folder, and the lists of those that are off. */
export interface FileList {
	readonly workspace: boolean;
	readonly groups: readonly FileGroup[];
	readonly broken: readonly FileLine[];
	readonly drifted: readonly FileLine[];
}

/** What the page of a handoff shows of its files, and of its validation. */
export interface HandoffFiles {
	readonly claims: readonly (Omit<ClaimSlice, "handoff" | "written" | "since"> & {
		readonly path: string;
		readonly href: string;
	})[];
	readonly seal: SealState | null;
}
