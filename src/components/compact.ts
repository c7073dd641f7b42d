/**
 * HTML without the end tags that HTML lets out, because what follows ends the element as well: a tenth of a long page's tags.
 * Elements that stand in text are left alone, and start tags are kept as they are: their values may hold what looks like an end tag.
 */
export function compact(html: string): string {
	return html.replace(tags, "$1");
}

/**
 * A start tag with a value in it, or an end tag to leave out. The spaces after cells, rows and paragraphs, which nobody sees, go
 * with it; line breaks stay, as they keep words apart where tags are taken out.
 */
const tags =
	/(<\w[^"<>]*(?:"[^"]*"[^"<>]*)+>)|<\/(?:td|th|tr)> *|<\/(?:li|dt|dd)>|<\/p> *(?=\s*<(?:p|ul|ol|dl|div|section|h[1-6]|table|pre|details|\/li|\/div|\/section|\/article|\/td|\/dd|\/details)\b)/g;
