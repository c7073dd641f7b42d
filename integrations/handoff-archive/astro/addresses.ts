/**
 * The path below the site's root of an address, decoded; null where it lies elsewhere or cannot be decoded, or leads upwards.
 * @param pathname percent-encoded, the base path before it
 */
export function pathBelow(base: string, pathname: string): string | null {
	if (!pathname.startsWith(base)) return null;
	try {
		const path = decodeURIComponent(pathname.slice(base.length));
		return path.split(/[/\\]/u).includes("..") ? null : path;
	} catch {
		return null;
	}
}
