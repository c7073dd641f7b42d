import { found as t } from "virtual:handoff-archive/words";
import { siteAddress } from "#model/site-path.ts";
import type { CatalogDocument } from "#search/catalog.ts";
import type { Excerpt } from "#search/excerpt.ts";
import { noFilters } from "#search/facets.ts";
import type { Found } from "#search/find.ts";
import type { FoundSection, Group } from "#search/groups.ts";
import type { Jumps } from "#search/jump.ts";
import { dayWords, parts, say } from "../say.ts";
import { element } from "./elements.ts";
import { missingWords, valueWord } from "./filters.ts";
import { type State, withWord, writeState } from "./state.ts";

/** What a group of results is made with. */
interface Site {
	/** The site's base path. */
	readonly base: string;
}

const badges: Readonly<Record<string, string>> = { PASS: "badge good", FAIL: "badge bad", PARTIAL: "badge partial" };

/** "12 documents in 5 handoffs and 1 of none": what stands above what was found. */
export function summaryOf({ documents, handoffs, groupCount, jumps }: Found): string {
	if (documents === 0) return jumps.shown.length > 0 ? t.named : t.nothing;
	const found = say(t.documents, { count: documents });
	if (handoffs === 0) return found;
	const places = { documents: found, handoffs: say(t.handoffs, { count: handoffs }) };
	return say(t.inHandoffs, places) + say(t.outside, { count: groupCount - handoffs });
}

/** What a screen reader is told when results change: the summary, and which words were taken for others, which stands below it. */
export function announcementOf(found: Found): string {
	const instead = found.documents === 0 ? [] : found.corrected;
	return summaryOf(found) + instead.map(({ from, to }) => say(t.instead, { from, to })).join("");
}

/** The places that a query names, in one box. */
export function jumpBox({ shown, more }: Jumps, { base }: Site): readonly HTMLElement[] {
	if (shown.length === 0) return [];
	const items = shown.map(({ kind, name, title, href, because, asked, whole }, index) => {
		const label = element("b", { class: kind === "handoff" || kind === "package" ? "hid" : "mono" }, name);
		const attributes = { href: siteAddress(base, href), ...(kind === "document" ? { "data-path": name } : {}) };
		const isTaken = whole && index === 0;
		const reason = element(
			"span",
			{ class: "end" },
			say(t.because[because], { asked }),
			isTaken && " ",
			isTaken && element("kbd", {}, t.enter),
		);
		return element("li", {}, element("a", attributes, label, ` ${title}`), reason);
	});
	const rest = more > 0 && element("li", { class: "muted small" }, say(t.moreOfName, { count: more }));
	return [
		element(
			"div",
			{ class: "jump" },
			element("span", { class: "muted small" }, t.jumpTo),
			element("ul", { class: "jumps" }, ...items, rest),
		),
	];
}

/** Which words no document holds, and what was looked for instead. */
export function correction(state: State, found: Found): readonly HTMLElement[] {
	const instead = found.corrected.map(({ from, to }) => {
		const taken = { ...state, query: withWord(state.query, from, to) };
		const link = element("a", { href: writeState(taken), "data-state": "" }, element("b", {}, to));
		const words: readonly (HTMLElement | string)[] = parts(t.corrected, { from, to: link });
		return element("p", { class: "small" }, ...words);
	});
	// Where there is nothing at all, that is said in its place.
	const lost = found.documents === 0 ? [] : [...missingWords(found)];
	return [
		...instead,
		...lost.map((phrase) => element("p", { class: "small" }, say(t.noPhrase, { phrase: bare(phrase) }))),
	];
}

