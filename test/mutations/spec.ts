import { blankLastCell, cutPlan, type Draft, edit, type Mutation } from "./mutation.ts";

const firstRow = (draft: Draft, section: number) => draft.find(/^\| `/, draft.heading(section));
const header = (draft: Draft, section: number) => draft.find(/^\| [A-Z]/, draft.heading(section));

/** Prose instead of a section's content. */
function emptied(draft: Draft, section: number, words: string): number {
	const first = draft.body(section);
	draft.remove(first, draft.end(section) - first);
	return draft.insert(first, words, "");
}

function removeSection(section: number): Mutation {
	return edit("spec", `without section ${section}`, (draft) => {
		const at = draft.heading(section);
		draft.remove(at, draft.end(section) - at);
		// It would follow the last words of the section before it.
		return draft.lines.findLastIndex((line, index) => index < at && /\S/.test(line));
	});
}

/** Mutations of specs, by rule. */
export const specMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"spec/constraints": [
		edit("spec", "a constraint left out", (draft) => {
			const at = draft.find(/^5\. \*\*No hardcoding/);
			draft.remove(at);
			return at - 1;
		}),
		edit("spec", "bullets instead of numbers", (draft) => {
			draft.each(2, (line) => line.replace(/^\d+\. /, "- "));
			return draft.find(/^- /, draft.heading(2));
		}),
	],
	"spec/files-summary": [
		edit("spec", "an unknown action", (draft) => draft.swap(firstRow(draft, 9), /\| [A-Z]+ \|$/, "| PONDER |")),
		edit("spec", "an action misspelt", (draft) => draft.swap(firstRow(draft, 9), /CREATE|MODIFY/, "CREATEE")),
		edit("spec", "no table", (draft) => emptied(draft, 9, "See the package plan.")),
		edit("spec", "no action", (draft) => {
			const at = firstRow(draft, 9);
			return draft.swap(at, draft.at(at), blankLastCell(draft.at(at)));
		}),
		edit("spec", "no column of locations", (draft) => draft.swap(header(draft, 9), "Location", "Weight")),
		edit("spec", "an asset without a row", (draft) => {
			const row = firstRow(draft, 5);
			draft.insert(row, draft.at(row).replace(/[^/`]+` \|.*$/, "stray.json` | config |"));
			return header(draft, 9);
		}),
		edit("spec", "a row left out", (draft) => {
			const row = draft.find(/^\| `.*\.py`/, draft.heading(9));
			draft.remove(row);
			return header(draft, 9);
		}),
	],
	"spec/mission": [
		edit("spec", "no package named", (draft) => {
			draft.each(1, (line) => line.replace(/`?PKG-[A-Z0-9]+-\d+`?/g, "the package"));
			return draft.body(1);
		}),
		edit("spec", "another package named", (draft) => {
			const own = /PKG-[A-Z0-9]+-\d+/.exec(draft.at(draft.find(/^### PKG/, draft.heading(5))))?.[0] ?? "";
			const other = own === "PKG-KIT-001" ? "PKG-CLOCK-001" : "PKG-KIT-001";
			draft.each(1, (line) => line.replaceAll(own, other));
			return draft.body(1);
		}),
		edit("spec", "a second paragraph", (draft) => {
			const end = draft.end(1);
			return draft.insert(end, "Later it may do more.", "");
		}),
	],
	"spec/package-plan": [
		edit("spec", "no layer", (draft) => {
			draft.remove(draft.find(/^- \*\*Layer:/));
			return draft.find(/^### PKG/, draft.heading(5));
		}),
		edit("spec", "no package", (draft) => emptied(draft, 5, "To be designed.")),
		edit("spec", "a tier misspelt", (draft) => draft.replace(/(?<=plane_id:\*\* )`[a-z0-9]+`/, "`hott`")),
		edit("spec", "an unknown tier", (draft) => draft.replace(/(?<=plane_id:\*\* )`[a-z0-9]+`/, "`attic`")),
		edit("spec", "an asset without classification", (draft) => {
			const at = firstRow(draft, 5);
			return draft.swap(at, draft.at(at), blankLastCell(draft.at(at)));
		}),
	],
	"spec/placeholder": [
		edit("spec", "TBD", (draft) => draft.insert(draft.body(3), "The rate: TBD.", "")),
		edit("spec", "a gap in brackets", (draft) => draft.insert(draft.body(3), "It belongs to [OWNER NAME].", "")),
	],
	"spec/principles": [
		edit("spec", "three bullets", (draft) => {
			const first = draft.find(/^- /, draft.heading(10));
			draft.remove(first + 3, draft.end(10) - first - 3);
			return first;
		}),
		edit("spec", "prose", (draft) => {
			const first = draft.body(10);
			draft.remove(first, draft.end(10) - first);
			return draft.insert(first, "Keep it simple.", "");
		}),
	],
	"spec/references": [
		edit("spec", "no reason in a row", (draft) => {
			const at = header(draft, 7) + 2;
			return draft.swap(at, draft.at(at), blankLastCell(draft.at(at)));
		}),
		edit("spec", "no column of reasons", (draft) => draft.swap(header(draft, 7), "Why", "Weight")),
		edit("spec", "no table", (draft) => {
			const first = draft.body(7);
			draft.remove(first, draft.end(7) - first);
			return draft.insert(first, "Read the kit.", "");
		}),
	],
	"spec/section-duplicate": [
		edit(
			"spec",
			"the design once more",
			(draft) => draft.insert(draft.end(10), "", "## 3. Architecture / Design", "", "Once more.", "") + 1,
		),
	],
	"spec/section-empty": [
		edit("spec", "an empty design", (draft) => {
			draft.remove(draft.body(3), draft.end(3) - draft.body(3));
			return draft.heading(3);
		}),
		edit("spec", "principles that are only a comment", (draft) => {
			const first = draft.body(10);
			draft.remove(first, draft.end(10) - first);
			draft.insert(first, "<!-- later -->", "");
			return draft.heading(10);
		}),
	],
	"spec/section-missing": [
		...[3, 4, 7, 8, 10].map(removeSection),
		edit("spec", "without the first section", (draft) => {
			draft.remove(draft.heading(1), draft.end(1) - draft.heading(1));
			return 0;
		}),
		edit("spec", "a heading that is bold words", (draft) =>
			draft.swap(draft.heading(10), /^.*$/, "**Design principles:**"),
		),
		edit("spec", "a heading misspelt", (draft) => draft.swap(draft.heading(10), "Design", "Desgin")),
		edit("spec", "a heading in other words", (draft) =>
			draft.swap(draft.heading(4), "Implementation Steps", "The steps"),
		),
	],
	"spec/section-order": [
		edit("spec", "the files summary before the design", (draft) => {
			const at = draft.heading(9);
			const moved = draft.remove(at, draft.end(9) - at);
			return draft.insert(draft.heading(3), ...moved);
		}),
	],
	"spec/shell-tar": [
		edit("spec", "packs with shell tar", (draft) =>
			draft.insert(draft.find(/^```bash/, draft.heading(8)) + 1, 'tar czf "$TMPDIR/all.tar.gz" _staging'),
		),
	],
	"spec/staging-root": [
		edit("spec", "a file in the release tree", (draft) =>
			draft.swap(
				draft.find(/^\| `manifest\.json` \| .*(?:CREATE|MODIFY)/, draft.heading(9)),
				"`_staging/",
				"`release/",
			),
		),
	],
	"spec/steps": [
		edit("spec", "bullets instead of numbers", (draft) => {
			draft.each(4, (line) => line.replace(/^\d+\. /, "- "));
			return draft.find(/^- /, draft.heading(4));
		}),
		edit("spec", "the second step first", (draft) => {
			const at = draft.end(4);
			draft.insert(at, "### Step 2: Pack", "", "Pack it.", "", "### Step 1: Write", "", "Write it.", "");
			return at + 4;
		}),
		edit("spec", "steps without paths", (draft) => {
			draft.each(4, (line) => line.replace(/`[^`]*`/g, "the file"));
			return draft.heading(4);
		}),
	],
	"spec/test-minimum": [edit("spec", "one test", cutPlan)],
	"spec/test-plan": [
		edit("spec", "no expected behaviour", (draft) => {
			const at = firstRow(draft, 6);
			return draft.swap(at, draft.at(at), blankLastCell(draft.at(at)));
		}),
		edit("spec", "no test", (draft) => emptied(draft, 6, "Test everything.")),
		edit("spec", "a test without a name", (draft) =>
			draft.insert(firstRow(draft, 6) + 1, "| | A value | The same value. |"),
		),
		edit("spec", "a test that is only a name", (draft) => {
			const at = draft.find(/^\| `/, firstRow(draft, 6) + 1);
			if (at !== firstRow(draft, 6) + 1) draft.find(/^no second test$/);
			const [row = ""] = draft.remove(at);
			return draft.insert(draft.end(6), `- ${/`[^`]+`/.exec(row)?.[0]}`, "");
		}),
		edit("spec", "a test twice", (draft) => {
			const at = firstRow(draft, 6);
			return draft.insert(at + 1, draft.at(at));
		}),
		edit("spec", "no column of expected behaviour", (draft) =>
			draft.swap(header(draft, 6), "Expected behaviour", "Weight"),
		),
	],
	"spec/verification": [
		edit("spec", "no expected output", (draft) => {
			const at = draft.find(/^\*\*Expected output/, draft.heading(8));
			draft.remove(at, draft.end(8) - at);
			return draft.find(/^```bash/, draft.heading(8)) + 1;
		}),
		edit("spec", "a command to fill in", (draft) =>
			draft.insert(draft.find(/^```bash/, draft.heading(8)) + 1, "cd <package folder>"),
		),
		edit("spec", "no commands", (draft) => {
			draft.replace(/^```bash/, "```text", draft.heading(8));
			return draft.body(8);
		}),
	],
};
