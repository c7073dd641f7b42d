import { normalise } from "#extract/text/text.ts";
import type { DocumentRecord, Heading } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";

/** What shows that a run did not cover all staged packages, or may not have. */
export interface Narrowing {
	/** The words that show it, as they stand in the document. */
	readonly words: string;
	/** How many further folders the command runs. */
	readonly further: number;
	readonly line: number;
	readonly reason: "selects" | "folders" | "words";
}

/**
 * What makes the full regression narrower than all staged packages: options of its command that leave tests out, folders
 * other than the staging root, words such as "scoped". Packages known to be unvalidated may be left out; no document says
 * which those are, so each case is a person's to judge.
 */
export function narrowingOf({ facts }: DocumentRecord, heading: Heading, standard: Standard): Narrowing | null {
	const command = facts["regression.command"];
	if (command && "value" in command) {
		const found = inCommand(command.value, standard);
		if (found) return { ...found, line: command.line };
	}
	const total = facts["regression.total"];
	const scope = total && "value" in total && "scope" in total ? (total.scope ?? "") : "";
	const narrow = (text: string) => {
		const words = ` ${normalise(text)} `;
		return (standard.vocabulary.narrowedRuns ?? []).find((word) => words.includes(` ${normalise(word)} `));
	};
	const inTitle = narrow(heading.title);
	if (inTitle !== undefined) return { words: inTitle, further: 0, line: heading.line, reason: "words" };
	const inScope = narrow(scope);
	return inScope !== undefined && total && "line" in total
		? { words: inScope, further: 0, line: total.line, reason: "words" }
		: null;
}

/** A word of a command; in brackets, several that stand for something: "[tests of all packages]". */
const token = /\[[^\]]*\]|<\S[^>]*>|\S+/g;

function inCommand(command: string, { vocabulary, spec }: Standard): Omit<Narrowing, "line"> | null {
	const tokens = command.match(token) ?? [];
	const runners = vocabulary.testRunners ?? [];
	const at = tokens.findIndex((token) => runners.includes(bare(token).split("/").at(-1) ?? ""));
	if (at === -1) return null;
	const options = vocabulary.selectingOptions ?? [];
	const isArchive = (path: string) => (vocabulary.archiveEndings ?? []).some((ending) => bare(path).endsWith(ending));
	// No test is collected from an archive, so that to leave one out leaves out nothing.
	const selecting = tokens.slice(at + 1).find((token, index, behind) => {
		const [option = "", value = behind[index + 1] ?? ""] = token.split("=", 2);
		return options.includes(option) && !isArchive(value);
	});
	if (selecting !== undefined) return { words: selecting, further: 0, reason: "selects" };
	const behind = tokens.slice(at + 1);
	const targets = targetsOf(vocabulary.runnerCommands?.includes(behind[0] ?? "") ? behind.slice(1) : behind);
	const isRoot = (target: string) => {
		const path = target.replace(/(?:\/\.{1,3})?\/*$/, "");
		return path === "." || path === "" || spec.stagingRoots.some((root) => path === root || path.endsWith(`/${root}`));
	};
	if (targets.length === 0 || targets.some((target) => isRoot(bare(target)))) return null;
	return { words: targets[0] ?? "", further: targets.length - 1, reason: "folders" };
}

/** The folders and files a command names: words that are no option, up to a pipe or another command. */
function targetsOf(tokens: readonly string[]): readonly string[] {
	const end = tokens.findIndex((token) => /^(?:\||\|\||&&|;|>|>>|2>&1|2>|#)/.test(token));
	return (end === -1 ? tokens : tokens.slice(0, end)).filter((token) => !token.startsWith("-") && bare(token) !== "");
}

function bare(token: string): string {
	return token.replace(/^["'`([]+|["'`)\];,]+$/g, "");
}
