import { base } from "virtual:handoff-archive/site";
import { siteAddress } from "#model/site-path.ts";

/** The address of a page or file of this site, from its path relative to the site's root. */
export function href(path: string): string {
	return siteAddress(base, path);
}

/** The same for a link on a page of the site, by its address: what stands on that page itself is named by its fragment alone. */
export function hrefOn(page: string, path: string): string {
	const address = href(path);
	return address.startsWith(page) && address[page.length] === "#" ? address.slice(page.length) : address;
}
