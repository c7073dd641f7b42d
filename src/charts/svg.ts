/** What text and attributes of SVG cannot hold as it is. */
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for SVG, as content or as the value of an attribute in double quotes. */
export function escaped(text: string): string {
	if (!special.test(text)) return text;
	// Control characters and halves of characters would break a drawing that is read as XML.
	return text
		.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD")
		.replace(/[&<>"]/g, (character) => escapes[character] ?? "");
}

const special = /[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** An element: attributes in the order given, those that are undefined left out; `content` is SVG already. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | number | undefined>>,
	content = "",
): string {
	let written = "";
	for (const [key, value] of Object.entries(attributes))
		if (value !== undefined) written += ` ${key}="${typeof value === "number" ? value : escaped(value)}"`;
	return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A number of pixels as short as it can be said: half pixels are fine enough for a drawing. */
export function px(value: number): number {
	return Math.round(value * 2) / 2;
}

/** Roughly how wide a text in the monospaced face of charts is. */
export function monoWidth(text: string): number {
	return [...text].length * 6.6;
}
