import { expect, it } from "vitest";
import type { Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import { bareTitle, nearHeadings } from "../../src/extract/outline/near-headings.ts";

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

it.each([
	["Whole regression", true],
	["Sweep day", false],
	["Status: PASS", false],
])("takes %s for other words of a section by what its names share, not by a word of one of them", (title, isMeant) => {
	const regression = {
		title: "Full Regression Test",
		aliases: ["Regression Status", "Regression Sweep", "Full Suite"],
	} as unknown as SectionForm;
	const heading = { title, depth: 2 } as Heading;
	const { similar } = nearHeadings([{ heading, title: bareTitle(heading) }], regression, 2);
	expect(similar?.title ?? null).toBe(isMeant ? title : null);
});
