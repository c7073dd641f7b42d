import type { Standard } from "#model/standard.ts";
import type { Block } from "../text/blocks.ts";
import { normalise } from "../text/text.ts";
import { hasPhrase, wordsOf } from "../text/vocabulary.ts";

/** Whether a title is of tests that are taken away, or of helpers that are no tests. */
export function isDropped(title: string, standard: Standard): boolean {
	if (hasPhrase(title, wordsOf(standard, "notPlannedTests"))) return true;
	return wordsOf(standard, "removedWords").includes(title.replace(/^(?:\d+ )+|(?: \d+)+$/gu, ""));
}

/** Whether an entry says by its label that its tests are none of the plan: "Removed: `test_a`". */
export function isOfDropped(entry: string, standard: Standard): boolean {
	const [, label = ""] = /^([^:`]{1,40}):\s/u.exec(entry) ?? [];
	return label !== "" && isDropped(normalise(label), standard);
}

/** The class that an entry gives its test with: "TestA::" of "`TestA::test_x`", so that "`TestB::test_x`" is another one. */
export function ownerOf(entry: string): string {
	return entry.includes("::")
		? (/^[\s\d.)*_`-]{0,8}(?<owner>[\w./]{2,80}::)/u.exec(entry)?.groups?.["owner"] ?? "")
		: "";
}

/** A cell of a table's row as it is written, with the marks of its code. */
export function cellOf(row: string, at: number): string {
	const cells = row
		.trim()
		.replace(/^\|/, "")
		.split(/(?<!\\)\|/);
	return (cells[at] ?? "").trim();
}

/** What stands before the name that opens an entry: "1. **", "**T-01. ", "a) ". */
export const entryMarks = /^[\s\d.)*_`#•☐-]*(?:(?:\p{Lu}{1,3}[ -]?\d{1,3}|\p{Ll})[.)]\s+)?[*_`]*$/u;

/** The test file, class or package that a part of the plan is about; two parts about none are one list. */
export function fileOf({ context: { heading, lead } }: Block): string {
	const isFile = (title: string) =>
		/(?:^| )(?:py|ts|js|rs|go|java|pkg)(?: |$)|(?:^| )test(?!s |s$|ing|er|ed)\p{L}{3,}/u.test(title);
	return [heading, lead].filter(isFile).join("\n");
}

/** Marks and words between the old name of a test and its new one. */
export const renamed = /→|⇒|->|=>|\brenamed?\b/u;
