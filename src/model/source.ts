import type { Parts, Terms } from "./phrase.ts";

/** A point in a file: 1-based line and column; columns count UTF-16 code units, as editors and SARIF do. */
export interface Point {
	readonly line: number;
	readonly column: number;
}

/** A stretch of a file; `end` is exclusive. */
export interface Range {
	readonly start: Point;
	readonly end: Point;
}

/** Where a finding is: a stretch of a file, or the file as a whole. */
export type Place =
	| { readonly kind: "range"; readonly path: string; readonly range: Range }
	| { readonly kind: "file"; readonly path: string };

/** What kept a file or folder from being read at all, or read with certainty. Each code is a rule of the `reading` group. */
export const readingProblemCodes = [
	"unreadable",
	"too-large",
	"empty",
	"binary",
	"encoding",
	"control-character",
	"byte-order-mark",
	"line-endings",
	"front-matter",
	"nesting",
	"symlink-loop",
	"outside-archive",
] as const;
export type ReadingProblemCode = (typeof readingProblemCodes)[number];

export interface ReadingProblem {
	readonly code: ReadingProblemCode;
	readonly path: string;
	readonly range?: Range;
	/** Figures and words for the rule's message. */
	readonly data: Readonly<Record<string, string | number>>;
	/** What those of them are made of that are words of the product; absent where none is. */
	readonly terms?: Terms;
}

/**
 * One entry of an archive folder as found on disk.
 * `path` is relative to the archive folder, with forward slashes, as the file system spells it.
 */
export type ArchiveEntry =
	| {
			readonly kind: "file";
			readonly path: string;
			readonly size: number;
			/** It stands among the transfers: links may lead to it, and it is no document of a handoff. */
			readonly isTransfer?: true;
	  }
	| { readonly kind: "problem"; readonly path: string; readonly problem: ReadingProblem };

/** A text file as read, and where it was read from. */
export interface TextFile {
	readonly path: string;
	readonly text: string;
}

/** Something wrong in a text that is written for the program (settings, standards), at a 1-based line and column. */
export interface TextProblem extends Point {
	readonly path: string;
	readonly message: string;
	/** What the message is made of, where it is known. */
	readonly said?: Parts;
}
