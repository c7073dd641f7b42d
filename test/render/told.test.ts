import { describe, expect, it } from "vitest";
import { rendered } from "#words/en/index.ts";
import { speechOf } from "#words/speech.ts";
import { render } from "./records.ts";

const hash = (digit: string) => digit.repeat(64);
const markdown = `---
status: PASS
---
# Bericht

Text[^a] und ![Bild](bild.png).

| A | B |
|---|---|
| 1 | 2 |

\`\`\`bash
ls
\`\`\`

\`\`\`
ls
\`\`\`

${[..."12345678"].map((digit) => `- ${hash(digit)}`).join("\n")}

[^a]: Fuss
`;

describe("what a page says within a document", () => {
	const words = {
		...rendered,
		hashes: "Prüfsummen",
		hashCount: { one: "{count} Wert", other: "{count} Werte" },
		code: "Quelltext",
		codeOf: "Quelltext: {info}",
		frontMatter: "Vorspann",
		image: "{image} (Bild)",
		footnote: "Fußnote {label}",
		footnoteBack: "Zurück zu {label}",
		region: "{what} {number}, {section}, {part}",
		regions: { table: "Tabelle", log: "Ausgabe", hashes: "Prüfsummen" },
	};
	const { html } = render(markdown, {
		told: { words: words as unknown as typeof rendered, speech: speechOf("de", "{rest} und {last}") },
	});

	it.each([
		'aria-label="Vorspann"',
		'aria-label="Quelltext: bash"',
		'aria-label="Quelltext"',
		'aria-label="Fußnote a"',
		'aria-label="Zurück zu a"',
		'aria-label="Tabelle 1, Bericht, spec"',
		'aria-label="Prüfsummen 2, Bericht, spec"',
		">8 Werte<",
		"(Bild)</span>",
	])("is in the words of the site: %s", (piece) => {
		expect(html).toContain(piece);
	});

	it("leaves no English word behind", () => {
		for (const word of ["Front matter", "Code", "Footnote", "Image:", "values", "table"])
			expect(html.replace(/<\/?\w+/g, "")).not.toContain(word);
	});
});
