import { siteAddress } from "#model/site-path.ts";

/** The address of a page or file of this site, from its path relative to the site's root. */
export function href(path: string): string {
	return siteAddress(import.meta.env.BASE_URL, path);
}
