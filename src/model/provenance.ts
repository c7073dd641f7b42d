import { z } from "zod";
import { fileActions, hashForms } from "./documents.ts";
import { parts, phrases, type Reason } from "./phrase.ts";

const text = z.string();
const line = z.int().positive().describe("Line of the file, counted from 1.");
const column = z.int().positive();

/** A hash as a handoff records it. "verified" where the bytes of the workspace have it. */
const recordedHash = z.strictObject({
	value: text.describe("As written."),
	form: z.enum(hashForms),
	state: z.enum(["stated", "verified"]),
	line,
	column,
});

/** How a claim follows from what earlier handoffs recorded of the same file. */
const chainLink = z.discriminatedUnion("state", [
	z.strictObject({ state: z.literal("first") }),
	z.strictObject({
		state: z.literal("whole"),
		from: text.describe("The handoff that recorded the hash before."),
		through: text.exactOptional().describe("The path under which it recorded it, where that is another one."),
	}),
	z.strictObject({ state: z.literal("repeated") }),
	z.strictObject({
		state: z.literal("broken"),
		from: text.describe("The last handoff that recorded the file's state."),
		expected: text.nullable().describe("The hash it recorded; null where it deleted the file."),
		place: z.strictObject({ path: text, line }),
		holds: text.nullable().describe("The earlier handoff whose recorded state this one started from, if any."),
	}),
	z.strictObject({
		state: z.literal("misplaced"),
		follower: text.describe("The earlier handoff that starts from the state that this one leaves."),
	}),
	z.strictObject({ state: z.literal("unstated"), reason: text, said: phrases }),
	z.strictObject({ state: z.literal("unclear"), reason: text, said: phrases }),
]);

export const checkStates = ["match", "superseded", "drifted", "missing", "unresolvable", "not-stated"] as const;

/** What the bytes say of a claim, at one revision of the workspace. */
const claimCheck = z.strictObject({
	state: z.enum(checkStates),
	at: text.describe("`worktree`, `HEAD` or the commit that added the claim; empty where that is not known."),
	path: text.nullable().describe("Path in the workspace; null where none could be told."),
	found: text.nullable().describe("SHA-256 of the bytes that are there, 64 hex digits."),
	reason: text.exactOptional(),
	said: phrases.exactOptional().describe("What the reason is made of."),
	by: text.exactOptional().describe("The handoff that claims the newer state."),
});

/** A handoff's claim about a file. */
const fileEvent = z.strictObject({
	handoff: text,
	order: z.int().positive().describe("Position of the handoff in the build order."),
	action: z.enum(fileActions),
	path: text.describe("The document."),
	line,
	written: text.describe("The file as the document writes it."),
	before: recordedHash.nullable(),
	after: recordedHash.nullable(),
	link: chainLink,
	checks: z.array(claimCheck).readonly().describe("Empty without a workspace."),
});

const pathBases = ["written", "derived", "unclear"] as const;

/** A file or archive with every claim any handoff makes about it, in build order. */
const fileHistory = z.strictObject({
	path: text,
	kind: z.enum(["file", "archive"]),
	basis: z
		.enum(pathBases)
		.describe("written: all claims write this path; derived: from several spellings; unclear: may be several files."),
	reason: text.nullable().describe("What the path was derived from, or why it is unclear."),
	said: phrases.exactOptional().describe("What the reason is made of."),
	events: z.array(fileEvent).readonly(),
});

/** What is wrong with a package's manifest. */
const manifestProblem = z.strictObject({
	code: z.enum(["unreadable", "former-field", "no-field", "asset"]),
	subject: text.describe("The field, or the path of the asset."),
	reason: text,
	said: parts.exactOptional().describe("What the reason is made of."),
});

const manifestCheck = z.strictObject({
	path: text.describe("Path in the workspace."),
	handoff: text.describe("The last handoff that claims the manifest."),
	place: z.strictObject({ path: text, line }),
	assets: z.int().nonnegative(),
	problems: z.array(manifestProblem).readonly(),
});

/** Files and archives that handoffs claim, and what the workspace says of them. */
export const provenanceSchema = z.strictObject({
	workspace: z.boolean().describe("Whether a workspace was there to check against."),
	files: z.array(fileHistory).readonly(),
	manifests: z.array(manifestCheck).readonly(),
});

export type RecordedHash = z.output<typeof recordedHash>;
export type ChainLink = z.output<typeof chainLink>;
export type CheckState = (typeof checkStates)[number];
export type ClaimCheck = z.output<typeof claimCheck>;
export type FileEvent = z.output<typeof fileEvent>;
export type FileHistory = z.output<typeof fileHistory>;
export type ManifestProblem = z.output<typeof manifestProblem>;
export type ManifestCheck = z.output<typeof manifestCheck>;
export type Provenance = z.output<typeof provenanceSchema>;

/** Why something cannot be had; without its parts where the words are those of the operating system or of git. */
export type Refusal = Pick<Reason, "reason"> & Partial<Reason>;

/** What a path of the workspace leads to. Nothing outside the workspace is ever looked at. */
export type WorkspaceFile =
	| { readonly kind: "file"; readonly sha256: string; readonly size: number }
	| { readonly kind: "folder" }
	| { readonly kind: "missing" }
	/** The path, or a link on its way, leads out of the workspace. */
	| ({ readonly kind: "outside" } & Refusal)
	| ({ readonly kind: "unreadable" } & Refusal);

/** The files that the documents speak of. Paths are relative to the workspace, with forward slashes. */
export interface WorkspaceSource {
	/** What kind of thing a path leads to, without reading it. */
	kind(path: string): WorkspaceFile["kind"];
	/** The file with the hash of its bytes; each file is read once, a piece at a time. */
	file(path: string): WorkspaceFile;
	/** The bytes of a file of at most so many. */
	read(path: string, most: number): Uint8Array | Refusal;
	/** The path within the workspace that an absolute path names; null where it lies elsewhere. */
	relative(absolute: string): string | null;
	/** What the workspace's git repository holds; absent where there is none, or where it was not asked for. */
	readonly history?: WorkspaceHistory;
}

/** A claim as the history of its document knows it. */
interface ClaimPlace {
	/** Path of the document in the archive. */
	readonly document: string;
	/** The hash as written. */
	readonly hash: string;
}

/** Files of a workspace at some revision. */
export interface RevisionPath {
	readonly revision: string;
	readonly path: string;
}

/** What git holds of a workspace. Everything wanted is named first, so that it can be read in one go. */
export interface WorkspaceHistory {
	/** The commit that added a claim to its document, or why that cannot be told. */
	commitOf(claim: ClaimPlace): { readonly commit: string } | Refusal;
	load(wanted: readonly RevisionPath[]): void;
	/** A file that was loaded. */
	file(wanted: RevisionPath): WorkspaceFile;
}
