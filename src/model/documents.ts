import type { ReportedState } from "./baselines.ts";
import type { StatedDecision } from "./decisions.ts";
import type { Facts } from "./facts.ts";
import type { SpecPlan } from "./plan.ts";
import type { Range, ReadingProblem } from "./source.ts";

/** What a document is within its handoff. "other" is a readable document that the standards give no role (a guide, a note). */
export const documentKinds = ["spec", "results", "prompt", "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A heading of a document, in document order. */
export interface Heading {
	/** The heading's text as shown, without Markdown marks. */
	readonly title: string;
	/** The anchor that Markdown's own links use (GitHub's), unique within the document. */
	readonly slug: string;
	/** The anchor on the page, unique within the document and made to outlive edits. */
	readonly anchor: string;
	readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
	readonly line: number;
	/** The last line before the next heading of the same or a higher level. */
	readonly endLine: number;
	/** The standard's sections that this heading opens; most headings open none, a combined heading opens two. */
	readonly keys: readonly string[];
}

/** An id as a document calls it, and the line where it does. */
export interface Mention {
	/** The text as written ("Follow-Up #3C"). */
	readonly text: string;
	/** The canonical id it means ("H-3C"). */
	readonly id: string;
	readonly line: number;
}

/** A credential that a document holds; never the credential itself. */
export interface Secret {
	/** What it opens, as the linter names it ("github", "aws", "privatekey"). */
	readonly service: string;
	readonly range: Range;
}

/** A link or image whose address leads to a file beside the document, or to a heading of it. */
export interface DocumentLink {
	readonly url: string;
	readonly range: Range;
}

/** The wave of a multi-package build that a document says it is part of. */
export interface DocumentWave {
	readonly name: string;
	readonly line: number;
	/** Of an integration handoff: the first lines that speak of each thing that it must do, or null where none does. */
	readonly integration: {
		readonly entrypoint: number | null;
		readonly lifecycle: number | null;
		readonly smokeTest: number | null;
	} | null;
}

export const relationTypes = [
	"follow-up-of",
	"predecessor",
	"builds-on",
	"depends-on",
	"supersedes",
	"superseded-by",
	"independent-of",
	"mentions",
] as const;
export type RelationType = (typeof relationTypes)[number];

/** A relation to another handoff that a document states in words, or that its id implies. */
export interface StatedRelation {
	readonly type: RelationType;
	readonly target: string;
	/** "stated": the words say so at `line`; "derived": follows from the id pattern. */
	readonly state: "stated" | "derived";
	readonly line: number | null;
}

export const fileActions = ["create", "modify", "delete", "archive"] as const;
export type FileAction = (typeof fileActions)[number];

/** Which state of a file a hash stands for; "created" where nothing says before or after. */
export const hashRoles = ["created", "before", "after"] as const;
export type HashRole = (typeof hashRoles)[number];

/** `sha256:` and 64 hex digits, 64 bare digits, cut short, or no hash at all. */
export const hashForms = ["valid", "bare", "truncated", "malformed"] as const;

/** A file that RESULTS says was created, modified, deleted or packed. */
export interface FileClaim {
	/** As written. */
	readonly path: string;
	readonly action: FileAction;
	readonly line: number;
	readonly hashes: readonly {
		readonly role: HashRole;
		readonly form: (typeof hashForms)[number];
		readonly value: string;
		readonly line: number;
		readonly column: number;
	}[];
}

/** Everything the archive knows of one document; small and serialisable: no text, no tree, no HTML. */
export interface DocumentRecord {
	/** Path relative to the archive folder, forward slashes. With several archive folders, prefixed with the folder's name. */
	readonly path: string;
	readonly kind: DocumentKind;
	/** The canonical id of its handoff, or null for a document of no handoff. */
	readonly handoff: string | null;
	/** The id of the standard whose file naming recognised it, or null. */
	readonly standard: string | null;
	readonly title: string | null;
	readonly titleLine: number | null;
	/** Ids under which the document names itself in its title or body heading. */
	readonly selfIds: readonly Mention[];
	readonly bytes: number;
	readonly lines: number;
	/** SHA-256 of the file's bytes, 64 hex digits. */
	readonly sha256: string;
	readonly outline: readonly Heading[];
	readonly facts: Facts;
	/** What a spec plans, as lists; absent for other documents. */
	readonly plan?: SpecPlan;
	/** The files that RESULTS lists; absent for other documents. */
	readonly files?: readonly FileClaim[];
	/** The files that RESULTS speaks of under Issues Encountered, and where first; absent where it names none. */
	readonly issueFiles?: readonly { readonly path: string; readonly line: number }[];
	/** What RESULTS reports of the system's state; absent for other documents. */
	readonly reported?: ReportedState;
	/** The test methods that RESULTS names; absent where it names none, and where nobody asked for them. */
	readonly testNames?: readonly { readonly name: string; readonly line: number }[];
	readonly mentions: readonly Mention[];
	readonly packageMentions: readonly Mention[];
	/** Ids of which it says that no such handoff was written; absent where it says so of none. */
	readonly unwritten?: readonly Mention[];
	readonly relations: readonly StatedRelation[];
	/** The decisions that it states; absent where it states none. */
	readonly decisions?: readonly StatedDecision[];
	/** Where it holds credentials; they are blotted out in everything else that is known of it. */
	readonly secrets?: readonly Secret[];
	/** The wave that it states; absent where it states none. */
	readonly wave?: DocumentWave;
	/** Links that stay inside the archive, or should. */
	readonly links?: readonly DocumentLink[];
	/** Parse and read problems of this document; each becomes a finding of the `reading` rules. */
	readonly problems: readonly ReadingProblem[];
}
