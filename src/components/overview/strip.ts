/** Where so many handoffs are squares, they are one stop of the Tab key: arrows lead from one to the next, and up and down. */
function walkByArrows(strip: HTMLElement): void {
	const links = [...strip.querySelectorAll("a")];
	// The latest built is what a reader comes for.
	for (const link of links) link.tabIndex = link === links.at(-1) ? 0 : -1;
	strip.addEventListener("keydown", (event) => {
		const link = links.find((one) => one === document.activeElement);
		const next = link && nextOf(links, link, event.key);
		if (!next) return;
		event.preventDefault();
		link.tabIndex = -1;
		next.tabIndex = 0;
		next.focus();
	});
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
