/**
 * Lets keys lead from one of many links to another one, where the Tab key would have to pass all of them: it stops at one, and
 * comes back to the one that keys led to last.
 * @param part what holds the links
 * @param linkAt the link that a key was pressed on; undefined for all others, and for what is no link
 * @param nextOf where a key leads from it; undefined where it leads nowhere
 */
export function leadByKeys<Link extends HTMLAnchorElement | SVGAElement>(
	part: GlobalEventHandlers,
	linkAt: (target: Element) => Link | null | undefined,
	nextOf: (link: Link, key: string) => Link | undefined,
): void {
	part.addEventListener("keydown", (event) => {
		const link = event.target instanceof Element ? linkAt(event.target) : null;
		const next = link && nextOf(link, event.key);
		if (!next) return;
		event.preventDefault();
		link.tabIndex = -1;
		next.tabIndex = 0;
		next.focus();
	});
}

/** Makes one of several links the one that the Tab key stops at. */
export function stopAt<Link extends HTMLAnchorElement | SVGAElement>(
	links: Iterable<Link>,
	stop: Link | undefined,
): void {
	for (const link of links) link.tabIndex = link === stop ? 0 : -1;
}
