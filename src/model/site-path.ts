/**
 * The address of something on the site: base path, then a path relative to the site's root ("handoffs/H-1/#spec"), percent-encoded.
 * Every link within the site is made here.
 */
export function siteAddress(base: string, path: string): string {
	const [page = "", fragment] = path.split("#");
	const address = `${base.endsWith("/") ? base : `${base}/`}${encoded(page)}`;
	return fragment === undefined ? address : `${address}#${encoded(fragment)}`;
}

/** Percent-encodes what an address cannot hold; slashes stay. A site has a hundred thousand links, and few need it. */
export function encoded(path: string): string {
	return plain.test(path) ? path : path.split("/").map(encodeURIComponent).join("/");
}

const plain = /^[\w!'()*./~-]*$/;

/** The id, on a handoff's page, of what a rule decided: "rule-spec--section-missing". Two hyphens stand for the slash. */
export function ruleAnchor(rule: string): string {
	return `rule-${rule.replaceAll("/", "--")}`;
}

/** The id, on a handoff's page, of what a rule would decide by today's standard: "today-spec--section-missing". */
export function todayAnchor(rule: string): string {
	return `today-${rule.replaceAll("/", "--")}`;
}

/** The id of a handoff's row in the matrix: "row-H-1". */
export function rowAnchor(slug: string): string {
	return `row-${partOfAnchor(slug)}`;
}

/** A name as it may stand in an id of a page: without the dots and slashes of files, which addresses may have and selectors mistake. */
export function partOfAnchor(name: string): string {
	return name.normalize("NFC").replace(/[^\p{L}\p{N}_-]+/gu, "-");
}

/** The folder of a package's page below `packages/`: the id, with a code for each character that no address takes as it is. */
export function packageSlug(id: string): string {
	return id.replace(/[^\p{L}\p{N}._-]|^\./gu, (character) => `~${character.codePointAt(0)?.toString(16)}`);
}

/** The page of a package, relative to the site's root. */
export function packagePage(id: string): string {
	return `packages/${packageSlug(id)}/`;
}

/** The page of a mode-to-mode handoff, of a mode or of a task, relative to the site's root. */
export function transferPage(id: string, kind: "handoff" | "mode" | "task" = "handoff"): string {
	return `transfers/${kind === "handoff" ? "" : `${kind}s/`}${transferSlug(id)}/`;
}

/** An id with folders as one part of an address: two hyphens stand for a slash, and for nothing else. */
function transferSlug(id: string): string {
	const parts = id.split("/").map((part) => packageSlug(part).replaceAll("--", "~2d~2d").replace(/^-|-$/g, "~2d"));
	return parts.join("--");
}
