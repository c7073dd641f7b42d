import { base } from "virtual:handoff-archive/site";
import { siteAddress } from "#model/site-path.ts";

/** The address of a page or file of this site, from its path relative to the site's root. */
export function href(path: string): string {
	return siteAddress(base, path);
}
