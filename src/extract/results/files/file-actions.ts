import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { splitParentheses } from "../text/numbers.ts";
import { type Statement, statement } from "../text/statements.ts";

/** What is done with the files that a section lists. */
export type FileKind = "create" | "modify";

/** What a text says by its first words that was done with a file; null where they say no such thing. */
export function actionOf(text: string, lexicon: Lexicon): FileKind | "other" | null {
	const words = normalise(text);
	if (lexicon.startsWith("createActions", words)) return "create";
	if (lexicon.startsWith("modifyActions", words)) return "modify";
	return lexicon.startsWith("otherActions", words) ? "other" : null;
}

/** "New: `a.py`, `b.py`. Changed: `c.py`." as a statement for each action. */
export function byActions(said: Statement, lexicon: Lexicon): readonly Statement[] {
	const { kind, text, prose, line, group } = said;
	if (kind === "row" || text.length !== prose.length || !actionLabel.test(text)) return [said];
	const starts = [...text.matchAll(nextLabel)]
		.map(({ index, 0: { length } }) => index + length)
		.filter((from) => actionOf(text.slice(from), lexicon) !== null);
	return [0, ...starts].map((from, at) => {
		const to = starts[at];
		return statement({ line, text: text.slice(from, to), prose: prose.slice(from, to) }, kind, group, lexicon);
	});
}

const actionLabel = /[.;]\s+\p{L}+:\s/u;
const nextLabel = /[.;]\s+(?=\p{L}+:\s)/gu;

/** What an entry of a list for both kinds says was done, before the name or in the remark after it: "(new)", "Modified: a.py". */
export function itemAction(text: string, lexicon: Lexicon): FileKind | "other" | null {
	const { main, asides } = splitParentheses(text);
	const [before = "", ...after] = main.split(/:\s|\s(?:—|–|--?)\s/);
	for (const words of [before, ...asides]) {
		const action = actionOf(words, lexicon);
		if (action) return action;
	}
	for (const words of after) {
		// "`a.py` — added a retry": something was added to it.
		const added = /\S\s+\S/u.test(words.trim()) && lexicon.startsWith("addVerbs", normalise(words));
		const action = added ? "modify" : actionOf(words, lexicon);
		if (action) return action;
	}
	return null;
}

/** Whether an entry says behind its name that the file is gone, and no more: "`a.py` (deleted)", "`a.py` — moved to b". */
export function isGone(text: string, lexicon: Lexicon): boolean {
	const { main, asides } = splitParentheses(text);
	return [...main.split(/\s(?:—|–|--?)\s/).slice(1), ...asides].some((words) => isOther(words, lexicon));
}

/** What a cell says before its remarks. */
export function actionWords(text: string): string {
	return splitParentheses(text).main.split(/\s(?:—|–|--?)\s|[:,;]/)[0] ?? "";
}

/** Whether a cell says of the file itself that it was deleted, moved or left: "moved to x"; "removed print" says what was done in it. */
export function isOther(text: string, lexicon: Lexicon): boolean {
	const words = normalise(actionWords(text)).replace(/ (?:to|from|into|as|by|in|with|at) .*$/u, "");
	return lexicon.is("otherActions", words);
}
