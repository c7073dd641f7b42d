import { fillId } from "#model/ids.ts";
import { oncePer } from "#model/once-per.ts";
import type { IdForm, Standard } from "#model/standard.ts";
import { normalise } from "../text/text.ts";

/** A handoff id in a text. */
export interface FoundId {
	readonly start: number;
	readonly end: number;
	/** As written; for the later ones of a list ("HANDOFF-9, 10 and 11") with the lead they share. */
	readonly text: string;
	readonly id: string;
}

/** Characters before an id's number in which its first word must start, and behind its first digit in which it must end. */
const longestLead = 48;
const longestTail = 80;

/** The id whose number starts at `at`; where forms have no anchor, the first id from there on. */
function matchAround(text: string, at: number, from: number, { pattern }: Scanner): RegExpExecArray | null {
	const start = Math.max(0, Math.max(from, at - longestLead) - longestLead);
	// A part of the text: in the whole, what only looks like an id would be followed by a search to the end of the text.
	const around = text.slice(start, at + longestTail);
	pattern.lastIndex = Math.max(from, at - longestLead) - start;
	for (let match = pattern.exec(around); match && match.index + start <= at; match = pattern.exec(around)) {
		match.index += start;
		if (match.index + match[0].length > at) return match;
	}
	return null;
}

const wordBefore = /[\p{L}\p{N}_-]$/u;
const prefixBefore = /(?:^|[^\p{L}\p{N}_-])(?:pre|post|non|Pre|Post)-$|H-\d{1,4}[A-Z]?-$/u;

/** An id starts a word, or follows "pre-", "post-" or, in a range, another id; tested only where one was found. */
function isWordStart(text: string, at: number): boolean {
	const before = text.slice(Math.max(0, at - 9), at);
	return !wordBefore.test(before) || prefixBefore.test(before);
}

interface Scanner {
	/** The first digit of an id's number: found fast, so that the whole pattern is tried only where it can match. */
	readonly anchor: RegExp;
	readonly pattern: RegExp;
	/** The ids of texts that were met, where a form does not look at what stands around it: then a text is one id everywhere. */
	readonly ids: Map<string, string> | null;
	/** The same, for a text that is an id as a whole. */
	readonly whole: RegExp;
	readonly forms: readonly IdForm[];
	readonly falseFriends: RegExp | null;
	readonly followers: readonly string[];
}

/** All handoff ids that a text mentions, in order; tiers, gates, numbers of sections and parts of longer names are none. */
export function findIds(text: string, standards: readonly Standard[]): readonly FoundId[] {
	const scanner = scannerOf(standards);
	const found: FoundId[] = [];
	let read = 0;
	const { anchor } = scanner;
	anchor.lastIndex = 0;
	// No matchAll: it copies the pattern on every call, which costs more than scanning a cell.
	for (let digit = anchor.exec(text); digit; digit = anchor.exec(text)) {
		const { index } = digit;
		if (index < read) continue;
		const match = matchAround(text, index, read, scanner);
		if (!match || !isWordStart(text, match.index)) continue;
		const first = { start: match.index, end: match.index + match[0].length, text: match[0], id: idOf(match, scanner) };
		found.push(first, ...listed(text, first, scanner));
		read = found.at(-1)?.end ?? first.end;
	}
	return found.length > 0 && scanner.falseFriends ? withoutFalseFriends(text, found, scanner.falseFriends) : found;
}

/**
 * The prose forms of all standards as one alternation, so that a text is scanned once. An id is a word of its own: it is no
 * part of a longer token ("GH-18", "H-18-foo"), but of a file name ("H-32A_RESULTS.md"), and stands after "pre-" and "post-".
 */
