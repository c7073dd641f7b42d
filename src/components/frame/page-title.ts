/** What search engines and tabs show of a title, in characters as they are written in HTML. */
const longest = 70;

/**
 * The title of a page, followed by the archive's where there is room; a title that is too long itself ends after a word. The
 * page's heading says all of it.
 */
export function pageTitle(title: string, archive: string): string {
	if (title === archive) return shortened(title);
	const both = `${title} · ${archive}`;
	return fits(both) ? both : shortened(title);
}

function shortened(title: string): string {
	if (fits(title)) return title;
	const words = title.split(/(?<=\s)/u);
	while (words.length > 1 && !fits(`${words.join("").trimEnd()}…`)) words.pop();
	const letters = Array.from(words.join("").replace(/[\s:—–-]+$/u, ""));
	while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
	return `${letters.join("")}…`;
}

function fits(title: string): boolean {
	return title.replace(/[&<>"']/g, "&#00;").length <= longest;
}
