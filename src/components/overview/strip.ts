import { leadByKeys, stopAt } from "../lead-by-keys.ts";

/** Where so many handoffs are squares, they are one stop of the Tab key: arrows lead from one to the next, and up and down. */
function walkByArrows(strip: HTMLElement): void {
	const links = [...strip.querySelectorAll("a")];
	// The latest built is what a reader comes for.
	stopAt(links, links.at(-1));
	leadByKeys(
		strip,
		(target) => links.find((link) => link === target),
		(link, key) => nextOf(links, link, key),
	);
}

function nextOf(links: readonly HTMLAnchorElement[], link: HTMLAnchorElement, key: string) {
	const at = links.indexOf(link);
	const forward = getComputedStyle(link).direction === "rtl" ? -1 : 1;
	const step = { ArrowRight: forward, ArrowLeft: -forward }[key];
	if (step !== undefined) return links[at + step];
	const end = { Home: links[0], End: links.at(-1) }[key];
	if (end) return end;
	const { left, top } = link.getBoundingClientRect();
	const isInColumn = (other: HTMLAnchorElement) => Math.abs(other.getBoundingClientRect().left - left) < 1;
	const column = links.filter(isInColumn);
	if (key === "ArrowDown") return column.find((other) => other.getBoundingClientRect().top > top);
	if (key === "ArrowUp") return column.findLast((other) => other.getBoundingClientRect().top < top);
	return undefined;
}

const strip = document.querySelector<HTMLElement>(".strip.dense");
if (strip) walkByArrows(strip);
