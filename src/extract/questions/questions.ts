import type { Standard } from "#model/standard.ts";
import { normalise } from "../text/text.ts";
import { hasPhrase, startsWithPhrase, wordsOf } from "../text/vocabulary.ts";
import {
	adversarialRange,
	groupTitle,
	plainGroup,
	type StatedNumbers,
	statedNumbers,
	verificationTitles,
} from "./question-groups.ts";
import { firstAsked, type Item, itemOf, remarkOf } from "./question-items.ts";

/** One question of a prompt. */
export interface Question {
	/** As written; null for a bullet. */
	readonly number: number | null;
	readonly line: number;
	/** Its first line, as written behind the number. */
	readonly text: string;
	/** Whether a placeholder stands in its place. */
	readonly elided: boolean;
}

/** The questions that a prompt puts to its agent. */
export interface Questions {
	/** Each question in the order asked; only the bulleted ones where none is numbered. */
	readonly items: readonly Question[];
	readonly total: number;
	readonly adversarial: number;
	/** Line of the first question. */
	readonly line: number;
	/** A placeholder or an ellipsis stands in the place of questions: the count is not certain. */
	readonly elided: boolean;
}

/**
 * Counts the questions of a prompt (BPC, 13-Question Guidelines) by its Markdown lines, whether or not they stand in a code
 * fence: numbered items under words that ask questions, through group titles and restarted numbers, up to the stop or the
 * answer key. Null where there is none.
 */
export function readQuestions(
	lines: readonly string[],
	words: readonly string[],
	standard: Standard,
): Questions | null {
	const readFrom = (opening: number | null) => {
		const reader = new QuestionReader(standard);
		lines.forEach((line, index) => {
			if (index === opening) reader.open();
			reader.read(line, words[index] ?? "", index + 1, () => filledAfter(lines, index));
		});
		return reader.questions();
	};
	const read = readFrom(null);
	if (read) return read;
	const asked = firstAsked(lines);
	return asked === null ? null : readFrom(asked);
}

/** The next line that is not blank; empty at the end. */
function filledAfter(lines: readonly string[], index: number): string {
	let next = index + 1;
	while (next < lines.length && lines[next]?.trim() === "") next++;
	return lines[next] ?? "";
}

/** A line that is a title without being a heading: emphasised as a whole, or a few words and a count ("Adversarial (3)"). */
const labelled =
	/^(?:>\s*)*(?:(?<mark>[*_]{1,3})[^*_]+\k<mark>:?|\p{L}[\p{L} &,/-]{2,50}\(\s?Q?\d{1,2}[^()]{0,60}\))$/u;

class QuestionReader {
	readonly #standard: Standard;
	#open = false;
	#ended = false;
	#adversarialGroup = false;
	readonly #numbered: Question[] = [];
	readonly #bulleted: Question[] = [];
	#total = 0;
	#adversarial = 0;
	#line = 0;
	#indent = 0;
	#last = 0;
	/** A title that may start a group of questions or something else; the next item's number decides. */
	#undecided = false;
	#elided = false;
	/** Adversarial questions without a number. */
	#inBullets = 0;
	/** "Numbers 11-13 are adversarial". */
	#range: readonly [number, number] | null = null;
	#stated: StatedNumbers | null = null;
	#fence = "";
	#openedInFence = false;
	/** A sentence has spoken of questions that stand below the next title: "Ten questions about the task." */
	#announced = false;
	/** The line before was a question's number alone. */
	#isTitled = false;
	/** Questions are headings: "### 1. Which package …?". */
	#inHeadings = false;

	constructor(standard: Standard) {
		this.#standard = standard;
	}

	questions(): Questions | null {
		const items = this.#total > 0 ? this.#numbered : this.#bulleted;
		const total = items.length;
		if (total === 0) return null;
		const stated = this.#stated;
		const isWhole = stated !== null && [stated.others, stated.others + stated.adversarial].includes(total);
		const unmarked = this.#adversarial === 0 && isWhole;
		return {
			items,
			total,
			adversarial: unmarked ? stated.adversarial : this.#adversarial,
			line: this.#line,
			elided: this.#elided,
		};
	}

