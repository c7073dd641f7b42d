import type { Term } from "#words/because.ts";

/** A stretch of a text, by offsets; `end` is exclusive. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A value of a YAML text and where it stands; aliases are never followed. */
export type YamlNode = Stretch &
	(
		| { readonly kind: "scalar"; readonly value: unknown; readonly text: string }
		| { readonly kind: "list"; readonly items: readonly YamlNode[] }
		| { readonly kind: "map"; readonly entries: readonly YamlEntry[] }
	);

export interface YamlEntry {
	readonly key: string;
	readonly keyAt: Stretch;
	readonly value: YamlNode;
}

/** What keeps a text from being read as it stands. */
export interface YamlFlaw extends Stretch {
	readonly code: "syntax" | "duplicate-key" | "alias" | "tab" | "too-long" | "too-deep" | "too-many";
	readonly data: Readonly<Record<string, string | number | Term>>;
	/** Where the same key stood first. */
	readonly twin?: Stretch;
}

/** One document of a YAML stream. */
export interface YamlPart extends Stretch {
	/** Null for a document that holds nothing. */
	readonly root: YamlNode | null;
	readonly flaws: readonly YamlFlaw[];
	/** From here on the text could not be followed; infinite where all of it could. */
	readonly brokenFrom: number;
}

export interface YamlComment extends Stretch {
	readonly text: string;
}

export interface YamlTree {
	readonly parts: readonly YamlPart[];
	/** In the order of the text. */
	readonly comments: readonly YamlComment[];
}
