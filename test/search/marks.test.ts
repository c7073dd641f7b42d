import { describe, expect, it } from "vitest";
import { markedWord } from "#search/marks.ts";

/** The marked pieces in square brackets. */
function marked(word: string, ...keys: readonly string[]): string {
	return markedWord(word, keys)
		.map(({ text, marked }) => (marked ? `[${text}]` : text))
		.join("");
}

describe("the marks of what was found", () => {
	it.each([
		["a word without the signs around it", "(shells),", ["shell"], "([shells]),"],
		[
			"of a path the piece that agrees",
			"`/var/T/tmp.Nq3/e2e_admin_shell.txt`",
			["shell"],
			"`/var/T/tmp.Nq3/e2e_admin_[shell].txt`",
		],
		["the beginning of a piece", "HOT/kernel/shellfish.py", ["shell"], "HOT/kernel/[shellfish].py"],
		[
			"several pieces that are asked for together",
			"HOT/tests/test_admin_shell.py",
			["admin_shell"],
			"HOT/tests/test_[admin_shell].py",
		],
		["a name as it was typed", "PKG-SHELL-001/HOT/shell.py", ["pkgshell001"], "[PKG-SHELL-001]/HOT/shell.py"],
		["a hump of a name", "runShellCommand()", ["shell"], "run[Shell]Command()"],
		["what two words of the question agree with", "staging/shell.tar.gz", ["shell", "tar"], "staging/[shell].[tar].gz"],
		["a word that agrees by its stem alone, as a whole", "ran", ["run"], "[ran]"],
	])("are on %s", (_, word, keys, expected) => {
		expect(marked(word, ...keys)).toBe(expected);
	});

	it("leave no character out", () => {
		for (const word of ["", "--", "a/b.c", "«été»/Été_2.md", "x".repeat(300)])
			expect(
				markedWord(word, ["été", "b"])
					.map(({ text }) => text)
					.join(""),
			).toBe(word);
	});
});