	/** Takes what follows for questions, whatever introduced them. */
	open(): void {
		this.#enter("");
	}

	read(line: string, words: string, number: number, next: () => string): void {
		const text = line.trim();
		if (text === "" || this.#ended || this.#readFence(text)) return;
		this.#readStatement(words);
		const item = itemOf(line);
		// The question itself, below "### Question 3".
		const isBody = this.#isTitled && !item;
		this.#isTitled = false;
		if (isBody) return;
		const isHeading = /^#{1,6}\s/u.test(text);
		if (item && !(isHeading && this.#isTitle(item)) && this.#isQuestion(item)) {
			this.#inHeadings = isHeading;
			this.#isTitled = item.text === "";
			this.#count(this.#isTitled ? { ...item, text: next().trim() } : item, number);
		} else if (!item || isHeading) this.#readLead(line, words, number, next);
	}

	/** Whether a numbered heading is the title of what comes next: "## 3. Rules" behind questions that are no headings. */
	#isTitle({ number, text }: Item): boolean {
		if (this.#total === 0 || this.#inHeadings) return false;
		const words = normalise(text).replace(/^the /u, "");
		const isGroup = startsWithPhrase(words, wordsOf(this.#standard, "adversarialGroups")) && !text.endsWith("?");
		return isGroup || number !== this.#last + 1;
	}

	/** Leaving the fence in which the questions started ends them. */
	#readFence(text: string): boolean {
		const mark = /^(?:`{3,}|~{3,})/u.exec(text)?.[0];
		if (mark === undefined) return false;
		if (this.#fence === "") this.#fence = mark;
		else if (text === mark && mark.startsWith(this.#fence)) {
			this.#fence = "";
			if (this.#openedInFence) this.#open = false;
		}
		return true;
	}

	/** "13 questions (10 verification + 3 adversarial)". */
	#readStatement(words: string): void {
		if (hasPhrase(words, wordsOf(this.#standard, "adversarialGroups")))
			this.#stated = statedNumbers(words, this.#standard) ?? this.#stated;
	}

	#isQuestion({ number, indent, opens }: Item): boolean {
		if (opens && this.#total === 0 && !this.#open) this.#enter("");
		if (!this.#open) return false;
		if (this.#total > 0 && indent > this.#indent + 1) return false;
		if (this.#undecided && number !== this.#last + 1) {
			this.#open = false;
			return false;
		}
		return true;
	}

	#count({ number, text, indent, adversarial }: Item, line: number): void {
		if (this.#total === 0) this.#line = line;
		this.#total += 1;
		this.#indent = indent;
		this.#last = number;
		this.#undecided = false;
		const isNamed = () =>
			startsWithPhrase(normalise(text), wordsOf(this.#standard, "adversarialQuestions")) ||
			startsWithPhrase(normalise(remarkOf(text)), wordsOf(this.#standard, "adversarialGroups"));
		const [from, to] = this.#range ?? [1, 0];
		const inRange = number >= from && number <= to;
		if (adversarial || inRange || this.#adversarialGroup || isNamed()) this.#adversarial += 1;
		const elided = /^(?:\[[A-Z_ ]+\]|<[^>]*>|\.{3}|…)?$/u.test(bareOf(text));
		if (elided) this.#elided = true;
		this.#numbered.push({ number, line, text, elided });
	}

	#readLead(line: string, words: string, number: number, next: () => string): void {
		const text = line.trim();
		const has = (list: string) => hasPhrase(words, wordsOf(this.#standard, list));
		const colon = /:[*_\s]{0,8}$/u.test(text.slice(-9));
		const heading = /^#{1,6}\s/u.test(text);
		const columns = text.startsWith("|") && /^\|[\s:|-]+$/u.test(next().trim());
		const group = plainGroup(this.#standard).test(words) && itemOf(next()) !== null;
		const label = heading || colon || columns || group || labelled.test(text);
		if (/^(?:\.{3}|…)$/u.test(text) && this.#open) this.#elided = true;
		if (has("answerKeys") && label && !has("answerRequests")) {
			this.#open = false;
			this.#ended = this.#total > 0;
		} else if (
			this.#asks(words, label) &&
			(label || itemOf(next()) !== null) &&
			!(has("stopWords") && !colon && itemOf(next()) === null)
		) {
			this.#enter(words);
		} else if (has("stopWords")) {
			// "Stop after you answered these" above the first of them ends nothing.
			if (this.#total > 0 || label) this.#open = false;
		} else if (
			this.#announced &&
			(heading || group) &&
			this.#total === 0 &&
			itemOf(next())?.number === 1 &&
			!has("otherLeads")
		)
			this.#enter(words);
		else if (!label && this.#asks(words, false)) this.#announced = true;
		else if (this.#open && label) this.#readGroup(words, text, heading);
		else if (this.#open && /^[-*+]\s/u.test(text)) this.#countBullet(text, line.search(/\S/u), number);
	}

	/** Whether a line's words ask questions: any talk of questions, or a title such as "Verification (10)". */
	#asks(words: string, label: boolean): boolean {
		const standard = this.#standard;
		if (["questionLeads", "answerRequests"].some((list) => hasPhrase(words, wordsOf(standard, list)))) return true;
		return label && groupTitle(standard).test(words);
	}

	#enter(words: string): void {
		this.#open = true;
		this.#undecided = false;
		if (this.#total === 0) this.#last = 0;
		this.#openedInFence = this.#fence !== "";
		this.#setGroup(words);
	}

	#setGroup(words: string): void {
		const [, from, to] = adversarialRange(this.#standard).exec(words) ?? [];
		if (from !== undefined && to !== undefined) this.#range = [Number(from), Number(to)];
		if (from !== undefined) return;
		const groups = wordsOf(this.#standard, "adversarialGroups");
		// Words above the first question speak of all of them ("Answer the 13 questions, 3 of them adversarial") but as a title.
		const adversarial =
			this.#total > 0 ? hasPhrase(words, groups) : startsWithPhrase(words.replace(/^\d{1,2} /u, ""), groups);
		this.#adversarialGroup = adversarial && !hasPhrase(words, verificationTitles(this.#standard));
	}

	/** A title among the questions: one of their groups, the next thing the prompt says, or not to be told yet. */
	#readGroup(words: string, text: string, heading: boolean): void {
		const standard = this.#standard;
		if (
			["questionGroups", "adversarialGroups"].some((list) => hasPhrase(words, wordsOf(standard, list))) ||
			/\(\s*Q?\d{1,2}(?:\s*[-–—]\s*Q?\d{1,2})?\b/u.test(text)
		) {
			this.#undecided = false;
			this.#setGroup(words);
		} else if (hasPhrase(words, wordsOf(standard, "otherLeads"))) this.#open = false;
		else {
			this.#undecided = true;
			if (heading) this.#setGroup(words);
		}
	}

	#countBullet(text: string, indent: number, line: number): void {
		const question = { number: null, line, text: text.slice(1).trim(), elided: false };
		if (this.#total === 0) {
			if (this.#bulleted.length === 0) this.#line = line;
			this.#bulleted.push(question);
		} else if (this.#adversarialGroup && indent <= this.#indent && this.#adversarial === this.#inBullets) {
			// Those against the plan may be bullets below numbered ones.
			this.#total += 1;
			this.#adversarial += 1;
			this.#inBullets += 1;
			this.#numbered.push(question);
		}
	}
}

/** Without the marks and quotes around it. */
function bareOf(text: string): string {
	return text.length > 80 ? text : text.replace(/^[*_`"]+|[*_`"]+$/gu, "");
}
