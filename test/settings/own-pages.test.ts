import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ownComponents, problemsOfOwnPages } from "#settings/own-pages.ts";

const said = (text: string) =>
	problemsOfOwnPages([{ path: "desk.mdx", text }]).map(({ line, column, message }) => `${line}:${column} ${message}`);
const head = "---\ntitle: Desk\ndescription: What we look at.\n---\n";

it("a page with a title, a description and known components is in order", () => {
	expect(said(`${head}\n<HandoffCard id="H-1" />\n`)).toEqual([]);
	expect(said(`\uFEFF${head.replaceAll("\n", "\r\n")}`)).toEqual([]);
	expect(said(`${head}import Own, {\n  Other as Third,\n} from "./own.jsx"\n\n<Own><Third /></Own>\n`)).toEqual([]);
	expect(said(`${head}<HandoffCard id="<Nope />" note='<Nope />' /> {"<Nope />"}\n`)).toEqual([]);
	expect(said(`${head}Write \`<Nope />\`:\n\n\`\`\`mdx\n<Nope />\n\`\`\`\n\n{/* <Nope /> */}\n`)).toEqual([]);
});

it("what a page lacks or misspells is told with its place", () => {
	expect(said("# Desk\n")).toEqual([expect.stringMatching(/^1:1 has no front matter/)]);
	expect(said("---\ntitle: Desk\n---\n")).toEqual([expect.stringMatching(/^\d:\d .*description/)]);
	expect(said("---\ntitle: Desk\ndescription: D\ntitel: x\n---\n")).toEqual([expect.stringMatching(/^4:1 .*title/)]);
	expect(said(`${head}\nNow <HandofCard id="H-1" />\n`)).toEqual([
		'6:5 shows <HandofCard>, which it neither imports nor may show without: did you mean "HandoffCard"?',
	]);
});

it("the components are those that the page of such pages passes on", () => {
	const page = readFileSync(new URL("../../src/pages/pages/[...slug].astro", import.meta.url), "utf8");
	expect(page).toContain(`components={{ ${ownComponents.join(", ")} }}`);
});
