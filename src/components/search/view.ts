import { siteAddress } from "#model/site-path.ts";
import type { CatalogDocument } from "#search/catalog.ts";
import type { Excerpt } from "#search/excerpt.ts";
import { noFilters } from "#search/facets.ts";
import type { Found } from "#search/find.ts";
import type { FoundSection, Group } from "#search/groups.ts";
import type { Jumps } from "#search/jump.ts";
import { element } from "./elements.ts";
import { type State, withWord, writeState } from "./state.ts";

/** What a group of results is made with. */
interface Site {
	/** The site's base path. */
	readonly base: string;
}

const badges: Readonly<Record<string, string>> = { PASS: "badge good", FAIL: "badge bad", PARTIAL: "badge partial" };

/** "12 documents in 5 handoffs": what a screen reader is told when results change. */
export function summaryOf({ documents, groupCount, groups, corrected }: Found): string {
	const instead = corrected.map(({ from, to }) => `, with ${to} for ${from}`).join("");
	if (documents === 0) return "Nothing found";
	const inHandoffs = groups.some(({ handoff }) => handoff !== null);
	const places = inHandoffs ? `${groupCount} ${groupCount === 1 ? "handoff" : "handoffs"}` : null;
	const found = `${documents.toLocaleString("en")} ${documents === 1 ? "document" : "documents"}`;
	return (places === null ? found : `${found} in ${places}`) + instead;
}

/** The places that a query names, in one box. */
export function jumpBox({ shown, more }: Jumps, { base }: Site): readonly HTMLElement[] {
	if (shown.length === 0) return [];
	const items = shown.map(({ kind, name, title, href, because, whole }, index) => {
		const label = element("b", { class: kind === "handoff" || kind === "package" ? "hid" : "mono" }, name);
		const attributes = { href: siteAddress(base, href), ...(kind === "document" ? { "data-path": name } : {}) };
		const isTaken = whole && index === 0;
		const reason = element("span", { class: "end" }, because, isTaken && " ", isTaken && element("kbd", {}, "Enter"));
		return element("li", {}, element("a", attributes, label, ` ${title}`), reason);
	});
	const rest = more > 0 && element("li", { class: "muted small" }, `and ${more} more of that name`);
	return [
		element(
			"div",
			{ class: "jump" },
			element("span", { class: "muted small" }, "Jump to"),
			element("ul", { class: "jumps" }, ...items, rest),
		),
	];
}

/** Which words no document holds, and what was looked for instead. */
export function correction(state: State, { corrected }: Found): readonly HTMLElement[] {
	return corrected.map(({ from, to }) => {
		const taken = { ...state, query: withWord(state.query, from, to) };
		return element(
			"p",
			{ class: "small" },
			`No document holds “${from}”. Shown for `,
			element("a", { href: writeState(taken), "data-state": "" }, element("b", {}, to)),
			".",
		);
	});
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
					...(handoff.facets.family ?? []).map((family) => element("span", {}, family)),
					handoff.date && element("span", {}, handoff.date),
				)
			: element("p", { class: "ident" }, element("span", {}, "belongs to no handoff")),
		...(sections.length > 0
			? sections.map((section) => hit(section, site))
			: documents.map((document) => wholeDocument(document, site))),
	);
	if (more.length > 0) item.append(moreSections(more, site));
	return item;
}

/** The rest of a group, made when it is asked for. */
function moreSections(more: readonly FoundSection[], site: Site): HTMLElement {
	const words = `${more.length} more ${more.length === 1 ? "section" : "sections"}`;
	const details = element("details", { class: "hit more" }, element("summary", {}, words));
	details.addEventListener("toggle", () => details.append(...more.map((section) => hit(section, site))), {
		once: true,
	});
	return details;
}

function status(value: string): HTMLElement {
	if (value === "open") return element("span", { class: "v na" }, "open");
	return element("span", { class: value === "not stated" ? "f absent" : (badges[value] ?? "badge") }, value);
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
export function nothingFound(state: State, { missing, unfiltered }: Found): HTMLElement {
	const phrase = missing.find(({ kind }) => kind === "phrase");
	const sentence =
		unfiltered > 0
			? "No document with these filters answers."
			: phrase
				? `No document holds ${phrase.text.replaceAll('"', "“")}.`.replace(/“\.$/u, "”.")
				: "No document holds any of these words.";
	const box = element("p", { class: "empty" }, element("b", {}, sentence));
	if (unfiltered > 0) {
		const all = element(
			"a",
			{ href: writeState({ ...state, filters: noFilters }), "data-state": "" },
			"Remove all filters",
		);
		box.append(`Without them there ${unfiltered === 1 ? "is 1 document" : `are ${unfiltered} documents`}. `, all);
	} else if (phrase) {
		const loose = writeState({ ...state, query: state.query.replace(/["“”]/gu, "") });
		box.append(element("a", { href: loose, "data-state": "" }, "Search for its words in any order"));
	} else if (missing.length > 0)
		box.append(
			`Searched for ${missing.map(({ text }) => `“${text.replaceAll('"', "")}”`).join(", ")}. Try other words, an id or a file name.`,
		);
	return box;
}