const scannerOf = oncePer((standards: readonly Standard[]): Scanner => {
	const alternatives = new Map<string, IdForm>();
	for (const { ids } of standards)
		for (const form of ids)
			for (const source of form.prose) if (!alternatives.has(source)) alternatives.set(source, form);
	const sources = [...alternatives.keys()].map(
		(source, index) => `(?<form_${index}>${source.replace(/\(\?<(?![=!])(\w+)>/gu, `(?<$1_${index}>`)})`,
	);
	const any = `(?:${sources.join("|") || "(?!)"})`;
	const alone = sources.every((source) => !/\(\?<?[=!]|\\[bBk1-9]/u.test(source));
	const after = "(?![\\p{L}\\p{N}]|-(?!H-\\d)[\\p{L}\\p{N}]|\\.\\d)";
	const friends = [...new Set(standards.flatMap(({ falseFriends }) => falseFriends))];
	return {
		anchor: anchorOf([...alternatives.keys()]),
		// Groups by name cost more than finding the id: where it does not matter what stands around, they are for new ids only.
		pattern: new RegExp(`${alone ? any.replace(/\(\?<\w+>/gu, "(?:") : any}${after}`, "gu"),
		ids: alone ? new Map() : null,
		whole: new RegExp(`^${any}$`, "u"),
		forms: [...alternatives.values()],
		falseFriends: friends.length > 0 ? new RegExp(friends.map((source) => `(?:${source})`).join("|"), "gu") : null,
		followers: [...new Set(standards.flatMap(({ vocabulary }) => vocabulary.idListFollowers ?? []))].map(normalise),
	};
});

/** What stands before the number in each form, as a look-behind of a digit; any digit where a form cannot be cut there. */
function anchorOf(sources: readonly string[]): RegExp {
	try {
		const leads = sources.map((source) => {
			const cut = source.search(/(?:0\*)?\(\?<number>/u);
			if (cut === -1) throw new SyntaxError("no number");
			return source.slice(0, cut).replace(/\(\?<(?![=!])\w+>/gu, "(?:");
		});
		for (const lead of leads) new RegExp(lead, "u");
		return new RegExp(`\\d(?<=(?:${leads.join("|") || "(?!)"})\\d)`, "gu");
	} catch {
		return /\d/gu;
	}
}

const mostIds = 5000;

function idOf(match: RegExpMatchArray, scanner: Scanner): string {
	const { ids, whole } = scanner;
	if (!ids) return idIn(match.groups, scanner);
	const [text] = match;
	const known = ids.get(text);
	if (known !== undefined) return known;
	const id = idIn(whole.exec(text)?.groups, scanner);
	if (ids.size >= mostIds) ids.clear();
	ids.set(text, id);
	return id;
}

function idIn(groups: RegExpMatchArray["groups"] = {}, { forms }: Scanner): string {
	const index = forms.findIndex((_, candidate) => groups[`form_${candidate}`] !== undefined);
	const form = forms[index];
	if (!form) return "";
	const own: Record<string, string | undefined> = {};
	for (const name of ["number", "letter", "word", "minor", "part", "name"]) own[name] = groups[`${name}_${index}`];
	return fillId(form.canonical, own);
}

const connector =
	/^(?<join>\s*(?:,\s*(?:and|or)?|\/|&|\band\b|\bor\b|\bthrough\b|\bto\b|–|—|-|\.\.)\s*)(?<hash>#)?(?<tail>(?<number>\d{1,3})(?<letter>[A-Z])?)(?![\p{L}\p{N}]|-[\p{L}\p{N}]|[.:]\d|%)/u;

/**
 * The later ids of a list that names its lead once: "HANDOFF-9, 10 and 11", "H-13 through 17", "H-18A/B". A number after a
 * bare comma or "and" counts only where no noun follows it ("HANDOFF-9, 28 tests").
 */
function listed(text: string, first: FoundId, scanner: Scanner): readonly FoundId[] {
	const lead = first.text.replace(/\d[\d.]*[A-Z]?(?:-\d+)?$/u, "");
	const found: FoundId[] = [];
	let end = first.end;
	let sure = 0;
	while (found.length < longestList) {
		const match = connector.exec(text.slice(end, end + 24));
		const { join = "", tail = "", letter, hash } = match?.groups ?? {};
		if (!match) break;
		const spelled = scanner.whole.exec(lead + tail);
		if (!spelled) break;
		const at = end + match[0].length - tail.length;
		end = at + tail.length;
		found.push({ start: at, end, text: lead + tail, id: idIn(spelled.groups, scanner) });
		const tight = hash !== undefined || /^\/$|through|–|\.\.|^\s*to\s*$/u.test(join);
		if (letter !== undefined || tight || isListEnd(text.slice(end, end + 24), join, scanner)) sure = found.length;
	}
	return found.slice(0, sure);
}

const longestList = 20;

function isListEnd(rest: string, join: string, { followers }: Scanner): boolean {
	const next = /^[\s)]*(?<word>[\p{L}\p{N}'’]+|[^\s\p{L}\p{N}])?/u.exec(rest)?.groups?.word;
	if (next === undefined || /^[^\p{L}\p{N}]/u.test(next))
		return /and|or|&/u.test(join) || /^\s*(?:$|[.;)])/u.test(rest);
	return /and|or|&/u.test(join) && followers.includes(normalise(next));
}

function withoutFalseFriends(text: string, found: readonly FoundId[], falseFriends: RegExp): readonly FoundId[] {
	const spans: { readonly start: number; readonly end: number }[] = [];
	falseFriends.lastIndex = 0;
	for (let match = falseFriends.exec(text); match; match = falseFriends.exec(text)) {
		spans.push({ start: match.index, end: match.index + match[0].length });
		if (match[0] === "") falseFriends.lastIndex++;
	}
	if (spans.length === 0) return found;
	// Both run through the text in order.
	let next = 0;
	return found.filter(({ start, end }) => {
		while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
		return (spans[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
	});
}
