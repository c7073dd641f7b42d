/** A text as HTML holds it, between tags and in attributes in double quotes. */
export function escaped(text: string): string {
	return special.test(text) ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;") : text;
}

const special = /[&<"]/;