/** One handoff, or one document of none, with the sections that answer. */
export function groupItem(group: Group, site: Site): HTMLLIElement {
	const { handoff, documents, sections, more } = group;
	const first = documents[0];
	const title = handoff
		? element(
				"a",
				{ href: siteAddress(site.base, handoff.href) },
				element("span", { class: "hid" }, handoff.id),
				` ${handoff.title}`,
			)
		: element("a", { href: siteAddress(site.base, first?.href ?? "") }, first?.title ?? first?.path ?? "");
	const item = element(
		"li",
		handoff ? { "data-handoff": handoff.id } : {},
		element("h3", { class: "title" }, title),
		handoff
			? element(
					"p",
					{ class: "ident" },
					...(handoff.facets.status ?? []).map(status),
					...(handoff.facets.family ?? []).map((family) => element("span", {}, valueWord("family", family))),
					handoff.date && element("span", {}, dayWords(handoff.date)),
				)
			: element("p", { class: "ident" }, element("span", {}, t.ofNoHandoff)),
		...(sections.length > 0
			? sections.map((section) => hit(section, site))
			: documents.map((document) => wholeDocument(document, site))),
	);
	if (more.length > 0) item.append(moreSections(more, site));
	return item;
}

/** The rest of a group, made when it is asked for. */
function moreSections(more: readonly FoundSection[], site: Site): HTMLElement {
	const words = say(t.moreSections, { count: more.length });
	const details = element("details", { class: "hit more" }, element("summary", {}, words));
	details.addEventListener("toggle", () => details.append(...more.map((section) => hit(section, site))), {
		once: true,
	});
	return details;
}

function status(value: string): HTMLElement {
	if (value === "open") return element("span", { class: "v na" }, t.open);
	if (value === "not stated") return element("span", { class: "f absent" }, t.notStated);
	return element("span", { class: badges[value] ?? "badge" }, value);
}

function hit({ document, href, title, excerpt }: FoundSection, { base }: Site): HTMLElement {
	const section = title === "" || title === document.title ? "" : ` › ${title}`;
	const where = element("a", { href: siteAddress(base, href) }, `${document.label}${section}`);
	return element(
		"div",
		{ class: "hit", "data-path": document.path, "data-kind": document.kind },
		element("p", { class: "where" }, where, element("span", { class: "src mono" }, document.path)),
		excerpt.length > 0 && element("blockquote", {}, ...marked(excerpt)),
	);
}

/** A document that was found without words. */
function wholeDocument(document: CatalogDocument, { base }: Site): HTMLElement {
	const where = element("a", { href: siteAddress(base, document.href) }, document.label);
	return element(
		"div",
		{ class: "hit", "data-path": document.path, "data-kind": document.kind },
		element("p", { class: "where" }, where, element("span", { class: "src mono" }, document.path)),
	);
}

function marked(excerpt: Excerpt): readonly (Node | string)[] {
	return excerpt.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
}

/** What to do where nothing is found. */
export function nothingFound(state: State, { missing, unfiltered, jumps }: Found): HTMLElement {
	const phrase = missing.find(({ kind }) => kind === "phrase");
	// A hash or the path of a file is found by its name alone.
	if (unfiltered === 0 && !phrase && jumps.shown.length > 0) return element("p", { class: "empty" }, t.onlyNamed);
	const sentence =
		unfiltered > 0 ? t.noneWithFilters : phrase ? say(t.noPhrase, { phrase: bare(phrase.text) }) : t.noWord;
	const box = element("p", { class: "empty" }, element("b", {}, sentence));
	if (unfiltered > 0) {
		const all = { href: writeState({ ...state, filters: noFilters }), "data-state": "" };
		box.append(say(t.withoutFilters, { count: unfiltered }), element("a", all, t.removeFilters));
	} else if (phrase) {
		const loose = writeState({ ...state, query: state.query.replace(/["“”]/gu, "") });
		box.append(element("a", { href: loose, "data-state": "" }, t.anyOrder));
	} else if (missing.length > 0) {
		const words = missing.map(({ text }) => say(t.quoted, { word: bare(text) })).join(", ");
		box.append(say(t.searchedFor, { words }));
	}
	return box;
}

/** Words without the quotation marks that they were typed in. */
function bare(text: string): string {
	return text.replaceAll('"', "");
}
