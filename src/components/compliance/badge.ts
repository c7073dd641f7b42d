/** Width of a character of the badge's font at 11 px, generous, so that the text fits whatever font draws it. */
const perCharacter = 6.8;
const padding = 7;

/** A badge for a README: what is counted, and how many comply; no font, script or address in it. */
export function badgeSvg(label: string, message: string, isGood: boolean): string {
	const left = Math.round(label.length * perCharacter) + 2 * padding;
	const right = Math.round(message.length * perCharacter) + 2 * padding;
	const text = escaped(`${label}: ${message}`);
	const words = (content: string, x: number) => `<text x="${x}" y="14" text-anchor="middle">${escaped(content)}</text>`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${text}">`,
		`<title>${text}</title>`,
		`<rect width="${left + right}" height="20" rx="3" fill="#33373d"/>`,
		`<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${left}z" fill="${isGood ? "#0b6a58" : "#a3231f"}"/>`,
		`<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">`,
		words(label, left / 2),
		words(message, left + right / 2),
		"</g>",
		"</svg>",
		"",
	].join("\n");
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
