/**
 * The address of something on the site: base path, then a path relative to the site's root ("handoffs/H-1/#spec"), percent-encoded.
 * Every link within the site is made here.
 */
export function siteAddress(base: string, path: string): string {
	const [page = "", fragment] = path.split("#");
	const address = `${base.endsWith("/") ? base : `${base}/`}${page.split("/").map(encodeURIComponent).join("/")}`;
	return fragment === undefined ? address : `${address}#${encodeURIComponent(fragment)}`;
}

/** The id, on a handoff's page, of what a rule decided: "rule-spec-section-missing". */
export function ruleAnchor(rule: string): string {
	return `rule-${rule.replaceAll("/", "-")}`;
}

/** The id, on a handoff's page, of what a rule would decide by today's standard: "today-spec-section-missing". */
export function todayAnchor(rule: string): string {
	return `today-${rule.replaceAll("/", "-")}`;
}
