import { expect, it } from "vitest";
import type { Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import { bareTitle, nearHeadings } from "../../src/extract/near-headings.ts";

const section = { title: "Files Created", aliases: ["What Was Created"] } as unknown as SectionForm;

function misspelt(title: string): string | null {
	const heading = { title, depth: 2 } as Heading;
	return nearHeadings([{ heading, title: bareTitle(heading) }], section, 3).misspelt?.title ?? null;
}

it.each(["Fiels Created", "3. Files Creatd", "FilesCreated", "What Was Crated"])("takes %s for a slip", (title) => {
	expect(misspelt(title)).toBe(title);
});

it.each(["What Was Removed", "What Was Learned", "Files Moved"])(
	"does not take %s for one, which has a word of its own",
	(title) => {
		expect(misspelt(title)).toBeNull();
	},
);
