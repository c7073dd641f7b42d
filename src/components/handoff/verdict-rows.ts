import type { verdictsAt } from "virtual:handoff-archive/bodies";
import { ruleAnchor } from "#model/site-path.ts";
import { verdictStates } from "../compliance/words.ts";
import { escaped } from "../escaped.ts";
import { href, hrefOn } from "../links.ts";
import { placeWords } from "../words.ts";

type Verdict = ReturnType<typeof verdictsAt>[number];

/** A quote here only says which line it was; the line itself is a click away. */
const longest = 90;

interface Rows {
	/** The address of the page that they stand on. */
	readonly page: string;
	/**
	 * Whether each says what was decided, and has the address of its rule on the page. The others are most of the rows, and only the
	 * script of the compliance page links to them: they get their addresses from the page's own script, when one is asked for.
	 */
	readonly marked: boolean;
}

/**
 * What rules decided, a list item each. A page has some ninety of them, most of its elements, so they are written as text.
 */
export function verdictRows(verdicts: readonly Verdict[], options: Rows): string {
	return verdicts.map((verdict) => row(verdict, options)).join("");
}

function row({ rule, mark, reason, evidence }: Verdict, { page, marked }: Rows): string {
	const { className, word } = verdictStates[mark];
	const state = marked ? `<span class="v ${className}">${word}</span>` : "";
	const link = `<a href="${escaped(href(`rules/${rule}/`))}">${escaped(rule)}</a>`;
	const proof = evidence.map(({ place, quote }) => (quote === null ? "" : proved(place, quote, page))).join("");
	const open = marked ? `<li id="${escaped(ruleAnchor(rule))}">` : "<li>";
	return `${open}${state}${link} ${unbroken(reason)}${proof}</li>`;
}

function proved(place: Verdict["evidence"][number]["place"], quote: string, page: string): string {
	const words = escaped(placeWords(place));
	const source =
		place.href === null ? `<i>${words}</i>` : `<a href="${escaped(hrefOn(page, place.href))}">${words}</a>`;
	return ` ${source} <q>${escaped(quote.length > longest ? `${quote.slice(0, longest)}…` : quote)}</q>`;
}

/** Upper-case words joined by hyphens are ids: a line never ends within one. */
function unbroken(text: string): string {
	return escaped(text).replace(/\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+\b/g, '<span class="nowrap">$&</span>');
}
